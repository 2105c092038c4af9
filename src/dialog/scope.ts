import { emergencyLines } from '../care/emergency.ts'
import { latestPromiseDate, leastPromiseCents } from '../commitments/promise.ts'
import { lastDateOf } from '../commitments/life.ts'
import type { Account } from '../conversation/account.ts'
import type { Bill } from '../conversation/bill.ts'
import type { Facts } from '../conversation/facts.ts'
import type { DialogState, Value } from '../conversation/state.ts'
import type { ValueType } from './action.ts'
import { currentBill, previousBill, provenOf, standingOf } from './known.ts'
import { isOpen, personBy } from './opening.ts'

/** Everything a name of the scope is worked out from. `now` is read in the creditor's zone. */
interface Seen {
  facts: Facts
  state: DialogState
  now: Temporal.ZonedDateTime
  today: Temporal.PlainDate
  /** Null before the right person is proven: nothing of it may be known. */
  account: Account | null
}

interface Entry {
  type: ValueType
  of(seen: Seen): Value
  /** Needs the proof: absent (null) before, and flows that do not require it may not use it. */
  proven?: true
}

function general(type: ValueType, of: (seen: Seen) => Value): Entry {
  return { type, of }
}

/** A name that is null until the person is proven. */
function ofAccount(type: ValueType, of: (account: Account, seen: Seen) => Value): Entry {
  return { type, proven: true, of: (seen) => (seen.account ? of(seen.account, seen) : null) }
}

function ofBill(type: ValueType, of: (bill: Bill) => Value): Entry {
  return ofAccount(type, (account) => {
    const bill = currentBill(account)
    return bill ? of(bill) : null
  })
}

const creditorNames = {
  brand: general('text', ({ facts }) => facts.creditor.brand),
  service: general('text', ({ facts }) => facts.creditor.service),
  iban: general('text', ({ facts }) => facts.creditor.transfer.iban),
  bic: general('text', ({ facts }) => facts.creditor.transfer.bic ?? ''),
  payee: general('text', ({ facts }) => facts.creditor.transfer.name),
  pay_page: general('text', payPageOf),
  has_pay_page: general('yes_no', ({ facts }) => facts.creditor.payPage !== undefined),
  suicide_line: general('text', ({ facts }) => emergencyLines(facts.creditor.country).suicide),
  emergency: general('text', ({ facts }) => emergencyLines(facts.creditor.country).emergency),
  europe: general('text', ({ facts }) => emergencyLines(facts.creditor.country).europe),
  policy_latest_date: general('date', ({ facts, today }) =>
    latestPromiseDate(today, facts.creditor.policy).toString(),
  ),
  policy_max_times: general('count', ({ facts }) => facts.creditor.policy.plan.maxTimes),
  policy_min_instalment: general('money', (seen) => policyOf(seen).plan.minInstalmentCents),
  code_minutes: general('count', (seen) => policyOf(seen).code.minutes),
}

const talkNames = {
  channel: general('text', ({ facts }) => facts.channel),
  language: general('text', ({ state }) => state.language),
  language_en: general('yes_no', ({ state }) => state.language === 'en'),
  level: general('text', ({ state }) => state.level),
  today: general('date', ({ today }) => today.toString()),
  open_now: general('yes_no', ({ facts, now }) => isOpen(facts, now)),
  person_by: general('moment', ({ facts, now }) => standingTime(facts, now)),
  opening: general('text', () => labels.opening.text),
  on_shift: general('yes_no', ({ facts }) => facts.creditor.onCall.length > 0),
  opted_out: general('yes_no', ({ facts }) => facts.optedOut),
  handoff_open: general('yes_no', ({ facts }) => facts.openHandoff !== null),
  owner: general('text', ({ facts }) => facts.owner),
  grade: general('count', ({ state }) => state.grade),
  cause: general('text', ({ state }) => state.cause ?? ''),
  cause_known: general('yes_no', ({ state }) => state.cause !== null),
  payday: general('count', ({ state }) => state.payday),
  payday_known: general('yes_no', ({ state }) => state.payday !== null),
}

const personNames = {
  proven: general('yes_no', ({ account }) => account !== null),
  candidate: general('yes_no', ({ facts }) => facts.candidate !== null),
  /** Before the proof always yes: whether there is a contact on file would tell whether there is a file. */
  can_receive_code: general('yes_no', ({ facts, account }) =>
    account ? (facts.candidate?.customer.contacts.length ?? 0) > 0 : true,
  ),
  code_to: general('text', () => labels.code_to.text),
  customer_name: general('text', ({ facts }) => facts.candidate?.customer.name ?? null),
}

const accountNames = {
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
  bill_change: ofAccount('money', (account) => changeOf(account)),
  higher: ofAccount('yes_no', (account) => (changeOf(account) ?? 0) > 0),
  policy_min: ofAccount('money', (account, seen) =>
    leastPromiseCents(account.dueCents, policyOf(seen)),
  ),
}

const commitmentNames = {
  promised: ofAccount('yes_no', (account, seen) => promiseOf(account, seen) !== null),
  promise_amount: ofAccount('money', (account, seen) => promiseOf(account, seen)?.cents ?? null),
  promise_date: ofAccount('date', (account, seen) => promiseOf(account, seen)?.date ?? null),
  promise_reference: ofAccount(
    'text',
    (account, seen) => promiseOf(account, seen)?.reference ?? null,
  ),
  planned: ofAccount('yes_no', (account, seen) => planOf(account, seen) !== null),
  plan_reference: ofAccount('text', (account, seen) => planOf(account, seen)?.reference ?? null),
  /** What is due and neither promised nor planned; never below zero. */
  rest: ofAccount('money', (account, seen) => {
    const { promisedCents, plannedCents } = standingOf(account, seen.today)
    return Math.max(0, account.dueCents - promisedCents - plannedCents)
  }),
}

const entries = {
  ...creditorNames,
  ...talkNames,
  ...personNames,
  ...accountNames,
  ...commitmentNames,
} satisfies Record<string, Entry>

export type ScopeName = keyof typeof entries

/** Names whose value is the id of a text of a flow: the renderer says that text in their place. */
export const labels = {
  opening: { flow: 'human-coming', text: 'opening' },
  code_to: { flow: 'identify', text: 'contact_on_file' },
  code_sent_to: { flow: 'identify', text: 'contact_on_file' },
} as const

/** The type of every name a flow may use without setting it. */
export const scopeTypes: Readonly<Record<string, ValueType>> = Object.fromEntries(
  Object.entries<Entry>(entries).map(([name, entry]) => [name, entry.type]),
)

/** Names that are null before the proof; only flows that require it may use them. */
export const provenNames: ReadonlySet<string> = new Set(
  Object.entries<Entry>(entries).flatMap(([name, entry]) => (entry.proven ? [name] : [])),
)

/**
 * Reads one name at a time, worked out when asked and kept for the turn; null where the name is unknown
 * or has no value now. Money in cents, days ISO dates, moments ISO instants.
 */
export function scopeOf(
  facts: Facts,
  state: DialogState,
  now: Temporal.ZonedDateTime,
): (name: string) => Value {
  const local = now.withTimeZone(facts.creditor.zone)
  const account = provenOf(facts, now)?.account ?? null
  const seen: Seen = { facts, state, now: local, today: local.toPlainDate(), account }
  const known = new Map<string, Value>()
  return (name) => {
    if (!Object.hasOwn(entries, name)) return null
    const value = known.get(name) ?? entries[name as ScopeName].of(seen)
    known.set(name, value)
    return value
  }
}

function policyOf(seen: Seen) {
  return seen.facts.creditor.policy
}

/** The time already told while somebody is on the way, else the time a request made now would get. */
function standingTime(facts: Facts, now: Temporal.ZonedDateTime): string {
  const told = facts.openHandoff?.promisedBy
  const ahead = told && Temporal.Instant.compare(told, now.toInstant()) > 0
  return ahead ? told : personBy(facts, now)
}

/** The creditor's page, with the account's reference once the person is proven; empty when there is none. */
function payPageOf({ facts, account }: Seen): string {
  const { payPage } = facts.creditor
  if (payPage === undefined || !account) return payPage ?? ''
  const page = new URL(payPage)
  page.searchParams.set('reference', account.reference)
  return page.toString()
}

function changeOf(account: Account): number | null {
  const current = currentBill(account)
  const previous = previousBill(account)
  return current && previous ? current.totalCents - previous.totalCents : null
}

/** The next promise to come due. */
function promiseOf(account: Account, { today }: Seen) {
  const { promises } = standingOf(account, today)
  return promises.sort((a, b) => (a.date < b.date ? -1 : 1))[0] ?? null
}

/** The plan that runs the longest. */
function planOf(account: Account, { today }: Seen) {
  const { plans } = standingOf(account, today)
  return plans.sort((a, b) => (lastDateOf(a) < lastDateOf(b) ? 1 : -1))[0] ?? null
}
