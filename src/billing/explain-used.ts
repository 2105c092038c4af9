import { formatDecimal, parseDecimal, plus } from './decimal.ts'
import { linesIn, netOf } from './boxes.ts'
import { moneyIn, quantityOf, sentence, textOf } from './sentence.ts'
import type { Bill, BillLine, Reading } from '../conversation/bill.ts'
import type { ExplainStep } from './sentence.ts'

/** More prices than this are not told one by one: nobody follows, and the total is what counts. */
const mostParts = 3

/** What was used, at which price, and how it was read; with two or three prices, each one. */
export function explainUsed(bill: Bill): ExplainStep[] {
  const lines = linesIn(bill, 'used')
  const [only, second] = lines
  if (!only) return []
  const said = second
    ? [explainAll(bill, lines), ...(lines.length > mostParts ? [] : explainParts(bill, lines))]
    : [explainLine(bill, only, { id: 'used', text: 'used' })]
  return [...said, ...explainReading(lines)]
}

/** One line as quantity times price, or as its amount alone where the bill says no more. */
function explainLine(
  bill: Bill,
  line: BillLine,
  { id, text }: { id: string; text: string },
): ExplainStep {
  const known = { label: textOf(line.label), amount: moneyIn(bill, line.cents) }
  const plain = !line.priceBase && !line.adjustmentCents
  if (!line.quantity || !line.unitPrice || !line.unit || !plain) {
    return sentence(id, `${text}_amount`, known)
  }
  return sentence(id, text, {
    ...known,
    quantity: quantityOf(line.quantity, line.unit),
    price: quantityOf(line.unitPrice, symbolOf(bill.currency)),
    unit: textOf(line.unit),
  })
}

function explainParts(bill: Bill, lines: BillLine[]): ExplainStep[] {
  return lines.map((line, index) =>
    explainLine(bill, line, { id: `used:line-${index + 1}`, text: 'used_part' }),
  )
}

function explainAll(bill: Bill, lines: BillLine[]): ExplainStep {
  const amount = moneyIn(bill, netOf(lines))
  const [unit, ...others] = new Set(lines.map((line) => line.unit))
  const quantities = lines.map((line) => parseDecimal(line.quantity ?? ''))
  if (!unit || others.length > 0 || quantities.some((one) => one === null)) {
    return sentence('used', 'used_all_amount', { amount })
  }
  const sum = quantities.reduce<{ digits: bigint; scale: number }>(
    (whole, one) => (one ? plus(whole, one) : whole),
    { digits: 0n, scale: 0 },
  )
  return sentence('used', 'used_all', { amount, quantity: quantityOf(formatDecimal(sum), unit) })
}

/** The last reading decides: an estimated one is said plainly, with what can be done. */
function explainReading(lines: BillLine[]): ExplainStep[] {
  const readings = lines.flatMap(({ reading }) => (reading ? [reading] : []))
  const last = readings.reduce<Reading | null>(
    (latest, one) => (latest && latest.to.day >= one.to.day ? latest : one),
    null,
  )
  if (!last) return []
  const day = { type: 'date', date: last.to.day } as const
  const index = textOf(last.to.index)
  return [sentence('used:reading', `reading_${last.to.how}`, { day, index })]
}

const symbols: Record<string, string> = { EUR: '€', GBP: '£', USD: '$' }

function symbolOf(currency: string): string {
  return symbols[currency] ?? currency
}
