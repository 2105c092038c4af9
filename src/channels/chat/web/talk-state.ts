import type { Entry } from './wire.ts'

/** A message of the customer that is not on the line yet. `held`: the hub has it. */
export interface Pending {
  id: string
  text: string
  state: 'waiting' | 'held'
}

export interface TalkState {
  entries: Entry[]
  pending: Pending[]
  /** `away`: no connection; what is written waits and leaves by itself. */
  link: 'idle' | 'connecting' | 'online' | 'away'
  typing: boolean
}

export const quiet: TalkState = { entries: [], pending: [], link: 'idle', typing: false }

/** What changes with new entries: none twice, a message of ours no longer pending once it is one. */
export function addEntries(state: TalkState, entries: Entry[]): Partial<TalkState> {
  const last = state.entries.at(-1)?.entry ?? 0
  const fresh = entries.filter(({ entry }) => entry > last)
  if (fresh.length === 0) return {}
  const arrived = new Set(fresh.map(({ id }) => id))
  return {
    entries: [...state.entries, ...fresh],
    pending: state.pending.filter(({ id }) => !arrived.has(id)),
    typing: state.typing && fresh.every(({ who }) => who === 'customer'),
  }
}

/** What changes when the hub has a message. */
export function holdPending({ pending }: TalkState, id: string): Partial<TalkState> {
  return { pending: pending.map((one) => (one.id === id ? { ...one, state: 'held' } : one)) }
}
