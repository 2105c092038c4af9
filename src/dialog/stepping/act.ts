import { cause } from './effects.ts'
import { flowOf, kept, lookIn, note } from './run.ts'
import { isBareWord } from './names.ts'
import { namesOf } from '../wording/wording.ts'
import type { ActionDefinition, ValueType } from '../action.ts'
import type { Argument, Step } from '../flow.ts'
import type { Frame, Value } from '../../conversation/state.ts'
import type { Run } from './run.ts'

/** What came of an action: its outcome, or that nothing was confirmed yet. */
export type Acted = { outcome: string | undefined } | 'unconfirmed'

/** Runs an action of a flow. One that commits runs only on what was read back and confirmed. */
export function act(run: Run, frame: Frame, step: Step & { kind: 'do' }): Acted {
  const definition = run.input.actions.get(step.action)
  if (!definition) return { outcome: undefined }
  if (definition.commits && !isConfirmed(run, frame)) return 'unconfirmed'
  const args: Record<string, Value> = {}
  for (const [name, argument] of Object.entries(step.with))
    args[name] = argumentValue(run, frame, argument, definition.args?.[name])
  const outcome = perform(run, frame, definition, args)
  if (definition.commits)
    frame.vars[kept.confirmed] = digestOf(run, frame, confirmBefore(run, frame))
  return { outcome }
}

/** Runs one action and takes over everything it caused. */
export function perform(
  run: Run,
  frame: Frame,
  definition: ActionDefinition,
  args: Record<string, Value>,
): string | undefined {
  const { now, draw, understanding } = run.input
  const { facts, state, drawn } = run
  const { slots, vars } = frame
  const given = { slots, vars, args, facts, state, now, draw, drawn, understanding }
  const result = definition.run(given)
  Object.assign(frame.vars, result.vars)
  run.drawn += result.drew ?? 0
  if (result.hangup) run.hangup = true
  if (result.state) Object.assign(run.state, result.state)
  run.scope = null
  for (const effect of result.effects ?? []) cause(run, effect)
  if (result.effects?.length) frame.vars[kept.acted] = true
  for (const said of result.says ?? []) {
    run.said.push(said)
    run.spoke.add(flowOf(run, frame).priority)
  }
  note(run, 'do', frame, `${definition.name}${result.outcome ? ` → ${result.outcome}` : ''}`)
  return result.outcome
}

function argumentValue(
  run: Run,
  frame: Frame,
  argument: Argument,
  expected: ValueType | undefined,
): Value {
  const { source, expression } = argument
  const bare = isBareWord(flowOf(run, frame), run.input.actions, argument, expected)
  return expression && !bare ? expression.evaluate(lookIn(run, frame)) : source
}

/** The customer said yes to what was read back: keeps a print of it. */
export function keepConfirmed(run: Run, frame: Frame, step: Step & { kind: 'confirm' }): void {
  frame.vars[kept.confirmed] = digestOf(run, frame, step)
}

function isConfirmed(run: Run, frame: Frame): boolean {
  const step = confirmBefore(run, frame)
  return step !== null && frame.vars[kept.confirmed] === digestOf(run, frame, step)
}

/** The read-back a step stands behind: the one confirmed, which the print names. */
function confirmBefore(run: Run, frame: Frame): (Step & { kind: 'confirm' }) | null {
  const print = frame.vars[kept.confirmed]
  if (typeof print !== 'string') return null
  const id = print.slice(0, print.indexOf('\n'))
  const flow = flowOf(run, frame)
  const step = flow.steps[flow.at.get(id) ?? -1]
  return step?.kind === 'confirm' ? step : null
}

/** Every value read back, and which read-back it was. */
function digestOf(run: Run, frame: Frame, step: (Step & { kind: 'confirm' }) | null): string {
  if (!step) return ''
  const read = new Set([...step.slots, ...namesOf(run.dialog.texts, frame.flow, step.text)])
  const values = [...read].map((name) => frame.slots[name] ?? frame.vars[name] ?? null)
  return `${step.id}\n${JSON.stringify(values)}`
}
