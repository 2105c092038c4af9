import type { ActionDefinition } from '../action.ts'
import { explanationOf, saidOf, stepsSaid } from './explain-bill.ts'

/** Says the next step of the explanation; `done` with the last one, and when none is left. */
export const explainNext: ActionDefinition = {
  name: 'explain_next',
  outcomes: ['more', 'done'],
  vars: { explain_at: 'count' },
  run(input) {
    const steps = explanationOf(input)?.steps ?? []
    const at = stepsSaid(input.vars)
    const next = Math.min(at + 1, steps.length)
    return {
      outcome: next < steps.length ? 'more' : 'done',
      vars: { explain_at: next },
      says: saidOf(steps[at] ?? []),
    }
  },
}
