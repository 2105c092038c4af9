import type { LineKey } from './line.ts'
import type { Language } from './language.ts'

export const eventKinds = [
  'message',
  'opened',
  'call_started',
  'dtmf',
  'silence',
  'interrupt',
  'call_ended',
  'transfer_result',
] as const
export type EventKind = (typeof eventKinds)[number]

/** Something that came in, already verified and parsed: no vendor field name survives here. */
export interface InboundEvent {
  /** Who counts the ids: `twilio`, `chat`, `voice`, `api`. */
  source: string
  /** The event's own id; unique with creditor and source. */
  id: string
  line: LineKey
  kind: EventKind
  /** The words, or the keys pressed; empty for events without words. */
  text: string
  /** 0 to 1 from speech recognition; null where nobody guessed. */
  confidence: number | null
  language: Language | null
  /** Their phone number in E.164 where the channel shows one: a hint for finding candidates, never a proof. */
  from: string | null
  /** When it happened, as the source says (ISO instant). */
  at: string
  /** A reference the opener already knows (`POST /api/conversations`): a candidate, never a proof. */
  account?: string
  /** What we start ourselves waits for the permitted hours (ISO instant). */
  notBefore?: string
  /** The provider already honoured STOP or START and answered: we record and stay silent. */
  optOut?: 'stop' | 'start'
}
