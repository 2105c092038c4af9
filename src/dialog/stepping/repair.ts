import { aside, handOverAside, walk } from './walk.ts'
import { flowOf, isProven, kept, note, stepOf, topOf } from './run.ts'
import type { Heard } from './commands.ts'
import type { Intent } from '../../conversation/understanding.ts'
import type { Level } from '../../conversation/state.ts'
import type { Repair, Step } from '../flow.ts'
import type { Run } from './run.ts'

/** How often in a row somebody may be not understood before a person takes over. */
const mostMisunderstood = 2
/** After so many "je ne comprends pas" everything is said simply. */
const mostUnclear = 2

/** Runs a repair flow beside what waits; false where a creditor has none. */
export function repair(run: Run, kind: Repair): boolean {
  const flow = run.dialog.repairs.get(kind)
  note(run, 'repair', topOf(run) ?? null, kind)
  if (flow) aside(run, flow)
  return flow !== undefined
}

/** The repairs somebody asks for in so many words: again, simpler, a moment. True when one was made. */
export function repairAsked(run: Run, heard: Heard): boolean {
  if (heard.repeat) repeat(run)
  else if (heard.simpler) simplify(run)
  else if (heard.wait) repair(run, 'wait')
  else return false
  return true
}

function repeat(run: Run): void {
  repair(run, 'repeat')
  sayAgain(run)
}

/** Says the last words again; what needs the proof is not repeated once the proof is gone. */
export function sayAgain(run: Run): void {
  const may = (name: string) => run.dialog.flows.get(name)?.requires !== 'proven' || isProven(run)
  const last = run.state.lastSaid.filter(({ flow }) => may(flow))
  run.said.push(...last)
  if (last.length > 0 || !topOf(run)) return
  walk(run, 0)
}

function simplify(run: Run): void {
  const before = run.state.level
  run.state.unclear += 1
  repair(run, 'simpler')
  if (run.state.unclear >= mostUnclear) run.state.level = 'simple'
  else if (run.state.level === before) run.state.level = lower(before)
  sayAgain(run)
}

function lower(level: Level): Level {
  return level === 'expert' ? 'standard' : 'simple'
}

/**
 * Nothing fitted. Who spoke over the machine is only listened to again; else it is asked once more in
 * other words, and the second time a person takes over. What waits stays open.
 */
export function misunderstand(run: Run): void {
  if (run.state.interrupted) {
    delete run.state.interrupted
    if (repair(run, 'interrupted')) return
  }
  run.state.misunderstood += 1
  const bounded = run.state.misunderstood >= mostMisunderstood
  const before = run.effects.length
  const handed = repair(run, 'cannot-understand') && run.effects.length > before
  if (!bounded) askOnceMore(run)
  else if (!handed && !run.facts.openHandoff) handOver(run)
  if (bounded) run.state.misunderstood = 0
}

function askOnceMore(run: Run): void {
  if (topOf(run)) walk(run, 0)
}

function handOver(run: Run): void {
  const frame = topOf(run)
  const outside = { flow: 'repair-cannot-understand', step: '', slots: {}, vars: {}, tries: 0 }
  handOverAside(run, frame ?? outside, 'not_understood')
}

/** Two or three things may have been meant: offers just those. Counts as not understood. */
export function clarify(run: Run, intents: Intent[]): void {
  const flow = run.dialog.repairs.get('clarify')
  const slot = [...(flow?.slots ?? [])].find(([, { type }]) => type === 'one_of')
  const known = intents.filter((intent) => slot?.[1].options.includes(intent)).slice(0, 3)
  if (!flow || known.length === 0 || run.state.misunderstood + 1 >= mostMisunderstood)
    return misunderstand(run)
  run.state.misunderstood += 1
  note(run, 'repair', topOf(run) ?? null, `clarify ${known.join(' ')}`)
  const floor = run.state.stack.length
  run.state.stack.push({
    flow: flow.name,
    step: '',
    slots: {},
    vars: { [kept.offered]: known.join(',') },
    tries: 0,
  })
  walk(run, floor, 0)
}

/** "Je préfère ne pas dire": goes where the question says, else it is accepted and stays open. */
export function refuse(run: Run): void {
  const frame = topOf(run)
  const step = frame && stepOf(run, frame)
  if (!frame || step?.kind !== 'ask' || !step.onRefuse) return refuseOpenly(run)
  note(run, 'repair', frame, 'refuse')
  if ('fill' in step.onRefuse) {
    frame.slots[step.slot] = step.onRefuse.fill
    walk(run, 0)
  } else goFrom(run, step, step.onRefuse)
}

/** Refused at a read-back: nothing is made, and what was under way ends. */
function refuseOpenly(run: Run): void {
  const frame = topOf(run)
  const ends = frame && stepOf(run, frame)?.kind === 'confirm'
  if (ends) dropTop(run)
  repair(run, 'refuse')
  if (ends && topOf(run)) walk(run, 0)
}

/** Goes on from a waiting step to a target of its own. */
export function goFrom(run: Run, step: Step, target: { goto: string } | { call: string }): void {
  const frame = topOf(run)!
  const flow = flowOf(run, frame)
  if ('goto' in target) return walk(run, 0, flow.at.get(target.goto) ?? flow.steps.length)
  const called = run.dialog.flows.get(target.call)
  if (!called) return walk(run, 0)
  frame.step = step.id
  run.state.stack.push({ flow: called.name, step: '', slots: {}, vars: {}, tries: 0 })
  walk(run, 0, 0)
}

/** What was under way is dropped, with whatever called it; what lies under it comes back. */
export function cancel(run: Run): void {
  dropTop(run)
  repair(run, 'cancel')
  if (topOf(run)) walk(run, 0)
}

function dropTop(run: Run): void {
  const { stack } = run.state
  const dropped = stack.pop()
  if (dropped) note(run, 'end', dropped, 'cancelled')
  const waits = () => {
    const frame = topOf(run)
    const step = frame && stepOf(run, frame)
    return frame && (!step || step.kind === 'call' || step.kind === 'branch' || step.kind === 'do')
  }
  while (waits()) stack.pop()
}
