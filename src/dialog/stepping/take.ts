import { act, keepConfirmed } from './act.ts'
import { askAt, say } from './saying.ts'
import { flowOf, kept, lookIn, note } from './run.ts'
import { named } from '../flow.ts'
import { requestPerson } from './person.ts'
import { unfit } from './unfit.ts'
import type { Frame } from '../../conversation/state.ts'
import type { Run } from './run.ts'
import type { Step, Target } from '../flow.ts'

/** What a step leads to. */
export type Move =
  | 'next'
  | 'wait'
  | 'end'
  | { goto: string }
  | { call: string }
  /** The question is left open, and a person asked for with this reason. */
  | { leave: string }

/** Runs one step of a frame; a step whose `if` does not hold is passed over. */
export function take(run: Run, frame: Frame, step: Step): Move {
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
  if (frame.tries >= step.tries) return { leave: 'cannot_answer' }
  askAt(run, frame, step)
  return 'wait'
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

function moveTo(target: Target): Move {
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
