import type { ExplainStep } from '../../billing/sentence.ts'
import { bySteps, explainBill } from '../../billing/explain.ts'
import type { Bill } from '../../conversation/bill.ts'
import type { Said, Value } from '../../conversation/state.ts'
import type { ActionInput } from '../action.ts'
import { currentBill, previousBill, provenOf } from '../known.ts'

/** The bill the talk is about, the one before, and its explanation a step at a time. */
export interface Explanation {
  bill: Bill
  previous: Bill | null
  steps: ExplainStep[][]
}

/** Null where nobody is proven or there is no bill. */
export function explanationOf({ facts, now }: ActionInput): Explanation | null {
  const account = provenOf(facts, now)?.account
  const bill = account ? currentBill(account) : null
  if (!account || !bill) return null
  const today = now.withTimeZone(facts.creditor.zone).toPlainDate()
  const sentences = explainBill(bill, { today, accountCents: account.dueCents })
  return { bill, previous: previousBill(account), steps: bySteps(sentences) }
}

/** Sentences as the dialog says them. */
export function saidOf(sentences: ExplainStep[]): Said[] {
  return sentences.map(({ flow, text, params }) => ({ flow, text, params }))
}

/** How many steps were said in this frame. */
export function stepsSaid(vars: Record<string, Value>): number {
  const said = vars['explain_at']
  return typeof said === 'number' ? said : 0
}

/** True where nothing waits below for its turn, so that this flow must end with the ways forward. */
export function isAlone({ state }: ActionInput): boolean {
  const below = state.stack.at(-2)
  return below === undefined || below.flow === 'menu'
}
