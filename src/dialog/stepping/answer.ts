import { bindFills } from './fill.ts'
import { bestMatch, fold } from './terms.ts'
import { confirmed } from './take.ts'
import { walk } from './walk.ts'
import { findOptions } from '../wording/book.ts'
import { flowOf, kept, lookIn, note, stepOf, topOf } from './run.ts'
import { goFrom, refuse, repair } from './repair.ts'
import type { Bound } from './fill.ts'
import type { Fill, Heard } from './commands.ts'
import type { Flow, Step } from '../flow.ts'
import type { Frame } from '../../conversation/state.ts'
import type { Option } from '../../conversation/understanding.ts'
import type { Run } from './run.ts'

/** What the waiting question got. */
export interface Answered {
  /** The words answered it, or changed something said before. */
  done: boolean
  /** The slot asked for was filled. */
  slot: string | null
  /** Values for which this flow has no place. */
  left: Fill[]
}

const nothing = (left: Fill[]): Answered => ({ done: false, slot: null, left })

/** Nothing was taken as an answer: every value is left for what the words start. */
export function unanswered(heard: Heard): Answered {
  return nothing(heard.fills)
}

/** Takes what answers the waiting question, or corrects what was said before it; runs the flow on. */
export function answer(run: Run, heard: Heard): Answered {
  const frame = topOf(run)
  const step = frame && stepOf(run, frame)
  if (!frame || !step) return nothing(heard.fills)
  if (step.kind === 'confirm') return atReadBack(run, frame, step, heard)
  return step.kind === 'ask' ? atQuestion(run, frame, step, heard) : nothing(heard.fills)
}

function atQuestion(run: Run, frame: Frame, step: Step & { kind: 'ask' }, heard: Heard): Answered {
  const type = flowOf(run, frame).slots.get(step.slot)?.type
  const fills = type === 'yes_no' ? [...heard.fills, ...yesOrNo(heard)] : heard.fills
  const bound = bindFills(run, frame, fills)
  const asked = bound.filled.includes(step.slot)
  if (type === 'text' && !asked && takesWords(heard)) return openAnswer(run, frame, step)
  // "Pouvez-vous me le donner ?" "Oui.": the code is still to come, so there is time.
  if (type === 'code' && !asked && heard.yes && heard.starts.length === 0 && repair(run, 'wait'))
    return { done: true, slot: null, left: [] }
  const left = bound.left.filter(({ name }) => name !== yesName)
  if (bound.filled.length + bound.changed.length + bound.same.length === 0) return nothing(left)
  run.state.misunderstood = 0
  walk(run, 0, goesOnAt(run, frame, step, bound))
  return { done: true, slot: asked ? step.slot : null, left }
}

/** True where the words pick one of the choices asked for ("annuler" may be one of them). */
export function picksChoice(run: Run, heard: Heard): boolean {
  const frame = topOf(run)
  const step = frame && stepOf(run, frame)
  if (!frame || step?.kind !== 'ask') return false
  if (flowOf(run, frame).slots.get(step.slot)?.type !== 'one_of') return false
  const trial = { ...frame, slots: { ...frame.slots } }
  return bindFills(run, trial, heard.fills).filled.includes(step.slot)
}

const yesName = 'answered'

function yesOrNo({ yes, no }: Heard): Fill[] {
  return yes === no ? [] : [{ name: yesName, correct: false, yes }]
}

/** An open question takes the words as they are; a question asked back is no answer. */
function takesWords(heard: Heard): boolean {
  const commands = [
    heard.repeat,
    heard.simpler,
    heard.wait,
    heard.cancel,
    heard.decline,
    heard.human,
  ]
  return !commands.some(Boolean) && !heard.no
}

const mostWords = 1000

function openAnswer(run: Run, frame: Frame, step: Step & { kind: 'ask' }): Answered {
  const words = run.input.words.trim().slice(0, mostWords)
  if (words === '' || words.endsWith('?')) return nothing([])
  frame.slots[step.slot] = words
  run.state.misunderstood = 0
  walk(run, 0)
  return { done: true, slot: step.slot, left: [] }
}

/** A changed value is judged again where it was asked, and everything after it is gone through again. */
function goesOnAt(run: Run, frame: Frame, step: Step, bound: Bound): number {
  const flow = flowOf(run, frame)
  const here = flow.at.get(step.id) ?? 0
  if (bound.changed.length === 0) return here
  note(run, 'repair', frame, `corrected ${bound.changed.join(' ')}`)
  const places = bound.changed.map((slot) => askBefore(flow, slot, here)).filter((at) => at >= 0)
  const unfit = places.find((at) => !fits(run, frame, flow.steps[at]!))
  if (unfit !== undefined) return unfit
  if (step.kind === 'confirm' && step.onChange && 'goto' in step.onChange)
    return flow.at.get(step.onChange.goto) ?? here
  return frame.vars[kept.acted] || places.length === 0 ? here : Math.min(...places)
}

/** Where a slot was asked before this step; else where it is asked at all; -1 where it never is. */
function askBefore(flow: Flow, slot: string, here: number): number {
  const asks = (step: Step) => step.kind === 'ask' && step.slot === slot
  const before = flow.steps.slice(0, here + 1).findLastIndex(asks)
  return before >= 0 ? before : flow.steps.findIndex(asks)
}

function fits(run: Run, frame: Frame, step: Step): boolean {
  if (step.kind !== 'ask' || !step.accept) return true
  return step.accept.evaluate(lookIn(run, frame)) === true
}

function atReadBack(
  run: Run,
  frame: Frame,
  step: Step & { kind: 'confirm' },
  heard: Heard,
): Answered {
  const bound = bindFills(run, frame, heard.fills)
  const yes = heard.yes || heard.fills.some((fill) => fill.yes === true)
  const no = heard.no || heard.fills.some((fill) => fill.yes === false)
  const left = bound.left.filter((fill) => fill.yes === undefined)
  const slot = 'confirm'
  if (bound.filled.length + bound.changed.length > 0) {
    const all = { ...bound, changed: [...bound.changed, ...bound.filled] }
    walk(run, 0, goesOnAt(run, frame, step, all))
  } else if (yes && !no && !heard.wrong) {
    confirmed(run, frame, step)
    walk(run, 0, (flowOf(run, frame).at.get(step.id) ?? 0) + 1)
  } else if (reopened(run, frame, step)) walk(run, 0)
  else if ((no || heard.wrong) && heard.starts.length === 0) {
    if (step.onNo) goFrom(run, step, step.onNo)
    else repair(run, 'correct')
  } else return nothing(left)
  run.state.misunderstood = 0
  return { done: true, slot, left }
}

/** "La date": a slot of the read-back named without a new value is asked for again. */
function reopened(run: Run, frame: Frame, step: Step & { kind: 'confirm' }): boolean {
  const slot = bestMatch(fold(run.input.words), slotNames(run, frame))
  const flow = flowOf(run, frame)
  const at = slot && step.slots.includes(slot) ? askBefore(flow, slot, flow.steps.length) : -1
  if (slot === null || at < 0) return false
  note(run, 'repair', frame, `reopened ${slot}`)
  frame.slots[slot] = null
  frame.step = flow.steps[at]!.id
  return true
}

/** How people name what was read back: `options: confirm:` of the flow, else of the repair `correct`. */
function slotNames(run: Run, frame: Frame): Option[] {
  const general = run.dialog.repairs.get('correct')?.name ?? ''
  const own = findOptions(run.dialog.texts, run.state.language, frame.flow, 'confirm')
  return own.length > 0
    ? own
    : findOptions(run.dialog.texts, run.state.language, general, 'confirm')
}

/** What to do with words that answered nothing: a refusal, or words of another kind. True when done. */
export function otherwise(run: Run, heard: Heard): boolean {
  const frame = topOf(run)
  const step = frame && stepOf(run, frame)
  const open = step?.kind === 'ask'
  if (heard.decline || (heard.no && open)) refuse(run)
  else if (open && step.onOther && isOther(heard)) {
    note(run, 'repair', frame!, 'other words')
    goFrom(run, step, step.onOther)
  } else return false
  run.state.misunderstood = 0
  return true
}

/** Words that ask for nothing the dialog knows how to do otherwise. */
function isOther(heard: Heard): boolean {
  return (
    !heard.repeat && !heard.simpler && !heard.wait && !heard.cancel && heard.starts.length === 0
  )
}
