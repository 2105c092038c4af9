import type { FastifyPluginAsync } from 'fastify'
import type { Clock } from '../../conversation/clock.ts'
import type { Hub } from '../../conversation/hub.ts'
import type { Language } from '../../conversation/language.ts'
import { fail } from '../../errors.ts'
import { readBody } from '../body.ts'
import type { CreditorOf } from '../creditor-of.ts'
import { calledNumber, isInterim, parseTranscript, spoken, transcriptSchema } from './parse.ts'
import { renderAside, renderTurn } from './render.ts'
import { isSigned } from './verify.ts'

export interface VoiceDeps {
  hub: Pick<Hub, 'answer'>
  clock: Clock
  /** `VOICE_WEBHOOK_SECRET`: several while it rotates, none closes the door. */
  secrets: string[]
  creditorOf: CreditorOf
  /** What a caller hears on a number nobody here owns; names nobody, reveals nothing. */
  unknownNumber: Record<Language, string>
}

const bodyLimit = 64 * 1024
const json = 'application/json; charset=utf-8'
const goOn = renderAside(null)

/** `POST /webhooks/voice/transcript`: any callbot platform, one event a request, answered at once. */
export const voiceRoutes: FastifyPluginAsync<VoiceDeps> = async (app, deps) => {
  const { hub, clock, secrets, creditorOf } = deps
  // The signature covers what came over the wire, so nothing may read the body before us.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, done) =>
    done(null, body),
  )

  app.post('/webhooks/voice/transcript', async (request, reply) => {
    if (secrets.length === 0) {
      request.log.error('VOICE_WEBHOOK_SECRET is not set, so the door for calls is closed')
      throw fail('door_closed', 'POST /webhooks/voice/transcript: no VOICE_WEBHOOK_SECRET')
    }
    const body = (request.body ?? Buffer.alloc(0)) as Buffer
    if (!isSigned(secrets, headerOf(request.headers['x-amiable-signature']), body, clock)) {
      throw fail('bad_signature', 'X-Amiable-Signature is missing, wrong or too old')
    }
    const heard = readBody(transcriptSchema, parseJson(body))
    reply.type(json)
    if (isInterim(heard)) return goOn
    const creditor = creditorOf('voice', calledNumber(heard))
    if (creditor === null) {
      request.log.warn({ pii: { to: heard.to } }, 'a call for a number no creditor owns')
      const language = spoken(heard) ?? 'fr'
      return renderAside({ text: deps.unknownNumber[language], language })
    }
    return hub.answer(parseTranscript(heard, creditor), renderTurn)
  })
}

function headerOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(',') : value
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch (cause) {
    throw fail('bad_request', `a body of ${body.length} bytes is not JSON`, cause)
  }
}
