import type { ExplainStep } from '../../billing/sentence.ts'
import { explainBoth } from '../../billing/explain-change.ts'
import { stepOf } from '../../billing/explain.ts'
import type { ActionDefinition, ActionInput } from '../action.ts'
import type { Explanation } from './explain-bill.ts'
import { explanationOf, saidOf, stepsSaid } from './explain-bill.ts'

/** Which step of the bill tells a part of the change. */
const stepFor: Record<string, string> = {
  volume: 'used',
  price: 'used',
  days: 'fixed',
  options: 'extras',
  correction: 'extras',
  other: 'extras',
}

/**
 * Says one part of the bill closer. The part is the argument `line`, else the slot `part`: a step
 * (`fixed`), a part of the change (`volume`), a tax (`accise`, `cta`, `vat`), or `again` for the last step.
 */
export const explainLine: ActionDefinition = {
  name: 'explain_line',
  outcomes: ['found', 'unknown'],
  vars: {},
  args: { line: 'text' },
  run(input) {
    const explanation = explanationOf(input)
    const line = String(input.args['line'] ?? input.slots['part'] ?? '')
    const found = explanation ? sentencesOf(explanation, line, input) : []
    return { outcome: found.length > 0 ? 'found' : 'unknown', says: saidOf(found) }
  },
}

function sentencesOf(explanation: Explanation, line: string, input: ActionInput): ExplainStep[] {
  const { bill, previous, steps } = explanation
  if (line === 'again') return steps[stepsSaid(input.vars) - 1] ?? []
  const wanted = stepFor[line] ?? line
  const step = steps.find(([first]) => first && stepOf(first) === wanted)
  const both = previous && input.slots['part'] ? explainBoth(previous, bill, line) : []
  if (step) return [...both, ...step]
  return steps.flat().filter(({ id }) => id === `taxes:${line}` || id.startsWith(`taxes:${line}-`))
}
