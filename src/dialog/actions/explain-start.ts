import type { ActionDefinition } from '../action.ts'
import { explanationOf, isAlone, saidOf } from './explain-bill.ts'

/** Says what the bill comes to and its parts; `alone` tells whether anything waits below this flow. */
export const explainStart: ActionDefinition = {
  name: 'explain_start',
  outcomes: ['more', 'done', 'no_bill'],
  vars: { explain_at: 'count', alone: 'yes_no' },
  run(input) {
    const vars = { explain_at: 0, alone: isAlone(input) }
    const explanation = explanationOf(input)
    if (!explanation) return { outcome: 'no_bill', vars }
    const { steps } = explanation
    return {
      outcome: steps.length > 1 ? 'more' : 'done',
      vars: { ...vars, explain_at: 1 },
      says: saidOf(steps[0] ?? []),
    }
  },
}
