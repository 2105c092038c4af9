import { boxesOf } from './boxes.ts'
import { compareBills, usedOf } from './compare.ts'
import { moneyIn } from './sentence.ts'
import type { Bill } from '../conversation/bill.ts'
import type { ChangePart } from './compare.ts'
import type { Param } from '../conversation/state.ts'
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

/** A part of the change the time before and this time; nothing where the bills do not count alike. */
export function explainBoth(previous: Bill, bill: Bill, part: string): ExplainStep[] {
  const [before, now] = [previous, bill].map((one) => measureOf(one, part))
  if (!before || !now || unitOf(before) !== unitOf(now)) return []
  return [{ id: `change:${part}`, flow: 'why-higher', text: 'both', params: { before, now } }]
}

function measureOf(bill: Bill, part: string): Param | null {
  if (part === 'volume') {
    const used = usedOf(bill)
    return used && { type: 'quantity', ...used }
  }
  const wanted = part === 'taxes' ? 'taxes' : part === 'days' ? 'fixed' : null
  const box = boxesOf(bill).find(({ box }) => box === wanted)
  return box ? moneyIn(bill, box.cents) : null
}

function unitOf(param: Param): string {
  return param.type === 'quantity' ? param.unit : ''
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
function absolute({ value, unit }: { value: string; unit: string }): Param {
  const positive = value.replace('-', '')
  if (unit === 'day') return { type: 'count', count: Number(positive) }
  return { type: 'quantity', value: positive, unit }
}
