import type { Cents } from './money.ts'

/*
 * Life of a promise or a plan:
 *
 *   proposed --confirm--> confirmed --withdraw--> withdrawn
 *                             |
 *                             +------replace----> replaced
 *
 * Proposed exists only inside a talk. A row is written at the confirmation, in so many words.
 */
export type CommitmentState = 'proposed' | 'confirmed' | 'withdrawn' | 'replaced'

export const paymentMethods = ['card', 'transfer', 'direct_debit', 'cheque'] as const
export type PaymentMethod = (typeof paymentMethods)[number]

export interface Instalment {
  cents: Cents
  /** ISO day. */
  date: string
}

/** What the customer said they will pay, when and how. */
export interface PaymentPromise {
  kind: 'promise'
  reference: string
  state: CommitmentState
  cents: Cents
  date: string
  method: PaymentMethod
}

/** The rest, in instalments that sum to it. */
export interface Plan {
  kind: 'plan'
  reference: string
  state: CommitmentState
  cents: Cents
  instalments: Instalment[]
  method: PaymentMethod | null
}

export type Commitment = PaymentPromise | Plan
