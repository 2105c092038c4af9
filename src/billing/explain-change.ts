import { compareBills, usedOf } from './compare.ts'
import { moneyIn } from './sentence.ts'
import type { Bill } from '../conversation/bill.ts'
import type { ChangePart } from './compare.ts'
import type { ExplainStep } from './sentence.ts'

/** What changed since the bill before: the difference, then its reasons, the biggest first. */
export function explainChange(previous: Bill, bill: Bill): ExplainStep[] {
  const { fromCents, toCents, parts } = compareBills(previous, bill)
  const change = moneyIn(bill, Math.abs(toCents - fromCents))
  const direction = toCents > fromCents ? 'higher' : toCents < fromCents ? 'lower' : 'same'
  const figures = { change, from: moneyIn(bill, fromCents), to: moneyIn(bill, toCents) }
  return [
    { id: 'change', flow: 'why-higher', text: direction, params: figures },
    ...parts.map((part) => explainPart(bill, part)),
  ]
}

/** How much was used the time before and this time; nothing where the bills do not count alike. */
export function explainVolume(previous: Bill, bill: Bill): ExplainStep[] {
  const [before, now] = [usedOf(previous), usedOf(bill)]
  if (!before || !now || before.unit !== now.unit) return []
  const params = {
    before: { type: 'quantity', ...before } as const,
    now: { type: 'quantity', ...now } as const,
  }
  return [{ id: 'change:used', flow: 'why-higher', text: 'both_used', params }]
}

/** Volume and days are told with how many, where that goes the same way as the amount. */
function explainPart(bill: Bill, { kind, cents, quantity }: ChangePart): ExplainStep {
  const way = cents > 0 ? 'more' : 'less'
  const told = quantity && isMore(quantity.value) === cents > 0 ? quantity : undefined
  const bare = (kind === 'volume' || kind === 'days') && !told
  return {
    id: `change:${kind}`,
    flow: 'why-higher',
    text: `${kind}_${bare ? 'amount_' : ''}${way}`,
    params: {
      amount: moneyIn(bill, Math.abs(cents)),
      ...(told && { quantity: absolute(told) }),
    },
  }
}

function isMore(value: string): boolean {
  return !value.startsWith('-')
}

/** Days are a count, for plurals; anything measured keeps its unit. */
function absolute({ value, unit }: { value: string; unit: string }): ExplainStep['params'][string] {
  const positive = value.replace('-', '')
  if (unit === 'day') return { type: 'count', count: Number(positive) }
  return { type: 'quantity', value: positive, unit }
}
