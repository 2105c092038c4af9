import { readFile } from 'node:fs/promises'
import websocket from '@fastify/websocket'
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Clock } from '../../conversation/clock.ts'
import type { Hub } from '../../conversation/hub.ts'
import { fail } from '../../errors.ts'
import { makeRateLimit } from '../../live/rate-limit.ts'
import { readBody } from '../body.ts'
import type { CreditorOf } from '../creditor-of.ts'
import { closing } from './page.ts'
import { openingSchema } from './parse.ts'
import { serveSocket, usualLimits } from './socket.ts'
import type { SocketDeps, SocketLimits } from './socket.ts'
import { isAllowedOrigin, lineOf, readSession, signSession } from './verify.ts'

export interface ChatDeps {
  hub: Pick<Hub, 'accept' | 'entries' | 'watch'>
  clock: Clock
  /** Signs session tokens; kept over restarts, or every open page begins anew. */
  secret: string
  /** Our own address; null on a machine that only talks to itself. */
  publicUrl: string | null
  /** Other sites that carry the widget, as `https://www.example.fr`. */
  origins: string[]
  creditorOf: CreditorOf
  /** A new session's id: at least 128 bits of chance. */
  newId: () => string
  /** Path of the built widget. */
  widgetFile: string
  limits?: Partial<SocketLimits>
}

const maxPayload = 64 * 1024
const bodyLimit = 8 * 1024
const sessionsPerMinute = 20
const pagesPerSession = 5
const messagesPerWindow = 10
const windowMs = 10_000
const restartMs = 2_000

/** `POST /chat/sessions`, `GET /chat` (WebSocket) and `GET /widget.js`; frames in `docs/chat.md`. */
export const chatRoutes: FastifyPluginAsync<ChatDeps> = async (app, deps) => {
  // Before the socket plugin, whose own hook would close the pages without a word.
  app.addHook('preClose', async () => restartPages(app))
  await app.register(websocket, {
    options: { maxPayload, perMessageDeflate: false },
    preClose: (done) => done(),
    errorHandler: (err, _socket, request) => request.log.info({ err }, 'a chat page broke off'),
  })
  addSessions(app, deps)
  addWidget(app, deps.widgetFile)
  addSocket(app, deps)
}

function addSocket(app: FastifyInstance, deps: ChatDeps): void {
  const { hub, clock } = deps
  const enter = makeEntrance(deps)
  const messages = makeRateLimit(messagesPerWindow, windowMs, clock)
  const limits = { ...usualLimits, ...deps.limits }
  const checkOrigin = async (request: FastifyRequest) => void originOf(request, deps)

  app.get('/chat', { websocket: true, onRequest: checkOrigin }, (socket, request) => {
    const origin = originOf(request, deps)
    const enterHere = (token: string) => enter(token, origin)
    const { log } = request
    serveSocket(socket, {
      hub,
      clock,
      log,
      messages,
      limits,
      enter: enterHere,
    } satisfies SocketDeps)
  })
}

/** The origin of a page that may chat. @throws forbidden */
function originOf(request: FastifyRequest, deps: ChatDeps): string {
  const { origin, host } = request.headers
  if (isAllowedOrigin(origin, host, deps)) return origin
  throw fail('forbidden', `origin ${origin ?? 'missing'}: expected our own or one of CHAT_ORIGINS`)
}

/** Tells open pages to come back, and waits for them to hang up, a second at most. */
async function restartPages(app: FastifyInstance): Promise<void> {
  const { clients } = app.websocketServer
  const left = [...clients].map((socket) => {
    socket.send(JSON.stringify({ type: 'restart', retryAfterMs: restartMs }))
    socket.close(closing.restart, 'restart')
    return new Promise((closed) => socket.once('close', closed))
  })
  const late = setTimeout(() => clients.forEach((socket) => socket.terminate()), 1_000)
  await Promise.all(left)
  clearTimeout(late)
}

/** Lets a page with a good token in, as many pages of one session as a person has. */
function makeEntrance({ secret, clock }: ChatDeps) {
  const pages = new Map<string, number>()
  const count = (session: string, more: 1 | -1) => {
    const now = (pages.get(session) ?? 0) + more
    if (now > 0) pages.set(session, now)
    else pages.delete(session)
  }
  return (token: string, origin: string) => {
    const session = readSession(secret, token, origin, clock)
    if (!session) return 'unknown'
    if ((pages.get(session.session) ?? 0) >= pagesPerSession) return 'full'
    count(session.session, 1)
    let left = false
    const leave = () => {
      if (!left) count(session.session, -1)
      left = true
    }
    return { line: lineOf(session), leave }
  }
}

function addSessions(app: FastifyInstance, deps: ChatDeps): void {
  const { secret, clock } = deps
  const limit = makeRateLimit(sessionsPerMinute, 60_000, clock)

  app.options('/chat/sessions', async (request, reply) => {
    allowPage(reply, originOf(request, deps))
    reply.header('access-control-allow-methods', 'POST')
    reply.header('access-control-allow-headers', 'content-type')
    return reply.header('access-control-max-age', '600').code(204).send()
  })
  app.post('/chat/sessions', { bodyLimit }, async (request, reply) => {
    const origin = originOf(request, deps)
    allowPage(reply, origin)
    const wait = limit.take(request.ip)
    if (wait > 0) {
      reply.header('retry-after', Math.ceil(wait / 1000))
      throw fail(
        'too_many_requests',
        `${sessionsPerMinute} chat sessions a minute from one address`,
      )
    }
    const { creditor: ours, token } = readBody(openingSchema, request.body)
    const creditor = deps.creditorOf('chat', ours)
    if (creditor === null) throw fail('not_found', `no creditor has a chat called ${ours}`)
    const before = token === undefined ? null : readSession(secret, token, origin, clock)
    const session = before?.ours === ours ? before.session : deps.newId()
    const signed = signSession(secret, { session, creditor, ours, origin }, clock)
    return reply.code(201).send({ session, token: signed, renewed: before !== null })
  })
}

function allowPage(reply: FastifyReply, origin: string): void {
  reply.header('access-control-allow-origin', origin).header('vary', 'Origin')
}

/** Any page may load the script; what it may do is decided by its origin. */
function addWidget(app: FastifyInstance, file: string): void {
  app.get('/widget.js', async (_request, reply) => {
    const script = await readFile(file).catch(() => null)
    if (!script) {
      const hint = '// The chat widget is not built: run `npm run prepare` once.\n'
      return reply.code(503).type('text/javascript; charset=utf-8').send(hint)
    }
    reply.header('cross-origin-resource-policy', 'cross-origin')
    reply.header('cache-control', 'public, max-age=300')
    return reply.type('text/javascript; charset=utf-8').send(script)
  })
}
