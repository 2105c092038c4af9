import { note, stepOf, topOf } from './run.ts'
import { goFrom, repair } from './repair.ts'
import { named } from '../flow.ts'
import { push, walk } from './walk.ts'
import { startFlow } from './start.ts'
import type { Run } from './run.ts'

/** Says once that a machine speaks; the creditor's own opening words say it too. True when said now. */
export function welcome(run: Run): boolean {
  if (run.state.welcomed) return false
  run.state.welcomed = true
  run.welcoming = true
  const name = run.input.proactive ? named.opener : named.welcome
  const flow = run.dialog.flows.get(name)
  if (!flow) return false
  const floor = run.state.stack.length
  push(run, flow)
  walk(run, floor, 0)
  return true
}

/** What is no message: a talk that opens, silence, an interruption, the end of a call. */
export function happen(run: Run): { silent: boolean } {
  switch (run.input.event) {
    case 'opened':
    case 'call_started':
      open(run)
      return { silent: false }
    case 'silence':
      silence(run)
      return { silent: false }
    case 'interrupt':
      run.state.interrupted = true
      return { silent: true }
    default:
      return { silent: true }
  }
}

function open(run: Run): void {
  if (welcome(run)) return
  if (run.state.grade === 4) return careInSilence(run)
  if (topOf(run)) return walk(run, 0)
  const greet = run.dialog.starts.get('greet')
  if (greet) startFlow(run, greet)
}

/** Somebody in danger is never hurried and never hung up on. */
function careInSilence(run: Run): void {
  const danger = run.dialog.flows.get(named.danger)
  if (topOf(run)?.flow !== named.danger) {
    if (danger) startFlow(run, danger)
    return
  }
  if (!silenceTarget(run)) walk(run, 0)
}

function silence(run: Run): void {
  run.state.silences += 1
  note(run, 'repair', topOf(run) ?? null, `silence ${run.state.silences}`)
  if (run.state.grade === 4) return careInSilence(run)
  if (run.state.silences === 1 && silenceTarget(run)) return
  repair(run, 'silence')
}

/** A question may say where its silence leads. */
function silenceTarget(run: Run): boolean {
  const frame = topOf(run)
  const step = frame && stepOf(run, frame)
  if (!frame || step?.kind !== 'ask' || !step.onSilence) return false
  goFrom(run, step, step.onSilence)
  return true
}
