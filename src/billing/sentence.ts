import type { Bill } from '../conversation/bill.ts'
import type { Cents } from '../conversation/money.ts'
import type { Param, Said } from '../conversation/state.ts'

/** One sentence of an explanation: a text of a flow with its figures, and which step it belongs to. */
export interface ExplainStep extends Said {
  id: string
}

export function sentence(id: string, text: string, params: Said['params']): ExplainStep {
  return { id, flow: 'explain-bill', text, params }
}

export function moneyIn(bill: Bill, cents: Cents): Param {
  return { type: 'money', cents, currency: bill.currency }
}

export function textOf(text: string): Param {
  return { type: 'text', text }
}

export function quantityOf(value: string, unit: string): Param {
  return { type: 'quantity', value, unit }
}
