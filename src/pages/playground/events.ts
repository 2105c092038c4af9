import { z } from 'zod'
import { channels } from '../../conversation/line.ts'
import type { Clock } from '../../conversation/clock.ts'
import type { Creditor } from '../../conversation/creditor.ts'
import type { EventKind, InboundEvent } from '../../conversation/event.ts'
import type { ChannelName, LineKey } from '../../conversation/line.ts'
import type { SampleAccount } from './views.ts'
import { fail } from '../../errors.ts'

const id = z.uuid()
const phone = z.string().regex(/^\+\d{8,15}$/, 'a number like +33639980001')
const callId = z.string().regex(/^[\w-]{8,64}$/, 'letters, digits and dashes')

export const messageSchema = z.strictObject({
  line: z.literal('sms'),
  id,
  from: phone,
  text: z.string().trim().min(1).max(1600),
})

export const openSchema = z.strictObject({ id, from: phone })

/** Types of a call's events, as a callbot platform names them, to ours. */
const callKinds = {
  'call.started': 'call_started',
  utterance: 'message',
  dtmf: 'dtmf',
  silence: 'silence',
  'call.ended': 'call_ended',
} as const satisfies Record<string, EventKind>

export const callSchema = z.strictObject({
  callId,
  eventId: id,
  from: phone,
  type: z.enum(['call.started', 'utterance', 'dtmf', 'silence', 'call.ended']),
  text: z.string().trim().max(1000).default(''),
})

export const lineSchema = z.object({
  channel: z.enum(channels),
  theirs: z.string().regex(/^[\x20-\x7e]{1,128}$/, '1 to 128 printable characters'),
  after: z.coerce.number().int().min(0).default(0),
})

/** Where the page's customers write to and come from. */
export interface Playground {
  creditor: Creditor
  samples: SampleAccount[]
  clock: Clock
}

/** Reads outside data with its schema; throws `bad_request` naming each bad field. */
export function read<S extends z.ZodType>(schema: S, data: unknown): z.output<S> {
  const result = schema.safeParse(data)
  if (result.success) return result.data
  throw fail('bad_request', z.prettifyError(result.error))
}

/** The line of a phone, call or chat session with the sample creditor. */
export function lineOf(creditor: Creditor, channel: ChannelName, theirs: string): LineKey {
  const ours = creditor[channel][0]
  if (ours === undefined) {
    throw fail('not_found', `creditor "${creditor.id}" has no ${channel} address: expected one`)
  }
  return { creditor: creditor.id, channel, ours, theirs }
}

/** A text message of a sample customer, as its channel would hand it over. */
export function messageEvent(deps: Playground, body: z.output<typeof messageSchema>): InboundEvent {
  sampleWith(deps.samples, body.from)
  return textEvent(deps, { id: body.id, from: body.from, kind: 'message', text: body.text })
}

/** The creditor writes first to a sample customer; the account is a candidate, not a proof. */
export function openEvent(deps: Playground, body: z.output<typeof openSchema>): InboundEvent {
  const { reference } = sampleWith(deps.samples, body.from)
  const event = textEvent(deps, { id: body.id, from: body.from, kind: 'opened', text: '' })
  // As the creditor's own systems open one: the opener, not a greeting, and only in permitted hours.
  return { ...event, source: 'api', account: reference }
}

/** One event of a call: what was said, the keys pressed, a silence, the start or the end. */
export function callEvent(deps: Playground, body: z.output<typeof callSchema>): InboundEvent {
  const sample = sampleWith(deps.samples, body.from)
  return {
    source: 'playground',
    id: body.eventId,
    line: lineOf(deps.creditor, 'voice', body.callId),
    kind: callKinds[body.type],
    text: body.text,
    confidence: null,
    language: sample.language,
    from: body.from,
    at: deps.clock.now().toString(),
  }
}

function textEvent(
  deps: Playground,
  event: Pick<InboundEvent, 'id' | 'kind' | 'text'> & { from: string },
): InboundEvent {
  return {
    ...event,
    source: 'playground',
    line: lineOf(deps.creditor, 'sms', event.from),
    confidence: null,
    language: null,
    at: deps.clock.now().toString(),
  }
}

/** Only sample customers speak here, so that the page cannot be used to write for anybody else. */
function sampleWith(samples: SampleAccount[], from: string): SampleAccount {
  const sample = samples.find(({ phone }) => phone === from)
  if (sample) return sample
  throw fail('bad_request', `from "${from}" is not the phone of a sample account`)
}
