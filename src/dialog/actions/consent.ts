import { addWorkingDays } from '../../conversation/calendar.ts'
import type { Effect } from '../../conversation/decision.ts'
import { holidaysOf } from '../../conversation/holidays.ts'
import type { ActionDefinition, ActionInput } from '../action.ts'
import { drawnReference, lastWords } from './drawn.ts'

/** No message we start goes to this line from now on; the words are kept. */
export const optOut: ActionDefinition = {
  name: 'opt_out',
  outcomes: ['ok'],
  vars: {},
  run: (input) => ({ outcome: 'ok', effects: [{ kind: 'opt_out', words: lastWords(input) }] }),
}

/** The person wants our messages again. */
export const optIn: ActionDefinition = {
  name: 'opt_in',
  outcomes: ['ok'],
  vars: {},
  run: (input) => ({ outcome: 'ok', effects: [{ kind: 'opt_in', words: lastWords(input) }] }),
}

/** Somebody else speaks on this line: what was opened for the customer closes. */
export const revoke: ActionDefinition = {
  name: 'revoke',
  outcomes: ['ok'],
  vars: {},
  run: ({ facts }) => ({
    outcome: 'ok',
    effects: facts.proof ? [{ kind: 'proof_revoked' }] : [],
  }),
}

/** This address is not the customer's: the line lets go of them, goes quiet, and the file is mended. */
export const unlink: ActionDefinition = {
  name: 'unlink',
  outcomes: ['ok'],
  vars: {},
  run(input) {
    const words = lastWords(input)
    const proof: Effect[] = input.facts.proof ? [{ kind: 'proof_revoked' }] : []
    const effects: Effect[] = [
      ...proof,
      { kind: 'unlinked', words },
      { kind: 'opt_out', words },
      contactRepair(input, words),
    ]
    return { outcome: 'ok', effects, drew: 1 }
  },
}

function contactRepair(input: ActionInput, words: string): Effect {
  const { holidays, policy } = input.facts.creditor
  const today = input.now.toPlainDate()
  const due = addWorkingDays(today, policy.search.workingDays, holidaysOf(holidays))
  const reference = drawnReference(input, 'T')
  return { kind: 'task', task: 'contact_repair', reference, due: due.toString(), words }
}
