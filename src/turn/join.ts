import type { DialogState } from '../conversation/state.ts'
import { newDialogState } from '../conversation/state.ts'

/**
 * The customer's own conversation takes in a line that just proved itself: what was going on stays
 * below, what the line was doing (the proof, and what asked for it) goes on top. Care never falls.
 */
export function joinStates(own: DialogState | null, line: DialogState | null): DialogState {
  if (!own || !line) return own ?? line ?? newDialogState('fr')
  return {
    ...own,
    language: line.language,
    welcomed: line.welcomed,
    stack: [
      ...own.stack.filter((frame) => !line.stack.some(({ flow }) => flow === frame.flow)),
      ...line.stack,
    ],
    misunderstood: 0,
    lastSaid: line.lastSaid,
    grade: own.grade > line.grade ? own.grade : line.grade,
    signals: [...own.signals, ...line.signals],
    cause: own.cause ?? line.cause,
    payday: own.payday ?? line.payday,
  }
}
