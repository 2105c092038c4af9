import type { Bill, BillLine } from '../conversation/bill.ts'
import { parseDecimal, times, toCents, writeCents } from './decimal.ts'
import { quote, refuse } from './refuse.ts'
import type { Decimal } from './decimal.ts'
import type { Place } from './refuse.ts'

/**
 * Works every sum of a bill again (EN 16931 rules BR-CO-10 and 13 to 17, and quantity times price of
 * each line). Returns nothing; throws `bill_invalid` naming the place and both figures.
 */
export function checkTotals(bill: Bill, place: Place): void {
  bill.lines.forEach((line, index) => checkLine(line, place(`lines[${index}]`)))
  checkVat(bill, place)
  const rounding = bill.roundingCents ?? 0
  const sums: [path: string, what: string, expected: number, stated: number][] = [
    ['netCents', 'the lines sum to', sum(bill.lines), bill.netCents],
    ['taxCents', 'the VAT of all rates sums to', sum(bill.vat), bill.taxCents],
    ['totalCents', 'net and VAT make', bill.netCents + bill.taxCents, bill.totalCents],
    [
      'dueCents',
      'the total less what is paid makes',
      bill.totalCents - bill.paidCents + rounding,
      bill.dueCents,
    ],
  ]
  for (const [path, what, expected, stated] of sums) {
    if (expected !== stated) throw differs(place(path), what, expected, stated)
  }
}

/** Quantity times price of one line, rounded once, with the line's own charges and allowances. */
export function checkLine(line: BillLine, place: string): void {
  if (line.quantity === undefined || line.unitPrice === undefined) return
  const base = decimal(line.priceBase ?? '1')
  if (base.digits === 0n) throw refuse(place, `line ${quote(line.id)} has a price for 0 units`)
  const product = toCents(times(decimal(line.quantity), decimal(line.unitPrice)), base)
  const expected = product + (line.adjustmentCents ?? 0)
  if (expected === line.cents) return
  const per = line.priceBase ? ` / ${line.priceBase}` : ''
  const adjusted = line.adjustmentCents ? ` + ${writeCents(line.adjustmentCents)}` : ''
  const what = `${line.quantity} × ${line.unitPrice}${per}${adjusted} makes`
  throw differs(
    place,
    `line ${quote(line.id)}, ${quote(line.label)}: ${what}`,
    expected,
    line.cents,
  )
}

function checkVat(bill: Bill, place: Place): void {
  const rates = new Set(bill.vat.map(({ percent }) => rateKey(percent)))
  if (rates.size < bill.vat.length) throw refuse(place('vat'), 'a VAT rate stands twice')
  bill.lines.forEach((line, index) => {
    if (rates.has(rateKey(line.vatPercent))) return
    const what = `line ${quote(line.id)} has VAT at ${line.vatPercent} %, a rate the summary lacks`
    throw refuse(place(`lines[${index}]`), what)
  })
  bill.vat.forEach((rate, index) => {
    const at = place(`vat[${index}]`)
    const base = sum(
      bill.lines.filter((line) => rateKey(line.vatPercent) === rateKey(rate.percent)),
    )
    const name = `VAT at ${rate.percent} %`
    if (base !== rate.baseCents) {
      throw differs(at, `${name}: its lines sum to`, base, rate.baseCents)
    }
    const tax = vatOf(base, rate.percent)
    if (tax !== rate.cents)
      throw differs(at, `${name} of ${writeCents(base)} makes`, tax, rate.cents)
  })
}

/** VAT in cents on a base in cents, rounded once. */
export function vatOf(baseCents: number, percent: string): number {
  const hundredth: Decimal = { digits: 1n, scale: 2 }
  const base: Decimal = { digits: BigInt(baseCents), scale: 2 }
  return toCents(times(times(base, decimal(percent)), hundredth))
}

function sum(parts: { cents: number }[]): number {
  return parts.reduce((total, { cents }) => total + cents, 0)
}

function rateKey(percent: string): string {
  const { digits, scale } = decimal(percent)
  return `${digits}e-${scale}`
}

/** Of a string the schema has accepted. */
function decimal(text: string): Decimal {
  const found = parseDecimal(text)
  if (!found) throw refuse('bill', `${quote(text)} is not a decimal number we can hold exactly`)
  return found
}

function differs(place: string, what: string, expected: number, stated: number) {
  const figures = `${writeCents(expected)}, but the document says ${writeCents(stated)}`
  return refuse(place, `${what} ${figures}`)
}
