import type { ActionDefinition, Actions } from './action.ts'
import { recordCause } from './actions/cause.ts'
import { checkCode, sendCode } from './actions/code.ts'
import { optIn, optOut, revoke, unlink } from './actions/consent.ts'
import { explainChange } from './actions/explain-change.ts'
import { explainLine } from './actions/explain-line.ts'
import { explainNext } from './actions/explain-next.ts'
import { explainStart } from './actions/explain-start.ts'
import { hangUp } from './actions/hang-up.ts'
import { lowerLevel, raiseLevel } from './actions/level.ts'
import { rememberPayday } from './actions/payday.ts'
import { careAlert, requestPerson } from './actions/person.ts'
import { proposePlan, recordPlan } from './actions/plan.ts'
import { recordPromise, withdrawCommitment } from './actions/promise.ts'
import { openTask } from './actions/task.ts'

const definitions: ActionDefinition[] = [
  sendCode,
  checkCode,
  explainStart,
  explainNext,
  explainLine,
  explainChange,
  recordCause,
  recordPromise,
  withdrawCommitment,
  proposePlan,
  recordPlan,
  rememberPayday,
  requestPerson,
  careAlert,
  optOut,
  optIn,
  revoke,
  unlink,
  openTask,
  lowerLevel,
  raiseLevel,
  hangUp,
]

/** Everything a flow may `do`, by name. */
export const actions: Actions = new Map(
  definitions.map((definition) => [definition.name, definition]),
)
