import type { WebSocket } from 'ws'
import type { LineKey } from '../../conversation/line.ts'
import { makeRateLimit } from '../../live/rate-limit.ts'
import { closing, makePage } from './page.ts'
import type { PageDeps } from './page.ts'
import { parseFrame } from './parse.ts'
import type { ClientFrame } from './parse.ts'
import type { ServerFrame } from './render.ts'

/** Milliseconds and counts a test may shorten. */
export interface SocketLimits {
  authMs: number
  pingMs: number
  frames: number
  framesMs: number
  /** Bytes a page may leave unread before it is cut off. */
  unread: number
}

export const usualLimits: SocketLimits = {
  authMs: 5_000,
  pingMs: 25_000,
  frames: 40,
  framesMs: 10_000,
  unread: 1024 * 1024,
}

export interface SocketDeps extends PageDeps {
  limits: SocketLimits
  enter(token: string): Entered | 'unknown' | 'full'
}

/** A page that is let in: its line, and how to leave it. */
interface Entered {
  line: LineKey
  leave(): void
}

/*
 * Life of a socket:
 *
 *   waiting --auth--> ready --resume--> following --close--> gone
 *      |                |  open, message: at any time from here on
 *      +--5 s, or anything else--> closed 4408 / 4401
 */

/** Speaks with one page until it leaves. Frames are worked one after the other. */
export function serveSocket(socket: WebSocket, deps: SocketDeps): void {
  const { log, limits } = deps
  const frames = makeRateLimit(limits.frames, limits.framesMs, deps.clock)
  const door = makeDoor(socket, deps)
  let work = Promise.resolve()
  let alive = true

  socket.on('message', (data, isBinary) => {
    if (frames.take('') > 0) return socket.close(closing.policy, 'too many frames')
    const frame = isBinary ? null : parseFrame(String(data))
    work = work
      .then(() => door.hear(frame))
      .catch((err: unknown) => {
        log.error({ err }, 'a chat frame could not be worked')
        socket.close(closing.later, 'try later')
      })
  })
  socket.on('pong', () => (alive = true))

  const patience = setTimeout(() => {
    if (!door.isOpen()) socket.close(closing.late, 'auth expected')
  }, limits.authMs)
  const heartbeat = setInterval(() => {
    if (!alive) return socket.terminate()
    alive = false
    socket.ping()
    // News may have been lost on its way between processes; it is late now, but not gone.
    door.look()
  }, limits.pingMs)
  socket.on('close', () => {
    clearTimeout(patience)
    clearInterval(heartbeat)
    door.leave()
  })
}

/** Lets a page in by its first frame; before that it can do nothing. */
function makeDoor(socket: WebSocket, deps: SocketDeps) {
  let entered: Entered | null = null
  let page: ReturnType<typeof makePage> | null = null

  const send = (frame: ServerFrame) => {
    if (socket.readyState !== socket.OPEN) return
    if (socket.bufferedAmount > deps.limits.unread) return socket.terminate()
    socket.send(JSON.stringify(frame))
  }
  const close = (code: number, reason: string) => socket.close(code, reason)

  const hear = async (frame: ClientFrame | null) => {
    // A page that left while its frames waited wants nothing any more.
    if (socket.readyState !== socket.OPEN) return
    if (page) return page.hear(frame)
    const found = frame?.type === 'auth' ? deps.enter(frame.token) : 'unknown'
    if (found === 'unknown') return close(closing.auth, 'not authenticated')
    if (found === 'full') return close(closing.later, 'too many pages')
    entered = found
    page = makePage(deps, { line: found.line, send, close })
    send({ type: 'ready' })
  }
  const leave = () => {
    page?.leave()
    entered?.leave()
  }
  return { hear, leave, look: () => page?.look(), isOpen: () => page !== null }
}
