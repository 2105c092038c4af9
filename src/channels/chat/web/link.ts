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

const notAuthenticated = 4401

/*
 *   idle --start--> dialling --ready--> up --close--> pausing --> dialling
 */

/** Keeps one connection to the hub, coming back by itself until it is stopped. */
export function makeLink(env: LinkEnv, on: LinkEvents) {
  const pauses = makePauses(env)
  let wire: Wire | null = null
  let running = false
  let refused = false
  /** Rises with each connection, so that what an old one still says is not heard. */
  let dialled = 0

  const dial = async () => {
    const mine = ++dialled
    const current = () => running && mine === dialled
    on.connecting()
    const session = await env.session(refused).catch(() => null)
    if (!current()) return
    if (!session) return lose(0)
    refused = false
    const opened = env.dial({
      opened: () => opened.send(JSON.stringify({ type: 'auth', token: session.token })),
      received: (data) => current() && receive(JSON.parse(data), session.session),
      closed: (code) => current() && lose(code),
    })
    wire = opened
  }

  const receive = (frame: ServerFrame, session: string) => {
    if (frame.type === 'ready') on.ready(session)
    else if (frame.type === 'restart') pauses.atLeast(frame.retryAfterMs)
    else on.frame(frame)
  }

  const lose = (code: number) => {
    const old = wire
    wire = null
    dialled++
    if (code === notAuthenticated) refused = true
    on.lost()
    pauses.begin(dial)
    old?.close()
  }

  const start = () => {
    if (running) return
    running = true
    void dial()
  }
  const stop = () => {
    running = false
    pauses.stop()
    wire?.close()
    wire = null
  }
  return {
    start,
    stop,
    send: (frame: ClientFrame) => wire?.send(JSON.stringify(frame)),
    /** Everything missed has arrived: the next loss begins with short pauses again. */
    steady: pauses.reset,
    /** The network is back: do not wait for the end of the pause. */
    hurry: pauses.end,
    /** The other side does not answer: begin anew. */
    redial: () => lose(0),
  }
}

const longestPauseMs = 30_000

/** Pauses between attempts, random up to twice the last: pages a restart threw out come back one by one. */
function makePauses(env: Pick<LinkEnv, 'after' | 'chance'>) {
  let attempts = 0
  let leastMs = 0
  let stopTimer = () => {}
  let then: (() => void) | null = null

  const stop = () => {
    stopTimer()
    then = null
  }
  const end = () => {
    const next = then
    stop()
    next?.()
  }
  const begin = (next: () => void) => {
    stop()
    const most = Math.min(1_000 * 2 ** attempts++, longestPauseMs)
    then = next
    stopTimer = env.after(leastMs + env.chance() * most, end)
    leastMs = 0
  }
  return {
    begin,
    end,
    stop,
    reset: () => (attempts = 0),
    atLeast: (ms: number) => (leastMs = ms),
  }
}
