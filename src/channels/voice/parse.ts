import { z } from 'zod'
import type { EventKind, InboundEvent } from '../../conversation/event.ts'
import { languages } from '../../conversation/language.ts'
import { e164 } from '../phone.ts'
import { storable } from '../text.ts'

const id = z.string().min(1).max(128)
const call = {
  callId: id,
  eventId: id,
  from: z.string().max(64).nullish(),
  to: z.string().min(1).max(64),
  language: z.string().max(35).nullish(),
  occurredAt: z.iso.datetime({ offset: true }),
}
const words = z.string().max(5000)
const keys = z.string().regex(/^[0-9A-D*#]{1,64}$/, 'expected keys of a telephone')

/** Body of `POST /webhooks/voice/transcript`. Fields we do not know are left aside. */
export const transcriptSchema = z.discriminatedUnion('type', [
  z.object({ ...call, type: z.literal('call.started') }),
  z.object({
    ...call,
    type: z.literal('utterance'),
    text: words,
    confidence: z.number().min(0).max(1).nullish(),
    final: z.boolean().default(true),
  }),
  z.object({ ...call, type: z.literal('dtmf'), text: keys.nullish(), digits: keys.nullish() }),
  z.object({ ...call, type: z.literal('silence') }),
  z.object({ ...call, type: z.literal('interrupt'), text: words.nullish() }),
  z.object({ ...call, type: z.literal('call.ended'), text: words.nullish() }),
  z.object({ ...call, type: z.literal('transfer.result'), text: words.nullish() }),
])
type Transcript = z.infer<typeof transcriptSchema>

const kinds: Record<Transcript['type'], EventKind> = {
  'call.started': 'call_started',
  utterance: 'message',
  dtmf: 'dtmf',
  silence: 'silence',
  interrupt: 'interrupt',
  'call.ended': 'call_ended',
  'transfer.result': 'transfer_result',
}

/** A guess of the recogniser that it will still change: nothing to work yet. */
export function isInterim(heard: Transcript): boolean {
  return heard.type === 'utterance' && !heard.final
}

/** An event of a call. Its own id counts within its call: platforms number events from one. */
export function parseTranscript(heard: Transcript, creditor: string): InboundEvent {
  const callId = storable(heard.callId)
  return {
    source: 'voice',
    id: `${encodeURIComponent(callId)}/${storable(heard.eventId)}`,
    line: { creditor, channel: 'voice', ours: calledNumber(heard), theirs: callId },
    kind: kinds[heard.type],
    text: storable(wordsOf(heard)),
    confidence: heard.type === 'utterance' ? (heard.confidence ?? null) : null,
    language: spoken(heard),
    from: e164(heard.from),
    at: Temporal.Instant.from(heard.occurredAt).toString(),
  }
}

/** Our number as creditors write theirs, or what was given where it is no number. */
export function calledNumber(heard: Transcript): string {
  return e164(heard.to) ?? storable(heard.to)
}

/** The language of a tag like `fr-FR`; null for none and for one we do not speak. */
export function spoken({ language }: Transcript): InboundEvent['language'] {
  const primary = language?.slice(0, 2).toLowerCase()
  return languages.find((known) => known === primary) ?? null
}

function wordsOf(heard: Transcript): string {
  if (heard.type === 'dtmf') return heard.digits ?? heard.text ?? ''
  return ('text' in heard ? heard.text : null) ?? ''
}
