import type { Commitment } from './commitment.ts'
import type { DialogState, Value } from './state.ts'
import type { Grade, Signal } from './signal.ts'
import type { Handoff } from './handoff.ts'
import type { Language } from './language.ts'
import type { Proof } from './line.ts'

/** Why a message leaves: only an initiative meets hours and frequency. */
export type Purpose = 'reply' | 'security' | 'care' | 'initiative'

/** Words for the customer, ready for their channel. */
export interface Reply {
  text: string
  language: Language
  purpose: Purpose
  /** The texts it was made of, as `flow.text`. */
  from: string[]
  options?: { key: string; label: string }[]
}

/** What a turn causes beside words. Committed in the same statement as the turn. */
export type Effect =
  /** Send a one-time code to the candidate's contact on file. `hash` is keyed; `code` only reaches the sealed outbox. */
  | {
      kind: 'challenge'
      hash: string
      salt: string
      expiresAt: string
      attempts: number
      code: string
      to: { kind: 'email' | 'phone'; address: string } | null
    }
  | { kind: 'code_missed'; lockedUntil: string | null }
  | { kind: 'proof'; proof: Proof }
  | { kind: 'proof_revoked' }
  | { kind: 'commitment'; commitment: Commitment; replaces: string[] }
  | { kind: 'withdrawal'; reference: string }
  | { kind: 'handoff'; handoff: Handoff }
  | { kind: 'opt_out'; words: string }
  | { kind: 'opt_in'; words: string }
  | { kind: 'unlinked'; words: string }
  | { kind: 'cause'; cause: string }
  | { kind: 'grade'; grade: Grade; signals: Signal[] }
  /** Work for the creditor's people with a reference and a day the customer was told. */
  | {
      kind: 'task'
      task:
        | 'payment_search'
        | 'dispute'
        | 'contact_repair'
        | 'complaint'
        | 'erasure'
        | 'estate'
        | 'move'
      reference: string
      due: string
      words: string
      /** What the talk had already gathered, by slot: amount, date, method of a payment to find. */
      details?: Record<string, Value>
    }

/** One line of "why": which step, rule or command led where. */
export interface Trace {
  what:
    | 'command'
    | 'start'
    | 'ask'
    | 'say'
    | 'do'
    | 'guard'
    | 'branch'
    | 'confirm'
    | 'call'
    | 'end'
    | 'repair'
    | 'care'
    | 'gate'
    | 'handover'
  flow?: string
  step?: string
  detail?: string
}

/** What one turn decided. */
export interface Decision {
  state: DialogState
  replies: Reply[]
  effects: Effect[]
  trace: Trace[]
  /** What the channel should expect next: the slot asked and its type; null when nothing is asked. */
  expects: { slot: string; type: string } | null
  hangup: boolean
  transfer: { reason: string } | null
}

/** Chance, drawn at the edge and recorded, so that a turn can be worked again. */
export interface Draw {
  /** Six digits. */
  code: string
  salt: string
  /** Readable references without look-alikes: `7KQ2M`. One per commitment or task of the turn. */
  references: string[]
}
