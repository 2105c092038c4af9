import type { FastifyBaseLogger } from 'fastify'
import type { Clock } from '../../conversation/clock.ts'
import type { Hub } from '../../conversation/hub.ts'
import type { Language } from '../../conversation/language.ts'
import type { LineKey } from '../../conversation/line.ts'
import type { RateLimit } from '../../live/rate-limit.ts'
import { follow } from './follow.ts'
import { parseMessage, parseOpening } from './parse.ts'
import type { ClientFrame } from './parse.ts'
import { renderEntry } from './render.ts'
import type { ServerFrame } from './render.ts'

export interface PageDeps {
  hub: Pick<Hub, 'accept' | 'entries' | 'watch'>
  clock: Clock
  log: Pick<FastifyBaseLogger, 'error'>
  /** Messages of a session, over all its pages. */
  messages: RateLimit
}

/** RFC 6455, 7.4.1, and ours from 4000 on. */
export const closing = { policy: 1008, restart: 1012, later: 1013, auth: 4401, late: 4408 } as const

interface PageWire {
  line: LineKey
  send(frame: ServerFrame): void
  close(code: number, reason: string): void
}

type Frame<Type> = Extract<ClientFrame, { type: Type }>

/** One page that is let in: what it says goes to the hub, what is said on its line comes back. */
export function makePage(deps: PageDeps, { line, send, close }: PageWire) {
  const { hub, clock, log, messages } = deps
  let following: ReturnType<typeof follow> | null = null
  let withPerson = false

  const resume = (after: number) => {
    following?.stop()
    following = follow({
      hub,
      line,
      after,
      push: (entry) => {
        if (entry.who !== 'customer') withPerson = entry.who === 'advisor'
        send(renderEntry(entry, line))
      },
      caughtUp: (reached) => send({ type: 'resumed', after: reached }),
      failed: (err) => {
        log.error({ err }, 'the entries of a chat could not be read')
        close(closing.later, 'try later')
      },
    })
  }

  const message = async (frame: Frame<'message'>) => {
    if (messages.take(line.theirs) > 0) return close(closing.policy, 'too many messages')
    const { clientMsgId } = frame
    const event = parseMessage(frame, line, clock.now().toString())
    const accepted = await hub.accept(event).catch((err: unknown) => {
      log.error({ err }, 'a chat message could not be held')
      return null
    })
    if (!accepted) return send({ type: 'error', code: 'try_later', clientMsgId })
    send({ type: 'ack', clientMsgId, entry: accepted.entry })
    // Nobody says that a person types when we do not know it.
    if (!accepted.repeated && !withPerson) send({ type: 'typing' })
  }

  const open = async (language: Language) => {
    const [first] = await hub.entries(line, 0)
    if (!first) await hub.accept(parseOpening(language, line, clock.now().toString()))
  }

  const hear = async (frame: ClientFrame | null) => {
    if (frame?.type === 'message') return message(frame)
    if (frame?.type === 'open') return open(frame.language)
    if (frame?.type === 'resume') return resume(frame.after)
    send({ type: 'error', code: 'bad_frame' })
  }

  return { hear, look: () => following?.look(), leave: () => following?.stop() }
}
