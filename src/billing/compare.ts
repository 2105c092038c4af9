import { formatDecimal, parseDecimal, plus, times, toCents } from './decimal.ts'
import { fail } from '../errors.ts'
import type { Bill, BillLine } from '../conversation/bill.ts'
import type { Cents } from '../conversation/money.ts'
import type { Decimal } from './decimal.ts'

type ChangeKind = 'price' | 'volume' | 'days' | 'taxes' | 'correction' | 'options' | 'other'

/** One reason two bills differ. `quantity` is how many units more (below zero: fewer), where it says so. */
export interface ChangePart {
  kind: ChangeKind
  cents: Cents
  quantity?: { value: string; unit: string }
}

/** From one total to the other, VAT included; the parts sum to the difference to the cent. */
export interface Change {
  fromCents: Cents
  toCents: Cents
  parts: ChangePart[]
}

/**
 * Why a bill differs from the one before: two invoices in one currency (else `bad_request`). Parts other
 * than `taxes` are net of VAT, so that each can be found on the bills; `taxes` holds every tax line and
 * all the VAT. Volume is the change of quantity at the old price, price is what the new price does to
 * the new quantity, days is the standing charge for a longer or shorter time at its old price. Options
 * are services; fees, allowances and unknown lines are other. Biggest part first, none of zero.
 */
export function compareBills(previous: Bill, bill: Bill): Change {
  if (previous.currency !== bill.currency) {
    const found = `${previous.currency} and ${bill.currency}`
    throw fail('bad_request', `Two bills of one currency were expected, found ${found}`)
  }
  const used = effect(previous, bill, 'consumption')
  const fixed = effect(previous, bill, 'standing_charge')
  const taxes = difference(previous, bill, ['tax']) + bill.taxCents - previous.taxCents
  const parts: ChangePart[] = [
    { kind: 'price', cents: used.price + fixed.price },
    { kind: 'volume', cents: used.quantity, ...usedMore(previous, bill) },
    { kind: 'days', cents: fixed.quantity, ...daysMore(previous, bill) },
    { kind: 'taxes', cents: taxes },
    { kind: 'correction', cents: difference(previous, bill, ['correction']) },
    { kind: 'options', cents: difference(previous, bill, ['service']) },
    { kind: 'other', cents: difference(previous, bill, ['fee', 'allowance', 'other']) },
  ]
  return {
    fromCents: previous.totalCents,
    toCents: bill.totalCents,
    parts: parts
      .filter(({ cents }) => cents !== 0)
      .sort((a, b) => Math.abs(b.cents) - Math.abs(a.cents)),
  }
}

/** Cents that more or less of it makes, and cents its new price makes; together the difference. */
interface Effect {
  quantity: Cents
  price: Cents
}

function effect(previous: Bill, bill: Bill, kind: 'consumption' | 'standing_charge'): Effect {
  const [old, now] = [linesOf(previous, [kind]), linesOf(bill, [kind])]
  const groups = sameKeys(old, now) ? [...new Set(old.map(keyOf))] : [null]
  const effects = groups.map((group) => {
    const inGroup = (line: BillLine) => group === null || keyOf(line) === group
    return split(old.filter(inGroup), now.filter(inGroup))
  })
  return effects.reduce(
    (sum, { quantity, price }) => ({ quantity: sum.quantity + quantity, price: sum.price + price }),
    { quantity: 0, price: 0 },
  )
}

/** A line that begins or ends is all quantity: it had no other price to compare with. */
function split(old: BillLine[], now: BillLine[]): Effect {
  const [from, to] = [net(old), net(now)]
  const atOldPrice = repriced(old, now) ?? to
  return { quantity: atOldPrice - from, price: to - atOldPrice }
}

/** What the new quantity would have cost at the old price; null where the bills do not tell. */
function repriced(old: BillLine[], now: BillLine[]): Cents | null {
  const [before, after] = [quantityOf(old), quantityOf(now)]
  if (!before || !after || before.unit !== after.unit) return null
  const [only, second] = old
  const price = only && !second && only.unitPrice ? parseDecimal(only.unitPrice) : null
  if (price && now.length <= 1) {
    const base = parseDecimal(only?.priceBase ?? '1') ?? one
    return toCents(times(after.sum, price), base) + (only?.adjustmentCents ?? 0)
  }
  if (before.sum.digits === 0n) return null
  return toCents(times({ digits: BigInt(net(old)), scale: 2 }, after.sum), before.sum)
}

const one: Decimal = { digits: 1n, scale: 0 }

function sameKeys(old: BillLine[], now: BillLine[]): boolean {
  const keys = new Set(old.map(keyOf))
  return now.every((line) => keys.has(keyOf(line))) && keys.size === new Set(now.map(keyOf)).size
}

/** Peak and off-peak are compared each with its own. */
function keyOf(line: BillLine): string {
  return line.reading?.register ?? line.unit ?? ''
}

/** Quantities together, where all lines count in one unit. */
function quantityOf(lines: BillLine[]): { sum: Decimal; unit: string } | null {
  const [first] = lines
  if (!first?.unit) return null
  let sum: Decimal = { digits: 0n, scale: 0 }
  for (const line of lines) {
    const quantity = line.quantity === undefined ? null : parseDecimal(line.quantity)
    if (!quantity || line.unit !== first.unit) return null
    sum = plus(sum, quantity)
  }
  return { sum, unit: first.unit }
}

/** What a bill says was used, in one unit; null where it counts in several or none. */
export function usedOf(bill: Bill): { value: string; unit: string } | null {
  const used = quantityOf(linesOf(bill, ['consumption']))
  return used && { value: formatDecimal(used.sum), unit: used.unit }
}

function usedMore(previous: Bill, bill: Bill): Pick<ChangePart, 'quantity'> {
  const before = quantityOf(linesOf(previous, ['consumption']))
  const after = quantityOf(linesOf(bill, ['consumption']))
  if (!before || !after || before.unit !== after.unit) return {}
  const more = plus(after.sum, { ...before.sum, digits: -before.sum.digits })
  return { quantity: { value: formatDecimal(more), unit: after.unit } }
}

function daysMore(previous: Bill, bill: Bill): Pick<ChangePart, 'quantity'> {
  const [before, after] = [daysIn(previous), daysIn(bill)]
  if (before === null || after === null || before === after) return {}
  return { quantity: { value: String(after - before), unit: 'day' } }
}

/** Days a bill covers, first and last included; null where it names no period. */
function daysIn({ period }: Bill): number | null {
  if (!period) return null
  const { days } = Temporal.PlainDate.from(period.from).until(period.to, { largestUnit: 'day' })
  return days + 1
}

function difference(previous: Bill, bill: Bill, kinds: BillLine['kind'][]): Cents {
  return net(linesOf(bill, kinds)) - net(linesOf(previous, kinds))
}

function linesOf(bill: Bill, kinds: BillLine['kind'][]): BillLine[] {
  return bill.lines.filter(({ kind }) => kinds.includes(kind))
}

function net(lines: BillLine[]): Cents {
  return lines.reduce((sum, { cents }) => sum + cents, 0)
}
