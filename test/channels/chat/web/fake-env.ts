import type { Pending } from '../../../../src/channels/chat/web/talk-state.ts'
import type { TalkEnv } from '../../../../src/channels/chat/web/talk.ts'
import type {
  ClientFrame,
  ServerFrame,
  WireEvents,
} from '../../../../src/channels/chat/web/wire.ts'

/** A browser in a box: time stands until it is moved, and the hub says what a test says. */
export function makeFakeEnv(kept: Pending[] = []) {
  const timers = new Set<{ at: number; then: () => void }>()
  const dials: { events: WireEvents; sent: ClientFrame[]; closed: boolean }[] = []
  const asked: boolean[] = []
  let now = 0
  let ids = 0
  let stored = kept
  const control = { session: 's-1', reachable: true }

  const env: TalkEnv = {
    dial: (events) => {
      const wire = { events, sent: [] as ClientFrame[], closed: false }
      dials.push(wire)
      return {
        send: (data) => void wire.sent.push(JSON.parse(data)),
        close: () => (wire.closed = true),
      }
    },
    session: async (refused) => {
      asked.push(refused)
      if (!control.reachable) throw new Error('no network')
      return { session: control.session, token: `token of ${control.session}` }
    },
    after: (ms, then) => {
      const timer = { at: now + ms, then }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
    chance: () => 1,
    now: () => now,
    newId: () => `id-${++ids}`,
    kept: () => stored,
    keep: (pending) => (stored = pending),
  }

  /** Lets what is promised happen. */
  const settle = async () => {
    for (let n = 0; n < 10; n++) await Promise.resolve()
  }
  const pass = async (ms: number) => {
    const end = now + ms
    for (;;) {
      const next = [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
      if (!next) break
      timers.delete(next)
      now = next.at
      next.then()
      await settle()
    }
    now = end
    await settle()
  }
  const wire = () => {
    const last = dials.at(-1)
    if (!last) throw new Error('nothing was dialled')
    return last
  }
  const hears = (frame: ServerFrame) => wire().events.received(JSON.stringify(frame))
  /** Brings the last connection up; history first. */
  const comesUp = async (history: Extract<ServerFrame, { type: 'entry' }>[] = []) => {
    await settle()
    wire().events.opened()
    hears({ type: 'ready' })
    history.forEach(hears)
    hears({ type: 'resumed', after: history.at(-1)?.entry.entry ?? 0 })
  }
  const sent = (type: ClientFrame['type']) => wire().sent.filter((frame) => frame.type === type)
  return {
    env,
    control,
    dials,
    asked,
    settle,
    pass,
    wire,
    hears,
    comesUp,
    sent,
    stored: () => stored,
    waitingTimers: () => timers.size,
  }
}

export function said(entry: number, text = `text ${entry}`, more: object = {}) {
  const who = 'bot' as const
  const base = { entry, who, text, language: 'fr', at: '2026-11-21T12:00:00Z', id: null }
  return { type: 'entry' as const, entry: { ...base, ...more } }
}
