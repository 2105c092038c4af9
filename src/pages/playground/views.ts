import type { Language } from '../../conversation/language.ts'
import type { AmountFound, Command, DateFound } from '../../conversation/understanding.ts'
import type { Commitment } from '../../conversation/commitment.ts'
import type { Entry } from '../../conversation/hub.ts'
import type { Grade, SignalKind } from '../../conversation/signal.ts'
import type { Trace } from '../../conversation/decision.ts'

/** A made-up account of the sample creditor; its code passes the identity check in sample mode only. */
export interface SampleAccount {
  reference: string
  name: string
  phone: string
  email: string
  language: Language
  due_cents: number
  currency: string
  /** The story of the account, shown where the page has no words of its own for it. */
  scenario: string
  verification: { code: string }
}

/** `GET /playground/samples`. */
export interface SamplesView {
  brand: string
  /** Our numbers as the page shows them; null where the creditor has none. */
  sms: string | null
  voice: string | null
  /** The name of the creditor's chat. */
  chat: string | null
  samples: SampleAccount[]
}

/** `GET /playground/entries`. */
export interface EntriesView {
  entries: Entry[]
}

/** `GET /playground/journal`: the conversation a line points to now, and why each turn went as it did. */
export interface JournalView {
  conversation: string | null
  owner: string
  verified: boolean
  turns: WhyTurn[]
}

/** One turn, small enough to be read by a person. */
export interface WhyTurn {
  turn: number
  at: string
  heard: { id: string; kind: string; text: string }[]
  understood: UnderstoodView | null
  trace: Trace[]
  effects: EffectView[]
  expects: { slot: string; type: string } | null
  /** First characters of the hashes of what the turn ran on, and of its place in the chain. */
  ran: { flows: string; texts: string; policy: string; facts: string }
  hash: string
  previousHash: string
}

export interface UnderstoodView {
  language: Language
  intents: string[]
  amounts: AmountFound[]
  dates: DateFound[]
  signals: { kind: SignalKind; grade: Grade; text: string }[]
  grade: Grade
  commands: Command[]
  confidence: number
}

/** What a turn caused, without what only the outbox may hold: no code, hash or salt. */
export interface EffectView {
  kind: string
  /** For a one-time code: the kind of contact on file; null where there was nobody to send it to. */
  to?: 'email' | 'phone' | null
  reference?: string
  until?: string
  grade?: Grade
  reason?: string
  task?: string
  cause?: string
  commitment?: Commitment
}
