import type { FastifyInstance, FastifyPluginAsync, FastifyRequest } from 'fastify'
import type { Clock } from '../../conversation/clock.ts'
import type { Hub } from '../../conversation/hub.ts'
import { fail } from '../../errors.ts'
import type { CreditorOf } from '../creditor-of.ts'
import { parseMessage, parseStatus, readForm } from './parse.ts'
import type { TwilioForm } from './parse.ts'
import { isFromTwilio } from './verify.ts'

export interface SmsDeps {
  hub: Pick<Hub, 'accept' | 'report'>
  clock: Clock
  /** The account's auth tokens: several while they rotate, none closes the door. */
  authTokens: string[]
  /** The address Twilio calls, without path: what it signs begins with it. */
  publicUrl: string
  creditorOf: CreditorOf
}

const bodyLimit = 64 * 1024
/** Nothing to say on this connection: answers leave through the outbox, where they can be retried. */
const emptyTwiml = '<?xml version="1.0" encoding="UTF-8"?><Response/>'

/** `POST /webhooks/twilio/sms` and `/webhooks/twilio/status`. */
export const smsRoutes: FastifyPluginAsync<SmsDeps> = async (app, deps) => {
  takeRawBodies(app)
  const address = deps.publicUrl.replace(/\/$/, '')

  app.addHook('onRequest', async (request) => {
    if (deps.authTokens.length > 0) return
    request.log.error('TWILIO_AUTH_TOKEN is not set, so the door for Twilio is closed')
    throw fail('door_closed', `${request.method} ${request.routeOptions.url}: no TWILIO_AUTH_TOKEN`)
  })

  app.post('/webhooks/twilio/sms', async (request, reply) => {
    const form = verifiedForm(request, address, deps.authTokens)
    const heard = parseMessage(form, deps.creditorOf, deps.clock.now().toString())
    if (typeof heard === 'string') {
      const pii = { from: form.From, to: form.To }
      request.log.warn({ reason: heard, sid: form.MessageSid, pii }, 'an SMS starts no turn')
    } else {
      await deps.hub.accept(heard)
    }
    return reply.type('text/xml; charset=utf-8').send(emptyTwiml)
  })

  app.post<{ Querystring: { outbox?: string } }>(
    '/webhooks/twilio/status',
    async (request, reply) => {
      const form = verifiedForm(request, address, deps.authTokens)
      const { outbox } = request.query
      const at = deps.clock.now().toString()
      const report = parseStatus(form, typeof outbox === 'string' ? outbox : null, at)
      if (report) await deps.hub.report(report)
      return reply.type('text/xml; charset=utf-8').send(emptyTwiml)
    },
  )
}

/** The signature covers what came over the wire, so nothing may read the body before us. */
function takeRawBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, done) =>
    done(null, body),
  )
}

/** @throws bad_signature, or bad_request for a body that is no readable form */
function verifiedForm(request: FastifyRequest, address: string, tokens: string[]): TwilioForm {
  const signature = request.headers['x-twilio-signature']
  if (typeof signature !== 'string') {
    throw fail('bad_signature', 'X-Twilio-Signature is missing')
  }
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
  const type = request.headers['content-type'] ?? ''
  const isForm = type.toLowerCase().startsWith('application/x-www-form-urlencoded')
  const form = isForm ? readForm(body) : null
  if (isForm && !form) throw fail('bad_request', `the form of ${body.length} bytes is not readable`)
  const url = address + request.raw.url
  if (!isFromTwilio(tokens, { url, signature, body, form })) {
    throw fail('bad_signature', `X-Twilio-Signature fits none of our tokens for ${url}`)
  }
  if (!form) throw fail('bad_request', `content-type is ${type}: expected a form`)
  return form
}
