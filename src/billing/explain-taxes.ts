import { boxesOf, linesIn, netOf } from './boxes.ts'
import { moneyIn, quantityOf, sentence, textOf } from './sentence.ts'
import type { Bill, BillLine } from '../conversation/bill.ts'
import type { ExplainStep } from './sentence.ts'

/** Taxes that have a sentence of their own; others are said by their label. */
const named = new Set(['accise', 'cta'])

/** Taxes together, then each by its name with all its lines, then VAT by rate. */
export function explainTaxes(bill: Bill): ExplainStep[] {
  const box = boxesOf(bill).find(({ box }) => box === 'taxes')
  if (!box) return []
  const groups = Map.groupBy(linesIn(bill, 'taxes'), keyOf)
  return [
    sentence('taxes', 'taxes', { amount: moneyIn(bill, box.cents) }),
    ...[...groups].map(([key, lines]) => explainTax(bill, key, lines)),
    ...bill.vat.filter(({ cents }) => cents !== 0).map((rate) => explainVat(bill, rate)),
  ]
}

function keyOf(line: BillLine): string {
  return line.tax && named.has(line.tax) ? line.tax : `other-${line.id}`
}

function explainTax(bill: Bill, key: string, lines: BillLine[]): ExplainStep {
  const amount = moneyIn(bill, netOf(lines))
  if (named.has(key)) return sentence(`taxes:${key}`, `tax_${key}`, { amount })
  return sentence(`taxes:${key}`, 'tax_other', { label: textOf(lines[0]?.label ?? ''), amount })
}

function explainVat(bill: Bill, rate: Bill['vat'][number]): ExplainStep {
  return sentence(`taxes:vat-${rate.percent}`, 'tax_vat', {
    percent: quantityOf(rate.percent, '%'),
    amount: moneyIn(bill, rate.cents),
  })
}
