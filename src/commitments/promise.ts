import type { Policy } from '../conversation/creditor.ts'
import type { Cents } from '../conversation/money.ts'

export type PromiseVerdict =
  | { outcome: 'ok' }
  | { outcome: 'nothing_due' }
  | { outcome: 'too_small'; minCents: Cents }
  | { outcome: 'too_much'; maxCents: Cents }
  | { outcome: 'past'; earliest: Temporal.PlainDate }
  | { outcome: 'too_late'; latest: Temporal.PlainDate }

/** The last day a promise may name; what lies later is a plan. */
export function latestPromiseDate(today: Temporal.PlainDate, policy: Policy): Temporal.PlainDate {
  return today.add({ days: policy.promise.maxDays })
}

/** The least a promise may be (cents): the policy's figure, or all that is due when that is less. */
export function leastPromiseCents(dueCents: Cents, policy: Policy): Cents {
  return Math.min(policy.promise.minCents, dueCents)
}

/**
 * Whether somebody may promise `cents` on `date` of `dueCents` still owed; where not, the limit that
 * was crossed. A promise is a part or the whole, never more, from today up to `policy.promise.maxDays`.
 */
export function judgePromise(
  promise: { cents: Cents; date: Temporal.PlainDate },
  dueCents: Cents,
  today: Temporal.PlainDate,
  policy: Policy,
): PromiseVerdict {
  const latest = latestPromiseDate(today, policy)
  const minCents = leastPromiseCents(dueCents, policy)
  if (dueCents <= 0) return { outcome: 'nothing_due' }
  if (promise.cents > dueCents) return { outcome: 'too_much', maxCents: dueCents }
  if (promise.cents < minCents) return { outcome: 'too_small', minCents }
  if (isBefore(promise.date, today)) return { outcome: 'past', earliest: today }
  if (isBefore(latest, promise.date)) return { outcome: 'too_late', latest }
  return { outcome: 'ok' }
}

function isBefore(a: Temporal.PlainDate, b: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(a, b) < 0
}
