import fastify from 'fastify'
import type { FastifyInstance } from 'fastify'
import type { Clock } from '../../src/conversation/clock.ts'
import { errors, isAmiableError } from '../../src/errors.ts'

/** A server with one door, answering errors of the registry as the hub does. Closes with its scope. */
export function openDoor(): FastifyInstance & AsyncDisposable {
  const app = fastify({ forceCloseConnections: true })
  app.setErrorHandler((error: { statusCode?: number; message: string }, _request, reply) => {
    const status = isAmiableError(error) ? errors[error.code].status : (error.statusCode ?? 500)
    const code = isAmiableError(error) ? error.code : 'internal'
    return reply.code(status).type('application/problem+json').send({ code, detail: error.message })
  })
  return app as FastifyInstance & AsyncDisposable
}

/** A clock that stands where it was set. */
export function clockAt(instant: string): Clock {
  const at = Temporal.Instant.from(instant)
  return { now: () => at }
}

/** One creditor with one number and one chat; `ours` as the sample creditor writes them. */
export const creditorOf = (channel: string, ours: string): string | null =>
  ['sms +33162000000', 'voice +33162000000', 'chat helia'].includes(`${channel} ${ours}`)
    ? 'helia'
    : null

/** A record without one of its fields. */
export function without<R extends object, K extends keyof R>(record: R, field: K): Omit<R, K> {
  const copy = { ...record }
  delete copy[field]
  return copy
}
