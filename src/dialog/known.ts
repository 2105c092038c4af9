import { aheadCents, standing } from '../commitments/life.ts'
import type { Account } from '../conversation/account.ts'
import type { Bill } from '../conversation/bill.ts'
import type { PaymentPromise, Plan } from '../conversation/commitment.ts'
import type { Customer } from '../conversation/customer.ts'
import type { Facts } from '../conversation/facts.ts'
import type { Cents } from '../conversation/money.ts'

/** The customer and account this line has proven, or null: what may be spoken of at all. */
export function provenOf(
  facts: Facts,
  now: Temporal.ZonedDateTime,
): { customer: Customer; account: Account } | null {
  const { candidate, proof } = facts
  if (!candidate || !proof) return null
  const same = proof.customer === candidate.customer.id
  const sameAccount = proof.account === candidate.account.reference
  const fresh = Temporal.Instant.compare(proof.until, now.toInstant()) > 0
  return same && sameAccount && fresh ? candidate : null
}

/** The bill a talk is about: the first on the account (unpaid first, the newest first). */
export function currentBill(account: Account): Bill | null {
  return account.bills.find((bill) => bill.kind === 'invoice') ?? null
}

/** The newest bill issued before the current one, whatever its place in the account's list. */
export function previousBill(account: Account): Bill | null {
  const current = currentBill(account)
  if (!current) return null
  const earlier = account.bills.filter(
    (bill) => bill.kind === 'invoice' && bill.issued < current.issued,
  )
  return earlier.sort((a, b) => (a.issued < b.issued ? 1 : -1))[0] ?? null
}

export interface Standing {
  promises: PaymentPromise[]
  plans: Plan[]
  promisedCents: Cents
  plannedCents: Cents
}

/** Confirmed promises and plans with something still to come, and what they cover (cents). */
export function standingOf(account: Account, today: Temporal.PlainDate): Standing {
  const live = standing(account.commitments, today)
  const promises = live.filter((commitment) => commitment.kind === 'promise')
  const plans = live.filter((commitment) => commitment.kind === 'plan')
  const sum = (all: (PaymentPromise | Plan)[]) =>
    all.reduce((cents, one) => cents + aheadCents(one, today), 0)
  return { promises, plans, promisedCents: sum(promises), plannedCents: sum(plans) }
}
