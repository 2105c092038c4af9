import type { FastifyBaseLogger } from 'fastify'
import type { Twilio } from 'twilio'
import type { Channel, OutboundMessage, SendResult } from '../../conversation/channel.ts'
import type { Clock } from '../../conversation/clock.ts'
import { actOn, explainError } from './error-codes.ts'
import { renderSms } from './render.ts'
import { makeTwilioHttp } from './twilio-http.ts'
import type { TooMany } from './twilio-http.ts'

export interface SmsConfig {
  /** Null where no account is configured: messages then wait for one. */
  accountSid: string | null
  authToken: string | null
  /** Another host than Twilio's own; null for Twilio's. */
  apiUrl: string | null
  /** Where Twilio reports what became of a message; null where it cannot reach us. */
  publicUrl: string | null
  /** For a whole exchange with Twilio; ten seconds where nothing is given. */
  timeoutMs?: number
  clock: Clock
  log: Pick<FastifyBaseLogger, 'warn' | 'error'>
}

/** How long a message waits when the fault is in our own account or settings. */
const repairMs = 5 * 60_000
/** Twilio's clock and ours may differ when we look for a message by time. */
const skewMs = 2 * 60_000
/** As many messages between two numbers as Twilio's list is searched for one. */
const searched = 200

/**
 * SMS through Twilio's REST API. Twilio offers no idempotency key, so an answer that never came is
 * `uncertain`, and `find` looks for the message in Twilio's list before anybody sends it again.
 * `find` throws where the list cannot be read: the message stays uncertain.
 */
export function makeSms(config: SmsConfig): Channel {
  const { log } = config
  const twilio = lazyTwilio(config)

  const send = async (message: OutboundMessage): Promise<SendResult> => {
    const client = await twilio()
    if (!client) return { state: 'retry', reason: 'no Twilio account is set', afterMs: repairMs }
    const { body, segments, cut } = renderSms(message)
    if (cut) log.warn({ outbox: message.id }, 'a text was longer than an SMS can be and was cut')
    try {
      const created = await client.messages.create({
        to: message.line.theirs,
        from: message.line.ours,
        body,
        statusCallback: callback(config.publicUrl, message.id),
      })
      if (!created.sid) return { state: 'uncertain', reason: 'the answer names no message' }
      return { state: 'sent', providerId: created.sid, segments }
    } catch (error) {
      const result = classify(error)
      if (isOurs(error)) log.error({ outbox: message.id, ...result }, 'Twilio refuses our account')
      return result
    }
  }

  const find = async (message: OutboundMessage, known: Set<string>): Promise<string | null> => {
    const client = await twilio()
    if (!client) throw new Error('no Twilio account is set, so its list cannot be read')
    const { body } = renderSms(message)
    const since = Date.parse(message.since) - skewMs
    // Not filtered by DateSent: a message Twilio still queues has none.
    const { theirs: to, ours: from } = message.line
    const listed = await client.messages.list({ to, from, limit: searched, pageSize: 50 })
    const found = listed.find(
      (one) => one.body === body && !known.has(one.sid) && one.dateCreated.getTime() >= since,
    )
    return found?.sid ?? null
  }

  return { name: 'sms', send, find }
}

/** The SDK takes a fifth of a second to load: not before the first message leaves. */
function lazyTwilio({ accountSid, authToken, apiUrl, timeoutMs = 10_000, clock }: SmsConfig) {
  let client: Promise<Twilio> | undefined
  const load = async (account: string, token: string) => {
    const { default: twilio } = await import('twilio')
    return twilio(account, token, { httpClient: makeTwilioHttp(apiUrl, timeoutMs, clock) })
  }
  return async () => (accountSid && authToken ? (client ??= load(accountSid, authToken)) : null)
}

function callback(publicUrl: string | null, outbox: string): string | undefined {
  if (!publicUrl) return undefined
  const base = publicUrl.replace(/\/$/, '')
  return `${base}/webhooks/twilio/status?outbox=${encodeURIComponent(outbox)}`
}

/** Failures before anything left us: certainly not taken. */
const neverLeft = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']

/** What a failed call to Twilio means for the message. Pure: everything is in the error. */
function classify(error: unknown): SendResult {
  if (isTooMany(error)) {
    const { afterMs } = error
    return { state: 'retry', reason: '20429 too_many_requests', ...(afterMs && { afterMs }) }
  }
  const { status, code, cause } = error as { status?: number; code?: number; cause?: Caused }
  if (status === undefined) return unanswered(error, cause)
  // After a 5xx nobody knows whether the message was taken before something broke.
  if (status >= 500) return { state: 'uncertain', reason: `HTTP ${status}` }
  const reason = code ? explainError(code) : `HTTP ${status}`
  if (actOn(code) === 'refused') return { state: 'failed', reason, optedOut: true }
  if (actOn(code) === 'later' || status === 408) return { state: 'retry', reason }
  if (isOurs(error)) return { state: 'retry', reason, afterMs: repairMs }
  return { state: 'failed', reason }
}

interface Caused {
  code?: string
}

function unanswered(error: unknown, cause: Caused | undefined): SendResult {
  const reason = cause?.code ?? (error instanceof Error ? error.name : 'unknown')
  return { state: neverLeft.includes(reason) ? 'retry' : 'uncertain', reason }
}

function isTooMany(error: unknown): error is TooMany {
  return error instanceof Error && error.name === 'TooMany'
}

/** Account, token, sender or address of the API: an operator repairs it, the message keeps. */
function isOurs(error: unknown): boolean {
  const { status = 0, code } = error as { status?: number; code?: number }
  if (actOn(code) === 'ours') return true
  return (
    actOn(code) === null && ([401, 403, 404].includes(status) || (status >= 300 && status < 400))
  )
}
