import type { ClientFrame, ServerFrame, Session, Wire, WireEvents } from './wire.ts'

export interface LinkEnv {
  dial(events: WireEvents): Wire
  /** The session kept on this device, or a new one. `refused`: the kept token was not accepted. */
  session(refused: boolean): Promise<Session>
  /** Calls back after milliseconds; returns the way to stop it. */
  after(ms: number, then: () => void): () => void
  /** A number from 0 to 1. */
  chance(): number
}

export interface LinkEvents {
  connecting(): void
  ready(session: string): void
  frame(frame: ServerFrame): void
  lost(): void
}

const longestPauseMs = 30_000
const notAuthenticated = 4401

/*
 *   idle --start--> dialling --ready--> up --close--> pausing --> dialling
 *
 * A pause is random up to twice the last one: pages that a restart threw out come back one by one.
 */

/** Keeps one connection to the hub, coming back by itself until it is stopped. */
export function makeLink(env: LinkEnv, on: LinkEvents) {
  let wire: Wire | null = null
  let running = false
  let attempts = 0
  let atLeastMs = 0
  let refused = false
  let wake: (() => void) | null = null
  /** Rises with each connection, so that what an old one still says is not heard. */
  let dialled = 0

  const dial = async () => {
    wake = null
    const mine = ++dialled
    on.connecting()
    const session = await env.session(refused).catch(() => null)
    if (!running || mine !== dialled) return
    if (!session) return pause()
    refused = false
    const opened = env.dial({
      opened: () => opened.send(JSON.stringify({ type: 'auth', token: session.token })),
      received: (data) => mine === dialled && receive(JSON.parse(data), session.session),
      closed: (code) => mine === dialled && lose(code),
    })
    wire = opened
  }

  const receive = (frame: ServerFrame, session: string) => {
    if (frame.type === 'ready') on.ready(session)
    else if (frame.type === 'restart') atLeastMs = frame.retryAfterMs
    else on.frame(frame)
  }

  const lose = (code: number) => {
    wire = null
    dialled++
    if (code === notAuthenticated) refused = true
    if (running) pause()
  }

  const pause = () => {
    on.lost()
    const most = Math.min(1_000 * 2 ** attempts++, longestPauseMs)
    const stop = env.after(atLeastMs + env.chance() * most, dial)
    atLeastMs = 0
    wake = () => {
      stop()
      void dial()
    }
  }

  return {
    start: () => {
      if (running) return
      running = true
      void dial()
    },
    /** Everything missed has arrived: the next loss begins with short pauses again. */
    steady: () => (attempts = 0),
    /** The network is back: do not wait for the end of the pause. */
    hurry: () => wake?.(),
    /** The other side does not answer: begin anew. */
    redial: () => {
      const old = wire
      lose(0)
      old?.close()
    },
    send: (frame: ClientFrame) => wire?.send(JSON.stringify(frame)),
    stop: () => {
      running = false
      dialled++
      wake = null
      wire?.close()
      wire = null
    },
  }
}
