import { act, keepConfirmed } from './act.ts'
import { askAt, say } from './saying.ts'
import { fail } from '../../errors.ts'
import { flowOf, isProven, kept, lookIn, newFrame, note, stepOf, topOf } from './run.ts'
import { named } from '../flow.ts'
import { perform } from './act.ts'
import { unfit } from './unfit.ts'
import type { Flow, Step, Target } from '../flow.ts'
import type { Frame } from '../../conversation/state.ts'
import type { Run } from './run.ts'

/** What a step leads to. */
export type Move = 'next' | 'wait' | 'end' | { goto: string } | { call: string }

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
  if (move === 'wait') return index
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
  if (last && frame.flow !== named.fragile) run.state.stack.pop()
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
  if (ended.flow === named.fragile && !run.facts.openHandoff) return handOverAfter(run, ended, floor)
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

function take(run: Run, frame: Frame, step: Step): Move {
  if (step.when && step.when.evaluate(lookIn(run, frame)) !== true) return 'next'
  switch (step.kind) {
    case 'say':
      say(run, frame, step.text)
      return 'next'
    case 'ask':
      return ask(run, frame, step)
    case 'confirm':
      return readBack(run, frame, step)
    case 'branch':
      return branch(run, frame, step)
    case 'guard':
      return guard(run, frame, step)
    case 'do':
      return perhaps(run, frame, step)
    case 'set':
      Object.assign(frame.slots, step.values)
      return 'next'
    case 'call':
      return { call: step.flow }
    case 'handover':
      return handOver(run, frame, step)
    case 'goto':
      return { goto: step.step }
    case 'end':
      return 'end'
  }
}

function ask(run: Run, frame: Frame, step: Step & { kind: 'ask' }): Move {
  const value = frame.slots[step.slot]
  const empty = value === undefined || value === null
  if (!empty && (!step.accept || step.accept.evaluate(lookIn(run, frame)) === true)) {
    if (frame.step === step.id) frame.tries = 0
    return 'next'
  }
  frame.step = step.id
  const move = empty ? null : unfit(run, frame, step)
  if (move) return move
  if (frame.tries >= step.tries) handOverAside(run, frame, 'cannot_answer')
  else askAt(run, frame, step)
  return 'wait'
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

/** Reads every value back; one that is missing is asked for first. */
function readBack(run: Run, frame: Frame, step: Step & { kind: 'confirm' }): Move {
  const flow = flowOf(run, frame)
  const missing = step.slots.find((slot) => (frame.slots[slot] ?? null) === null)
  const asked = flow.steps.find((each) => each.kind === 'ask' && each.slot === missing)
  if (asked) return { goto: asked.id }
  frame.step = step.id
  delete frame.vars[kept.confirmed]
  askAt(run, frame, step)
  return 'wait'
}

/** The customer said yes to the read-back. */
export function confirmed(run: Run, frame: Frame, step: Step & { kind: 'confirm' }): void {
  keepConfirmed(run, frame, step)
  note(run, 'confirm', frame, 'yes')
}

export function moveTo(target: Target): Move {
  return 'goto' in target ? { goto: target.goto } : { call: target.call }
}

function branch(run: Run, frame: Frame, step: Step & { kind: 'branch' }): Move {
  const get = lookIn(run, frame)
  const found = step.cases.find(({ when }) => !when || when.evaluate(get) === true)
  const where = found ? moveTo(found.target) : 'next'
  note(run, 'branch', { ...frame, step: step.id }, found?.when?.source ?? (found ? 'else' : 'none'))
  return where
}

function guard(run: Run, frame: Frame, step: Step & { kind: 'guard' }): Move {
  const holds = step.holds.evaluate(lookIn(run, frame)) === true
  note(run, 'guard', { ...frame, step: step.id }, `${step.holds.source}: ${holds ? 'yes' : 'no'}`)
  if (holds) return 'next'
  if (step.target) return moveTo(step.target)
  if (step.say) say(run, frame, step.say)
  return 'end'
}

function perhaps(run: Run, frame: Frame, step: Step & { kind: 'do' }): Move {
  const acted = act(run, { ...frame, step: step.id }, step)
  if (acted === 'unconfirmed') return backToConfirm(run, frame, step)
  const target = acted.outcome === undefined ? undefined : step.on[acted.outcome]
  return target ? moveTo(target) : 'next'
}

/** Nothing is committed that was not read back as it stands: the nearest read-back before comes again. */
function backToConfirm(run: Run, frame: Frame, step: Step): Move {
  const flow = flowOf(run, frame)
  const before = flow.steps.slice(0, flow.at.get(step.id))
  const confirm = before.findLast((each) => each.kind === 'confirm')
  note(run, 'guard', { ...frame, step: step.id }, 'not confirmed')
  return confirm ? { goto: confirm.id } : 'end'
}

function handOver(run: Run, frame: Frame, step: Step & { kind: 'handover' }): Move {
  requestPerson(run, { ...frame, step: step.id }, step.reason)
  return run.dialog.flows.has(named.humanComing) ? { call: named.humanComing } : 'next'
}

/** Records the request for a person; who asks again while one is coming is not counted twice. */
export function requestPerson(run: Run, frame: Frame, reason: string): void {
  const action = run.input.actions.get('request_person')
  if (action) perform(run, frame, action, { reason })
  note(run, 'handover', frame, reason)
}
