import { answer } from './answer.ts'
import { aside, push, walk } from './walk.ts'
import { cause } from './effects.ts'
import { clear, startFlow } from './start.ts'
import { flowOf, kept, note, stepOf, topOf } from './run.ts'
import { named } from '../flow.ts'
import { goFrom, sayAgain } from './repair.ts'
import { say, takeBackQuestion } from './saying.ts'
import type { Flow, Step, Target } from '../flow.ts'
import type { Heard, Start } from './commands.ts'
import type { Run } from './run.ts'
import type { Signal } from '../../conversation/signal.ts'

/** Signs kept in the state; the newest stay. */
const mostSignals = 20

/** Takes in the signs of fragility of the words: the grade rises at once and never falls here. */
export function hearCare(run: Run): Signal[] {
  const understanding = run.input.understanding
  if (!understanding) return []
  const { state } = run
  const known = (signal: Signal) =>
    state.signals.some(({ kind, grade }) => kind === signal.kind && grade >= signal.grade)
  const fresh = understanding.signals.filter((signal) => !known(signal))
  const rises = understanding.grade > state.grade
  state.signals = [...state.signals, ...fresh].slice(-mostSignals)
  if (rises) state.grade = understanding.grade
  run.signal = strongest(understanding.signals)?.kind ?? ''
  if (rises || fresh.length > 0) {
    cause(run, { kind: 'grade', grade: state.grade, signals: fresh })
    note(run, 'care', topOf(run) ?? null, `grade ${state.grade} ${run.signal}`.trimEnd())
  }
  return fresh
}

function strongest(signals: Signal[]): Signal | undefined {
  return signals.toSorted((a, b) => b.grade - a.grade)[0]
}

/** The request to stop is kept even where care comes before its words. */
export function recordOptOut(run: Run, heard: Heard): void {
  if (heard.optOut && !run.facts.optedOut) cause(run, { kind: 'opt_out', words: run.input.words })
}

/**
 * Somebody in danger: everything else ends, and what they write stays in this flow until a person takes
 * over. Beside it are heard: a request for a person, to stop the messages, and whether this is a machine.
 */
export function inDanger(run: Run, heard: Heard): void {
  recordOptOut(run, heard)
  const flow = run.dialog.flows.get(named.danger)
  const running = topOf(run)?.flow === named.danger
  const human = heard.human ? run.dialog.starts.get('human') : undefined
  run.state.misunderstood = 0
  if (!running) {
    run.state.stack = run.state.stack.filter((frame) => frame.flow === named.danger)
    if (topOf(run)) walk(run, 0)
    else if (flow) startFlow(run, flow)
  } else if (human) aside(run, human)
  else if (heard.optOut) say(run, topOf(run)!, 'stopped')
  else if (heard.starts.some(({ intent }) => intent === 'are_you_a_bot'))
    say(run, topOf(run)!, 'machine')
  else if (heard.repeat) sayAgain(run)
  else stay(run, heard)
  if (run.said.length === 0 && flow) startFlow(run, flow)
}

/** Whatever was answered, the talk goes on: a question of care is never asked again for want of a fit. */
function stay(run: Run, heard: Heard): void {
  if (answer(run, heard).done) return
  const frame = topOf(run)!
  const step = stepOf(run, frame)
  const next = step ? (flowOf(run, frame).at.get(step.id) ?? 0) + 1 : 0
  const target = step?.kind === 'ask' ? wayOn(step, heard.no || heard.decline) : null
  if (step && target) goFrom(run, step, target)
  else walk(run, 0, next)
}

function wayOn(step: Step & { kind: 'ask' }, refused: boolean): Target | null {
  const refusal = step.onRefuse && !('fill' in step.onRefuse) ? step.onRefuse : null
  return (refused ? refusal : null) ?? step.onOther
}

/** A new sign of grade 3 is met once, by `fragile` or by the care flow the words ask for. */
export function meetFragility(run: Run, fresh: Signal[], starts: Start[]): boolean {
  if (!fresh.some(({ grade }) => grade === 3)) return false
  const flow = careFlow(run, starts)
  if (!flow) return false
  takeBackQuestion(run)
  clear(run)
  push(run, flow).vars[kept.fragile] = true
  walk(run, 0, 0)
  return true
}

function careFlow(run: Run, starts: Start[]): Flow | undefined {
  const asked = starts.find(({ flow }) => flow.priority === 'care' && flow.name !== named.danger)
  return asked?.flow ?? run.dialog.flows.get(named.fragile)
}
