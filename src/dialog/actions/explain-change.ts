import { explainChange as explainDifference } from '../../billing/explain-change.ts'
import type { ActionDefinition } from '../action.ts'
import { explanationOf, isAlone, saidOf } from './explain-bill.ts'

/** Says how much the bill changed since the one before, and why: parts that sum to the difference. */
export const explainChange: ActionDefinition = {
  name: 'explain_change',
  outcomes: ['higher', 'lower', 'same', 'no_previous'],
  vars: { alone: 'yes_no' },
  run(input) {
    const vars = { alone: isAlone(input) }
    const explanation = explanationOf(input)
    if (!explanation?.previous) return { outcome: 'no_previous', vars }
    const { bill, previous } = explanation
    if (previous.currency !== bill.currency) return { outcome: 'no_previous', vars }
    const sentences = explainDifference(previous, bill)
    return { outcome: sentences[0]?.text ?? 'same', vars, says: saidOf(sentences) }
  },
}
