import { fail } from '../../errors.ts'
import { flowOf, isProven, kept, lookIn, newFrame, note, stepOf, topOf } from './run.ts'
import { named } from '../flow.ts'
import { requestPerson } from './person.ts'
import { take } from './take.ts'
import type { Flow, Step } from '../flow.ts'
import type { Frame } from '../../conversation/state.ts'
import type { Move } from './take.ts'
import type { Run } from './run.ts'

const mostSteps = 200

/**
 * Runs the top frame, and those under it as frames end, until a question waits or only `floor` frames
 * are left. `at` is where the top frame goes on; without it, where it stands.
 */
export function walk(run: Run, floor: number, at?: number): void {
  let index = at ?? standing(run)
  while (run.state.stack.length > floor) {
    const frame = topOf(run)!
    const flow = flowOf(run, frame)
    const step = flow.steps[index]
    if (mustIdentify(run, frame, flow)) index = standing(run)
    else if (!step || frame.vars[kept.identified] === 'failed') index = leave(run, floor)
    else {
      countStep(run, frame, step)
      const move = take(run, frame, step)
      if (move === 'wait') return
      if (typeof move === 'object' && 'leave' in move) return handOverAside(run, frame, move.leave)
      index = follow(run, { flow, step, index, move, floor })
    }
  }
}

function countStep(run: Run, frame: Frame, step: Step): void {
  run.steps += 1
  if (run.steps <= mostSteps) return
  const message = `flow '${frame.flow}' took more than ${mostSteps} steps in one turn, at '${step.id}'`
  throw fail('flows_invalid', message)
}

function standing(run: Run): number {
  const frame = topOf(run)
  return frame ? (flowOf(run, frame).at.get(frame.step) ?? 0) : 0
}

/** A flow that needs the proof asks for it first, once; without it the flow ends. */
function mustIdentify(run: Run, frame: Frame, flow: Flow): boolean {
  if (flow.requires !== 'proven' || isProven(run)) {
    delete frame.vars[kept.identified]
    return false
  }
  const identify = run.dialog.flows.get(named.identify)
  if (!identify || frame.vars[kept.identified]) {
    frame.vars[kept.identified] = 'failed'
    return false
  }
  frame.vars[kept.identified] = 'asked'
  note(run, 'guard', frame, 'requires proven')
  push(run, identify)
  return true
}

export function push(run: Run, flow: Flow, slots: Frame['slots'] = {}): Frame {
  const frame = newFrame(flow, slots)
  run.state.stack.push(frame)
  note(run, 'start', frame, flow.purpose)
  return frame
}

interface Following {
  flow: Flow
  step: Step
  index: number
  move: Move
  floor: number
}

function follow(run: Run, { flow, step, index, move, floor }: Following): number {
  if (move === 'next') return index + 1
  if (move === 'end') return leave(run, floor)
  if (move === 'wait' || 'leave' in move) return index
  if ('call' in move) return enter(run, step, index, move.call)
  if (move.goto === 'end' && !flow.at.has('end')) return leave(run, floor)
  return flow.at.get(move.goto) ?? flow.steps.length
}

/** Calls a flow. The caller is kept unless nothing of it is left to do after the call. */
function enter(run: Run, step: Step, index: number, name: string): number {
  const called = run.dialog.flows.get(name)
  const frame = topOf(run)!
  if (!called) return index + 1
  frame.step = step.id
  const slots = inherited(run, frame, called)
  note(run, 'call', frame, name)
  const after = flowOf(run, frame).steps[index + 1]
  const last = step.kind === 'call' && (!after || (after.kind === 'end' && !after.when))
  if (last && !frame.vars[kept.fragile]) run.state.stack.pop()
  push(run, called, slots)
  return 0
}

/** A called flow takes over the slots both have, by name and type, so that nothing is asked twice. */
function inherited(run: Run, frame: Frame, called: Flow): Frame['slots'] {
  const slots: Frame['slots'] = {}
  const mine = flowOf(run, frame).slots
  for (const [name, kind] of called.slots) {
    const value = frame.slots[name]
    const own = mine.get(name)
    const same = own?.type === kind.type && own.options.join() === kind.options.join()
    if (same && value !== undefined && value !== null) slots[name] = value
  }
  return slots
}

/** Ends the top frame; the one under it goes on where it stood. */
function leave(run: Run, floor: number): number {
  const ended = run.state.stack.pop()!
  note(run, 'end', ended)
  if (ended.vars[kept.fragile] && !run.facts.openHandoff) return handOverAfter(run, ended, floor)
  const frame = topOf(run)
  return frame && run.state.stack.length > floor ? comeBack(run, frame) : 0
}

/** A person always follows a sign of fragility, whatever the flow says. */
function handOverAfter(run: Run, ended: Frame, floor: number): number {
  requestPerson(run, ended, named.fragile)
  const coming = run.dialog.flows.get(named.humanComing)
  if (coming) push(run, coming)
  else if (run.state.stack.length > floor && topOf(run)) return comeBack(run, topOf(run)!)
  return 0
}

function comeBack(run: Run, frame: Frame): number {
  const step = stepOf(run, frame)
  const index = flowOf(run, frame).at.get(frame.step) ?? 0
  if (frame.vars[kept.identified] && !isProven(run)) frame.vars[kept.identified] = 'failed'
  if (!step) return 0
  if (step.kind === 'ask' || step.kind === 'confirm') {
    if (frame.vars[kept.interrupted]) bridge(run, frame)
    return index
  }
  if (step.kind !== 'guard') return index + 1
  const holds = step.holds.evaluate(lookIn(run, frame)) === true
  return holds ? index + 1 : flowOf(run, frame).steps.length
}

/** One sentence back to the question that was left, said by the repair flow `resume`. */
function bridge(run: Run, frame: Frame): void {
  const talked = frame.vars[kept.interrupted] !== 'courtesy'
  delete frame.vars[kept.interrupted]
  const flow = run.dialog.repairs.get('resume')
  if (!flow || !talked || frame.flow === named.danger) return
  aside(run, flow)
}

/** A person takes over a question that cannot be answered here; it stays open meanwhile. */
export function handOverAside(run: Run, frame: Frame, reason: string): void {
  frame.tries = 0
  requestPerson(run, frame, reason)
  const coming = run.dialog.flows.get(named.humanComing)
  if (coming) aside(run, coming)
}

/** Runs a flow beside what waits: when it has said its words, nothing is asked again. */
export function aside(run: Run, flow: Flow, slots: Frame['slots'] = {}): Frame {
  const floor = run.state.stack.length
  const frame = push(run, flow, slots)
  walk(run, floor, 0)
  return frame
}
