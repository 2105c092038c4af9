import { isUtf8 } from 'node:buffer'
import { z } from 'zod'
import type { DeliveryReport } from '../../conversation/hub.ts'
import type { InboundEvent } from '../../conversation/event.ts'
import type { CreditorOf } from '../creditor-of.ts'
import { readBody } from '../body.ts'
import { e164 } from '../phone.ts'
import { storable } from '../text.ts'
import { explainError } from './error-codes.ts'

/** The parameters of a form; an array where a name came several times. Has no prototype. */
export type TwilioForm = Record<string, string | string[]>

const mostKeys = 500
const brokenEscape = /%(?![0-9a-f]{2})/i

/** The form of a raw body, or null for one that cannot be read. */
export function readForm(body: Buffer): TwilioForm | null {
  const text = body.toString('utf8')
  if (!isUtf8(body) || brokenEscape.test(text)) return null
  const form: TwilioForm = Object.create(null)
  let keys = 0
  for (const [name, value] of new URLSearchParams(text)) {
    if (++keys > mostKeys) return null
    const before = form[name]
    form[name] = before === undefined ? value : [before, value].flat()
  }
  return form
}

const sid = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'expected a Twilio id like SM…')

const messageSchema = z.object({
  MessageSid: sid,
  From: z.string().min(1).max(64),
  To: z.string().min(1).max(64),
  Body: z.string().default(''),
  OptOutType: z.string().optional(),
})

/** Why a message that is really from Twilio starts no turn. */
type Ignored = 'unknown_number' | 'own_number' | 'help_answered_by_provider'

/**
 * A message as an event, or why there is none. Pictures without words are a message without words:
 * the dialog says politely that it reads text.
 * @param at now, an ISO instant: Twilio does not say when a message was written
 * @throws bad_request
 */
export function parseMessage(
  form: TwilioForm,
  creditorOf: CreditorOf,
  at: string,
): InboundEvent | Ignored {
  const message = readBody(messageSchema, form)
  const from = e164(message.From)
  const ours = e164(message.To) ?? message.To
  const creditor = creditorOf('sms', ours)
  if (creditor === null) return 'unknown_number'
  // Two machines of ours would talk to each other until somebody pays the bill.
  if (creditorOf('sms', from ?? message.From) !== null) return 'own_number'
  if (message.OptOutType === 'HELP') return 'help_answered_by_provider'
  const optOut = optOuts[message.OptOutType ?? '']
  return {
    source: 'twilio',
    id: message.MessageSid,
    line: { creditor, channel: 'sms', ours, theirs: from ?? storable(message.From) },
    kind: 'message',
    text: storable(message.Body),
    confidence: null,
    language: null,
    from,
    at,
    ...(optOut && { optOut }),
  }
}

const optOuts: Partial<Record<string, 'stop' | 'start'>> = { STOP: 'stop', START: 'start' }

const statusSchema = z.object({
  MessageSid: sid,
  MessageStatus: z.string().max(40),
  ErrorCode: z.string().max(10).optional(),
})

const states: Partial<Record<string, DeliveryReport['state']>> = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  failed: 'failed',
  undelivered: 'failed',
  canceled: 'failed',
}

/**
 * A status callback as a report; null for states before `sent`, which tell us nothing we act on.
 * @param outbox our id, from the callback's query
 * @throws bad_request
 */
export function parseStatus(
  form: TwilioForm,
  outbox: string | null,
  at: string,
): DeliveryReport | null {
  const status = readBody(statusSchema, form)
  const state = states[status.MessageStatus]
  if (!state) return null
  const code = Number(status.ErrorCode ?? 0)
  const error = state === 'failed' ? explainError(code) : null
  return { outbox, providerId: status.MessageSid, state, error, at }
}
