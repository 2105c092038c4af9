import type { Bill } from './bill.ts'
import type { Commitment } from './commitment.ts'
import type { Cents } from './money.ts'

/** What a customer owes a creditor, under one reference. */
export interface Account {
  reference: string
  currency: string
  /** What is still owed today: bills less payments. */
  dueCents: Cents
  /** Unpaid bills first, the newest first. */
  bills: Bill[]
  commitments: Commitment[]
}
