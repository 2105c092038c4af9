import type { Cents } from './money.ts'
import type { Grade, Signal } from './signal.ts'
import type { Language } from './language.ts'

export const intents = [
  'greet',
  'thanks',
  'goodbye',
  'affirm',
  'deny',
  'explain_bill',
  'why_higher',
  'promise',
  'plan',
  'pay_now',
  'already_paid',
  'dispute',
  'cannot_pay',
  'aid',
  'payment_incident',
  'moved',
  'wrong_person',
  'third_party',
  'deceased',
  'human',
  'opt_out',
  'opt_in',
  'repeat',
  'simpler',
  'wait',
  'correct',
  'cancel',
  'are_you_a_bot',
  'complaint',
  'erase_data',
  'consequences',
  'identify',
  'answer',
  'other',
] as const
export type Intent = (typeof intents)[number]

/** An amount of money found in words; not one figure where `minCents`, `maxCents` or `share` stand. */
export interface AmountFound {
  cents?: Cents
  minCents?: Cents
  maxCents?: Cents
  times?: number
  every?: 'week' | 'month'
  share?: number
  currency: string
  text: string
}

/** A day or a span of days found in words; a side that is open is null. */
export interface DateFound {
  from: string | null
  to: string | null
  /** HH:MM in the creditor's zone. */
  time?: string
  ambiguous?: true
  text: string
}

export const slotTypes = ['money', 'date', 'count', 'one_of', 'text', 'yes_no', 'code'] as const
export type SlotType = (typeof slotTypes)[number]

/** One choice of a one-of slot: its key in the flow, and every way people say it. */
export interface Option {
  key: string
  label: string
  match: string[]
}

/** What was asked last: it decides what "le 5" or "5" means. */
export interface Asked {
  slot: string
  type: SlotType
  /** For a date: of something that happened, so "le 3" is the last 3rd and not the next. */
  past?: true
  options?: Option[]
}

/**
 * What a customer asks of the dialog, from a closed set. `fill` and `correct` name a kind of value
 * (`amount date count choice yes code text`) or, when it was asked, the slot; the dialog binds them.
 */
export type Command =
  /** `term` is the key of a glossary entry the words name. */
  | { start: Intent; text?: string; term?: string }
  | ({ fill: string } & SlotValue)
  | ({ correct: string } & SlotValue)
  | { affirm: true }
  | { deny: true }
  | { decline: true }
  | { repeat: true }
  | { simpler: true }
  | { wait: true }
  | { cancel: true }
  | { human: true }
  | { optOut: true }
  | { optIn: true }
  | { clarify: Intent[] }

/** One value under the name of its type. */
export interface SlotValue {
  cents?: Cents
  times?: number
  share?: number
  from?: string | null
  to?: string | null
  ambiguous?: true
  count?: number
  choice?: string
  yes?: boolean
  code?: string
  text?: string
}

export interface Understanding {
  text: string
  language: Language
  intents: Intent[]
  amounts: AmountFound[]
  dates: DateFound[]
  signals: Signal[]
  grade: Grade
  optOut: boolean
  commands: Command[]
  /** 0 to 1: how sure we are of the commands as a whole. */
  confidence: number
}

/** What the reader of words needs beside the words. `at` is a zoned ISO date-time. */
export interface UnderstandInput {
  text: string
  language: Language
  at: string
  asked?: Asked
  /** Of the account: a sum said in another one is found, and fills nothing. */
  currency?: string
  /** Glossary entries that may be asked about: their keys and every way people say them. */
  terms?: Option[]
  /** Where the words came from: speech has no punctuation, keys are digits. */
  spoken?: boolean
}

/** The port: deterministic today, a model behind the same port later. Pure. */
export type Understand = (input: UnderstandInput) => Understanding
