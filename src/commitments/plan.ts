import { dayOfMonth, nextWorkingDay } from '../conversation/calendar.ts'
import type { IsHoliday } from '../conversation/calendar.ts'
import type { Instalment } from '../conversation/commitment.ts'
import type { Policy } from '../conversation/creditor.ts'
import type { Cents } from '../conversation/money.ts'

export interface PlanRequest {
  /** What the plan must pay in full. */
  cents: Cents
  /** How many payments, or how much a month (then the last one is what remains). */
  share: { times: number } | { monthlyCents: Cents }
  /** No instalment falls before this day. */
  from: Temporal.PlainDate
  /** Day of the month the person is paid; instalments fall on the day after, or later. */
  payday: number | null
  /** Day of the month the person asked for; used when it is not before their pay. */
  day?: number
  policy: Policy
  isHoliday: IsHoliday
}

export type PlanProposal =
  | { outcome: 'ok'; instalments: [Instalment, ...Instalment[]] }
  | { outcome: 'too_small' | 'too_many'; maxTimes: number; minCents: Cents }
  | { outcome: 'nothing_left' }

/**
 * Instalments that sum to `cents`, one a calendar month, each on a working day on or after the pay day.
 * Equal parts are rounded down and the last takes what remains. A day that a month lacks is its last
 * one; weekends and holidays are pushed forward, never back before the pay. Outside the policy the
 * answer says what would fit. The same request gives the same plan for ever.
 */
export function proposePlan(request: PlanRequest): PlanProposal {
  const { cents, policy } = request
  if (cents <= 0) return { outcome: 'nothing_left' }
  const amounts = amountsOf(cents, request.share)
  const limits = limitsOf(cents, policy)
  if (amounts.count > policy.plan.maxTimes) return { outcome: 'too_many', ...limits }
  if (amounts.each < limits.minCents) return { outcome: 'too_small', ...limits }
  const dates = datesOf(request, amounts.count)
  const instalments = dates.map((date, index) => ({
    cents: index === amounts.count - 1 ? amounts.last : amounts.each,
    date: date.toString(),
  }))
  const [first, ...others] = instalments
  return first ? { outcome: 'ok', instalments: [first, ...others] } : { outcome: 'nothing_left' }
}

/** The most payments and the least of each (cents) a policy allows for a total. */
export function limitsOf(cents: Cents, policy: Policy): { maxTimes: number; minCents: Cents } {
  const minCents = Math.min(policy.plan.minInstalmentCents, cents)
  const maxTimes = Math.min(policy.plan.maxTimes, Math.floor(cents / minCents))
  return { maxTimes, minCents }
}

interface Amounts {
  count: number
  each: Cents
  last: Cents
}

function amountsOf(cents: Cents, share: PlanRequest['share']): Amounts {
  if ('times' in share) {
    const count = Math.max(1, Math.trunc(share.times))
    const each = Math.floor(cents / count)
    return { count, each, last: cents - each * (count - 1) }
  }
  const each = Math.min(Math.max(1, share.monthlyCents), cents)
  const count = Math.ceil(cents / each)
  return { count, each, last: cents - each * (count - 1) }
}

function datesOf(request: PlanRequest, count: number): Temporal.PlainDate[] {
  const dates: Temporal.PlainDate[] = []
  let month = request.from.toPlainYearMonth()
  while (dates.length < count) {
    const date = dateIn(month, request)
    if (Temporal.PlainDate.compare(date, request.from) >= 0) dates.push(date)
    month = monthAfter(month, dates.at(-1))
  }
  return dates
}

/** The month after; after the last date when pushing that forward carried it into the month after. */
function monthAfter(
  month: Temporal.PlainYearMonth,
  last: Temporal.PlainDate | undefined,
): Temporal.PlainYearMonth {
  const reached = last?.toPlainYearMonth()
  const later = reached && Temporal.PlainYearMonth.compare(reached, month) > 0 ? reached : month
  return later.add({ months: 1 })
}

function dateIn(month: Temporal.PlainYearMonth, request: PlanRequest): Temporal.PlainDate {
  const { payday, day, from, isHoliday } = request
  const wanted = payday === null ? (day ?? from.day) : Math.max(payday + 1, day ?? 0)
  return nextWorkingDay(dayOfMonth(month, wanted), isHoliday)
}
