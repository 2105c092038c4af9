import type { ActionDefinition } from '../action.ts'

/** Ends the call once the turn is said. */
export const hangUp: ActionDefinition = {
  name: 'hang_up',
  outcomes: ['ok'],
  vars: {},
  run: () => ({ outcome: 'ok', hangup: true }),
}
