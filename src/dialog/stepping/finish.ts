import { lookIn, note, purposeOf, stepOf, topOf } from './run.ts'
import { repair } from './repair.ts'
import type { Decision, Effect, Purpose, Trace } from '../../conversation/decision.ts'
import type { DialogState, Said } from '../../conversation/state.ts'
import type { Run } from './run.ts'

/** What one step of the dialog comes to. */
export interface Stepped {
  state: DialogState
  said: Said[]
  effects: Effect[]
  trace: Trace[]
  expects: Decision['expects']
  purpose: Purpose
  hangup: boolean
  transfer: Decision['transfer']
}

/** Said last, for "repeat": enough for one turn. */
const mostSaid = 8

/** Closes the turn. Where words are owed and none were found, it says that it did not understand. */
export function finish(run: Run, { silent }: { silent: boolean }): Stepped {
  if (!silent && run.said.length === 0) {
    note(run, 'repair', null, 'nothing to say')
    repair(run, 'cannot-understand')
  }
  const quiet = silent || run.input.muted === true
  if (!quiet) keepSaid(run)
  return {
    state: run.state,
    said: quiet ? [] : run.said,
    effects: joined(run.effects),
    trace: run.trace,
    expects: run.hangup ? null : expectsOf(run),
    purpose: purposeOf(run),
    hangup: run.hangup,
    transfer: transferOf(run),
  }
}

/** The words of a repair are no words to repeat. */
function keepSaid(run: Run): void {
  const own = run.said.filter(({ flow }) => !run.dialog.flows.get(flow)?.repair)
  if (own.length > 0) run.state.lastSaid = own.slice(-mostSaid)
}

/** The grade is told once a turn, as it stands at its end, with every sign. */
function joined(effects: Effect[]): Effect[] {
  const grades = effects.filter((effect) => effect.kind === 'grade')
  const last = grades.at(-1)
  if (!last || grades.length === 1) return effects
  const signals = [
    ...new Map(grades.flatMap((one) => one.signals.map((s) => [s.kind, s]))).values(),
  ]
  const first = effects.indexOf(grades[0]!)
  return effects
    .filter((effect, index) => effect.kind !== 'grade' || index === first)
    .map((effect) => (effect.kind === 'grade' ? { ...last, signals } : effect))
}

function expectsOf(run: Run): Decision['expects'] {
  const frame = topOf(run)
  const step = frame && stepOf(run, frame)
  if (step?.kind === 'confirm') return { slot: 'confirm', type: 'yes_no' }
  if (step?.kind !== 'ask') return null
  const type = run.dialog.flows.get(frame!.flow)?.slots.get(step.slot)?.type
  return type ? { slot: step.slot, type } : null
}

/** A call goes to a person while one is there. */
function transferOf(run: Run): Decision['transfer'] {
  const handoff = run.effects.findLast((effect) => effect.kind === 'handoff')
  if (!handoff || run.facts.channel !== 'voice') return null
  const there = lookIn(run, null)('open_now') === true
  return there ? { reason: handoff.handoff.reason } : null
}
