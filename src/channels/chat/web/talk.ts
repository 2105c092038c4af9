import { makeLink } from './link.ts'
import type { LinkEnv } from './link.ts'
import type { Entry, ServerFrame } from './wire.ts'

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

export interface TalkEnv extends LinkEnv {
  now(): number
  newId(): string
  /** Messages kept on this device for after a reload. */
  kept(): Pending[]
  keep(pending: Pending[]): void
}

const answerMs = 10_000
const typingMs = 6_000
const againMs = 3_000
/** One less than the hub allows in this time. */
const mostMessages = 9
const windowMs = 10_000

/**
 * The conversation as the page holds it. Messages leave one at a time, in order, each under an id of
 * its own until the hub has it, so that one written in a tunnel arrives once and only once.
 */
export function makeTalk(env: TalkEnv, language: string, changed: (state: TalkState) => void) {
  let state: TalkState = { entries: [], pending: env.kept(), link: 'idle', typing: false }
  let session: string | null = null
  let missed: Entry[] | null = []
  let inFlight: string | null = null
  let sentAt: number[] = []
  let stopAnswer = () => {}
  let stopTyping = () => {}
  let stopPump = () => {}

  const set = (more: Partial<TalkState>) => {
    state = { ...state, ...more }
    if (more.pending) env.keep(more.pending)
    changed(state)
  }
  const cursor = () => state.entries.at(-1)?.entry ?? 0

  const add = (entries: Entry[]) => {
    const fresh = entries.filter(({ entry }) => entry > cursor())
    if (fresh.length === 0) return
    const arrived = new Set(fresh.map(({ id }) => id))
    const spoken = fresh.some(({ who }) => who !== 'customer')
    set({
      entries: [...state.entries, ...fresh],
      pending: state.pending.filter(({ id }) => !arrived.has(id)),
      typing: state.typing && !spoken,
    })
  }

  const pump = () => {
    stopPump()
    if (state.link !== 'online' || inFlight) return
    const next = state.pending.find((one) => one.state === 'waiting')
    if (!next) return
    const now = env.now()
    sentAt = sentAt.filter((at) => at > now - windowMs)
    const [oldest] = sentAt
    if (oldest !== undefined && sentAt.length >= mostMessages) {
      stopPump = env.after(oldest + windowMs - now, pump)
      return
    }
    sentAt.push(now)
    inFlight = next.id
    stopAnswer = env.after(answerMs, link.redial)
    link.send({ type: 'message', clientMsgId: next.id, text: next.text })
  }

  const settle = (id: string | undefined) => {
    if (id !== inFlight) return
    inFlight = null
    stopAnswer()
  }

  const hear = (frame: ServerFrame) => {
    switch (frame.type) {
      case 'entry':
        if (missed) missed.push(frame.entry)
        else add([frame.entry])
        return
      case 'resumed':
        add(missed ?? [])
        missed = null
        link.steady()
        set({ link: 'online' })
        if (state.entries.length === 0) link.send({ type: 'open', language })
        return pump()
      case 'ack':
        settle(frame.clientMsgId)
        set({ pending: state.pending.map((one) => hold(one, frame.clientMsgId)) })
        return pump()
      case 'error':
        settle(frame.clientMsgId)
        stopPump = env.after(againMs, pump)
        return
      case 'typing':
        stopTyping()
        stopTyping = env.after(typingMs, () => set({ typing: false }))
        return set({ typing: true })
    }
  }

  const link = makeLink(env, {
    connecting: () => set({ link: state.link === 'away' ? 'away' : 'connecting' }),
    ready: (now) => {
      // Another session is another line: what was said on the old one is not here.
      if (session !== null && session !== now) set({ entries: [] })
      session = now
      missed = []
      link.send({ type: 'resume', after: cursor() })
    },
    frame: hear,
    lost: () => {
      settle(inFlight ?? undefined)
      stopPump()
      set({ link: 'away', typing: false })
    },
  })

  return {
    start: link.start,
    hurry: link.hurry,
    stop: link.stop,
    /** Takes a message; it leaves now, or when it can. */
    say: (text: string) => {
      const words = text.trim()
      if (!words) return
      set({ pending: [...state.pending, { id: env.newId(), text: words, state: 'waiting' }] })
      pump()
    },
  }
}

function hold(pending: Pending, id: string): Pending {
  return pending.id === id ? { ...pending, state: 'held' } : pending
}
