import type { Bill, BillLine } from '../conversation/bill.ts'
import type { Cents } from '../conversation/money.ts'

/** The four boxes a bill is told in: to be connected, what was used, taxes with all VAT, the rest. */
const boxes = ['fixed', 'used', 'taxes', 'extras'] as const
type Box = (typeof boxes)[number]

const boxOf: Record<BillLine['kind'], Box> = {
  standing_charge: 'fixed',
  consumption: 'used',
  tax: 'taxes',
  service: 'extras',
  fee: 'extras',
  allowance: 'extras',
  correction: 'extras',
  other: 'extras',
}

export function linesIn(bill: Bill, box: Box): BillLine[] {
  return bill.lines.filter(({ kind }) => boxOf[kind] === box)
}

/** Boxes that hold something, in order; their cents sum to the bill's total. */
export function boxesOf(bill: Bill): { box: Box; cents: Cents }[] {
  return boxes
    .map((box) => {
      const lines = linesIn(bill, box)
      const vat = box === 'taxes' ? bill.taxCents : 0
      return { box, cents: netOf(lines) + vat, empty: lines.length === 0 && vat === 0 }
    })
    .filter(({ empty }) => !empty)
    .map(({ box, cents }) => ({ box, cents }))
}

export function netOf(lines: BillLine[]): Cents {
  return lines.reduce((sum, { cents }) => sum + cents, 0)
}
