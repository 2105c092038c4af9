import { note } from './run.ts'
import { perform } from './act.ts'
import type { Frame } from '../../conversation/state.ts'
import type { Run } from './run.ts'

/** Records the request for a person; who asks again while one is coming is not counted twice. */
export function requestPerson(run: Run, frame: Frame, reason: string): void {
  const action = run.input.actions.get('request_person')
  if (action) perform(run, frame, action, { reason })
  note(run, 'handover', frame, reason)
}
