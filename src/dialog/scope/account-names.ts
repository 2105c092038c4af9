import { lastDateOf } from '../../commitments/life.ts'
import { leastPromiseCents } from '../../commitments/promise.ts'
import type { Account } from '../../conversation/account.ts'
import type { Bill } from '../../conversation/bill.ts'
import type { PaymentPromise, Plan } from '../../conversation/commitment.ts'
import type { Value } from '../../conversation/state.ts'
import type { ValueType } from '../action.ts'
import { currentBill, previousBill, standingOf } from '../known.ts'
import { ofAccount } from './entry.ts'
import type { Entries, Entry, Seen } from './entry.ts'

/** What is known of the account and its bill, once the person is proven. */
export const accountNames = {
  reference: ofAccount('text', (account) => account.reference),
  due: ofAccount('money', (account) => account.dueCents),
  in_debt: ofAccount('yes_no', (account) => account.dueCents > 0),
  has_bill: ofAccount('yes_no', (account) => currentBill(account) !== null),
  bill_number: ofBill('text', (bill) => bill.number),
  bill_issued: ofBill('date', (bill) => bill.issued),
  bill_due: ofBill('date', (bill) => bill.due ?? null),
  bill_total: ofBill('money', (bill) => bill.totalCents),
  bill_paid: ofBill('money', (bill) => bill.paidCents),
  has_previous: ofAccount('yes_no', (account) => previousBill(account) !== null),
  bill_change: ofAccount('money', changeOf),
  higher: ofAccount('yes_no', (account) => (changeOf(account) ?? 0) > 0),
  policy_min: ofAccount('money', (account, { facts }) =>
    leastPromiseCents(account.dueCents, facts.creditor.policy),
  ),
} satisfies Entries

/** What is promised and planned. */
export const commitmentNames = {
  promised: ofAccount('yes_no', (account, seen) => promiseOf(account, seen) !== null),
  promise_amount: ofPromise('money', (promise) => promise.cents),
  promise_date: ofPromise('date', (promise) => promise.date),
  promise_reference: ofPromise('text', (promise) => promise.reference),
  planned: ofAccount('yes_no', (account, seen) => planOf(account, seen) !== null),
  plan_reference: ofAccount('text', (account, seen) => planOf(account, seen)?.reference ?? null),
  /** What is due and neither promised nor planned; never below zero. */
  rest: ofAccount('money', (account, { today }) => {
    const { promisedCents, plannedCents } = standingOf(account, today)
    return Math.max(0, account.dueCents - promisedCents - plannedCents)
  }),
} satisfies Entries

function ofBill(type: ValueType, of: (bill: Bill) => Value): Entry {
  return ofAccount(type, (account) => {
    const bill = currentBill(account)
    return bill ? of(bill) : null
  })
}

function ofPromise(type: ValueType, of: (promise: PaymentPromise) => Value): Entry {
  return ofAccount(type, (account, seen) => {
    const promise = promiseOf(account, seen)
    return promise ? of(promise) : null
  })
}

function changeOf(account: Account): number | null {
  const current = currentBill(account)
  const previous = previousBill(account)
  return current && previous ? current.totalCents - previous.totalCents : null
}

/** The next promise to come due. */
function promiseOf(account: Account, { today }: Seen): PaymentPromise | null {
  const { promises } = standingOf(account, today)
  return promises.sort((a, b) => (a.date < b.date ? -1 : 1))[0] ?? null
}

/** The plan that runs the longest. */
function planOf(account: Account, { today }: Seen): Plan | null {
  const { plans } = standingOf(account, today)
  return plans.sort((a, b) => (lastDateOf(a) < lastDateOf(b) ? 1 : -1))[0] ?? null
}
