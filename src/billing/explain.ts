import { boxesOf, linesIn, netOf } from './boxes.ts'
import { explainChange } from './explain-change.ts'
import { explainTaxes } from './explain-taxes.ts'
import { explainUsed } from './explain-used.ts'
import { moneyIn, sentence, textOf } from './sentence.ts'
import type { Bill } from '../conversation/bill.ts'
import type { Cents } from '../conversation/money.ts'
import type { ExplainStep } from './sentence.ts'

interface ExplainOptions {
  /** The bill before, to say what changed. */
  previous?: Bill
  today: Temporal.PlainDate
  /** What the account owes now, in cents, where it is known: payments since the bill, other bills. */
  accountCents?: Cents
}

/**
 * A bill as sentences to say in this order: total, what changed, standing charge, consumption, taxes, the
 * rest, what remains. Sentences of one step share the id before the colon (`used`, `used:reading`);
 * say a step at a time. Every figure is the bill's, to the cent; parts are net of VAT, taxes hold it.
 */
export function explainBill(bill: Bill, options: ExplainOptions): ExplainStep[] {
  return [
    ...explainTotal(bill, options.today),
    ...explainBoxes(bill),
    ...(options.previous ? explainChange(options.previous, bill) : []),
    ...explainFixed(bill),
    ...explainUsed(bill),
    ...explainTaxes(bill),
    ...explainExtras(bill),
    ...explainRemains(bill, options.accountCents),
  ]
}

/** The step a sentence belongs to. */
export function stepOf({ id }: ExplainStep): string {
  return id.split(':')[0] ?? id
}

/** The sentences of each step, in order. */
export function bySteps(sentences: ExplainStep[]): ExplainStep[][] {
  const steps = new Map<string, ExplainStep[]>()
  for (const one of sentences) steps.set(stepOf(one), [...(steps.get(stepOf(one)) ?? []), one])
  return [...steps.values()]
}

function explainTotal(bill: Bill, today: Temporal.PlainDate): ExplainStep[] {
  const total = moneyIn(bill, bill.totalCents)
  if (bill.kind === 'credit_note') {
    return [sentence('total', 'credit', { issued: { type: 'date', date: bill.issued }, total })]
  }
  const said = [sentence('total', 'total', { issued: { type: 'date', date: bill.issued }, total })]
  if (bill.period) {
    const from = { type: 'date', date: bill.period.from } as const
    const to = { type: 'date', date: bill.period.to } as const
    said.push(sentence('total:period', 'period', { from, to }))
  }
  if (bill.due) {
    const past = Temporal.PlainDate.compare(bill.due, today) < 0
    const due_date = { type: 'date', date: bill.due } as const
    said.push(sentence('total:due', past ? 'due_past' : 'due', { due_date }))
  }
  return said
}

function explainBoxes(bill: Bill): ExplainStep[] {
  const boxes = boxesOf(bill)
  if (boxes.length < 2) return []
  return boxes.map(({ box, cents }) =>
    sentence(`total:${box}`, `box_${box}`, { amount: moneyIn(bill, cents) }),
  )
}

function explainFixed(bill: Bill): ExplainStep[] {
  const lines = linesIn(bill, 'fixed')
  if (lines.length === 0) return []
  const said = [sentence('fixed', 'fixed', { amount: moneyIn(bill, netOf(lines)) })]
  if (bill.subscribedKva) {
    const power = { type: 'quantity', value: bill.subscribedKva, unit: 'kVA' } as const
    said.push(sentence('fixed:power', 'power', { power }))
  }
  return said
}

function explainExtras(bill: Bill): ExplainStep[] {
  return linesIn(bill, 'extras').map((line, index) => {
    const less = line.cents < 0
    const params = { label: textOf(line.label), amount: moneyIn(bill, Math.abs(line.cents)) }
    return sentence(`extras:${index}`, `${line.kind}_line${less ? '_less' : ''}`, params)
  })
}

function explainRemains(bill: Bill, accountCents: Cents | undefined): ExplainStep[] {
  const left = moneyIn(bill, Math.abs(bill.dueCents))
  if (bill.kind === 'credit_note') return [sentence('remains', 'credit_left', { left })]
  const said: ExplainStep[] = []
  if (bill.roundingCents) {
    const amount = moneyIn(bill, bill.roundingCents)
    said.push(sentence('remains:rounding', 'rounding', { amount }))
  }
  if (bill.paidCents !== 0) {
    const [paid, total] = [moneyIn(bill, bill.paidCents), moneyIn(bill, bill.totalCents)]
    said.push(sentence('remains:paid', 'paid', { paid, total }))
  }
  if (bill.dueCents < 0) said.push(sentence('remains', 'overpaid', { left }))
  else said.push(sentence('remains', bill.dueCents === 0 ? 'nothing_left' : 'left', { left }))
  if (accountCents !== undefined && accountCents !== bill.dueCents) {
    const owed = moneyIn(bill, Math.max(0, accountCents))
    said.push(
      sentence('remains:account', accountCents > 0 ? 'account' : 'account_settled', { owed }),
    )
  }
  return said
}
