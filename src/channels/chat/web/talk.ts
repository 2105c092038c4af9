import { makeLink } from './link.ts'
import type { LinkEnv } from './link.ts'
import { makeQueue } from './queue.ts'
import type { QueueEnv } from './queue.ts'
import { addEntries, holdPending, quiet } from './talk-state.ts'
import type { Pending, TalkState } from './talk-state.ts'
import type { Entry, ServerFrame } from './wire.ts'

export interface TalkEnv extends LinkEnv, QueueEnv {
  newId(): string
  /** Messages kept on this device for after a reload. */
  kept(): Pending[]
  keep(pending: Pending[]): void
}

const typingMs = 6_000

/**
 * The conversation as the page holds it. A message keeps one id of its own until the hub has it, so
 * that one written in a tunnel arrives once and only once.
 */
export function makeTalk(env: TalkEnv, language: string, changed: (state: TalkState) => void) {
  let state: TalkState = { ...quiet, pending: env.kept() }
  let session: string | null = null
  /** Entries of a reading that is not finished; null while following. */
  let missed: Entry[] | null = []

  const set = (more: Partial<TalkState>) => {
    state = { ...state, ...more }
    if (more.pending) env.keep(more.pending)
    changed(state)
  }
  const waiting = () => state.pending.find((one) => one.state === 'waiting')
  const typing = makeTyping(env, (shown) => set({ typing: shown }))
  const queue = makeQueue(env, {
    next: () => (state.link === 'online' ? waiting() : undefined),
    send: ({ id, text }) => link.send({ type: 'message', clientMsgId: id, text }),
    silent: () => link.redial(),
  })

  const resumed = () => {
    set({ ...addEntries(state, missed ?? []), link: 'online' })
    missed = null
    link.steady()
    if (state.entries.length === 0) link.send({ type: 'open', language })
    queue.pump()
  }
  const hear = (frame: ServerFrame) => {
    if (frame.type === 'entry' && missed) missed.push(frame.entry)
    else if (frame.type === 'entry') set(addEntries(state, [frame.entry]))
    else if (frame.type === 'resumed') resumed()
    else if (frame.type === 'typing') typing.show()
    else if (frame.type === 'error') queue.refused(frame.clientMsgId)
    else if (frame.type === 'ack') {
      set(holdPending(state, frame.clientMsgId))
      queue.taken(frame.clientMsgId)
    }
  }

  const ready = (now: string) => {
    // Another session is another line: what was said on the old one is not here.
    if (session !== null && session !== now) set({ entries: [] })
    session = now
    missed = []
    link.send({ type: 'resume', after: state.entries.at(-1)?.entry ?? 0 })
  }
  const lost = () => {
    queue.clear()
    set({ link: 'away', typing: false })
  }
  const connecting = () => set({ link: state.link === 'away' ? 'away' : 'connecting' })
  const link = makeLink(env, { connecting, ready, frame: hear, lost })

  /** Takes a message; it leaves now, or when it can. */
  const say = (text: string) => {
    const words = text.trim()
    if (!words) return
    set({ pending: [...state.pending, { id: env.newId(), text: words, state: 'waiting' }] })
    queue.pump()
  }
  const stop = () => {
    queue.clear()
    typing.stop()
    link.stop()
  }
  return { start: link.start, hurry: link.hurry, stop, say }
}

/** Shows that the other side writes, for a while: what never ends is not believed. */
function makeTyping(env: Pick<TalkEnv, 'after'>, set: (shown: boolean) => void) {
  let stop = () => {}
  const show = () => {
    stop()
    stop = env.after(typingMs, () => set(false))
    set(true)
  }
  return { show, stop: () => stop() }
}
