import type { ActionDefinition } from '../action.ts'

/** Keeps why a bill is not paid, so that it is asked once only. */
export const recordCause: ActionDefinition = {
  name: 'record_cause',
  outcomes: ['ok'],
  vars: {},
  reads: ['cause'],
  run({ slots }) {
    const cause = String(slots['cause'] ?? '')
    return { outcome: 'ok', state: { cause }, effects: [{ kind: 'cause', cause }] }
  },
}
