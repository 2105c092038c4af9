import { flowOf, note, stepOf, topOf } from './run.ts'
import { goFrom } from './repair.ts'
import { named } from '../flow.ts'
import { walk } from './walk.ts'
import type { Run } from './run.ts'
import type { Start } from './commands.ts'

/** What somebody may want to do for another: a person sees to it. */
const payments: Start['intent'][] = ['promise', 'plan', 'pay_now']

/**
 * Somebody who speaks for the customer opens nothing that needs the customer's proof: no code leaves for
 * them. Who wants to pay for the customer is answered by a person. True when it was so.
 */
export function meetThirdParty(run: Run, starts: Start[]): boolean {
  const frame = topOf(run)
  const step = frame && stepOf(run, frame)
  if (!frame || frame.flow !== named.thirdParty || step?.kind !== 'ask') return false
  const closed = starts.filter(({ flow }) => flow.requires === 'proven')
  if (closed.length === 0) return false
  note(run, 'guard', frame, 'third party')
  const pays = closed.some(({ intent }) => payments.includes(intent))
  if (pays && flowOf(run, frame).slots.get(step.slot)?.type === 'yes_no') {
    frame.slots[step.slot] = true
    walk(run, 0)
  } else if (step.onOther) goFrom(run, step, step.onOther)
  else return false
  return true
}
