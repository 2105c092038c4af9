import type { Account } from './account.ts'
import type { Creditor } from './creditor.ts'
import type { Customer } from './customer.ts'
import type { ChannelName, Proof } from './line.ts'

/** A one-time code on its way: only its keyed hash is kept. */
export interface Challenge {
  hash: string
  salt: string
  sentAt: string
  expiresAt: string
  attemptsLeft: number
}

/** Codes sent and missed for an account on all its lines: brute force over many sessions must fail. */
export interface CodeGuard {
  /** Instants of the codes sent in the last day. */
  sent: string[]
  failures: number
  lockedUntil: string | null
  /** Rises with every code sent or missed; a turn that counted on an older one cannot commit. */
  version?: number
}

/** Everything a turn may look at beside the words and the clock. Plain JSON, kept by hash. */
export interface Facts {
  creditor: Creditor
  channel: ChannelName
  /** Whoever this line or reference points at. A candidate knows nothing until `proof` names them. */
  candidate: { customer: Customer; account: Account } | null
  proof: Proof | null
  challenge: Challenge | null
  guard: CodeGuard
  optedOut: boolean
  /** `bot`, `queue` (a person is coming) or the advisor's name. */
  owner: string
  openHandoff: { reason: string; promisedBy: string } | null
  /** Instants of what we started ourselves with this customer in the last 30 days. */
  initiatives: string[]
}
