import { lookIn, note } from './run.ts'
import { say } from './saying.ts'
import type { Frame } from '../../conversation/state.ts'
import type { Move } from './take.ts'
import type { Run } from './run.ts'
import type { Step } from '../flow.ts'

/**
 * An answer that does not fit: says why, empties the slot, and tells where to go on; null to ask again.
 * After `tries` answers that did not fit a person takes over, and the question is left open.
 */
export function unfit(run: Run, frame: Frame, step: Step & { kind: 'ask' }): Move | null {
  const get = lookIn(run, frame)
  const found = step.otherwise.find(({ when }) => !when || when.evaluate(get) === true)
  if (found?.say) say(run, frame, found.say)
  frame.slots[step.slot] = null
  frame.tries += 1
  note(run, 'repair', frame, `does not fit: ${step.accept?.source ?? ''}`)
  if (!found?.target) return null
  frame.tries = 0
  return 'goto' in found.target ? { goto: found.target.goto } : { call: found.target.call }
}
