import { note } from './run.ts'
import type { Flow, SlotKind } from '../flow.ts'
import type { Frame, Value } from '../../conversation/state.ts'
import type { Run } from './run.ts'

/**
 * Brings the stack in line with the flows as they are now: a deployment may lie between two turns.
 * A flow that is gone is dropped; one whose step is gone restarts with the slots that still fit.
 */
export function repairStack(run: Run): void {
  run.state.stack = run.state.stack.flatMap((frame) => {
    const flow = run.dialog.flows.get(frame.flow)
    if (!flow) note(run, 'end', frame, 'this flow is gone')
    else if (frame.step !== '' && !flow.at.has(frame.step)) restart(run, frame, flow)
    return flow ? [frame] : []
  })
}

function restart(run: Run, frame: Frame, flow: Flow): void {
  note(run, 'start', frame, 'its step is gone: from the start')
  frame.step = ''
  frame.vars = {}
  frame.tries = 0
  for (const [name, value] of Object.entries(frame.slots))
    if (!fitsKind(flow.slots.get(name), value)) delete frame.slots[name]
}

function fitsKind(kind: SlotKind | undefined, value: Value): boolean {
  if (!kind || value === null) return false
  if (kind.type === 'one_of') return kind.options.includes(String(value))
  if (kind.type === 'money' || kind.type === 'count') return typeof value === 'number'
  if (kind.type === 'yes_no') return typeof value === 'boolean'
  return typeof value === 'string'
}
