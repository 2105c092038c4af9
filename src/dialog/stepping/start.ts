import { push, walk } from './walk.ts'
import { bindFills } from './fill.ts'
import { flowOf, isProven, kept, newFrame, note, stepOf, topOf } from './run.ts'
import { isCourtesy } from './commands.ts'
import { named } from '../flow.ts'
import { takeBackQuestion } from './saying.ts'
import type { Answered } from './answer.ts'
import type { Fill, Heard, Start } from './commands.ts'
import type { Flow } from '../flow.ts'
import type { Frame } from '../../conversation/state.ts'
import type { Run } from './run.ts'

/** More things at once than this are more than one reply can hold. */
const mostStarts = 3

/** Starts what the words ask for, first asked first. True when something started or was taken up. */
export function startAll(run: Run, starts: Start[], fills: Fill[]): boolean {
  const fresh = starts.filter(({ flow }) => !isRunning(run, flow)).slice(0, mostStarts)
  if (fresh.length === 0) return resumeRunning(run, starts, fills)
  takeBackQuestion(run)
  const clearing = fresh.find(({ flow }) => flow.clears)
  const wanted = clearing ? [clearing] : withoutDouble(fresh, fills)
  makeRoom(run, wanted)
  const laid = wanted.map((start) => ({ start, frame: filledFrame(run, start, fills) }))
  for (const { start, frame } of answeredFirst(laid).toReversed()) lay(run, start.flow, frame)
  run.state.misunderstood = 0
  walk(run, 0)
  return true
}

/** Starts a flow by itself, whatever waits: it lies on top, and clears what it says it clears. */
export function startFlow(run: Run, flow: Flow): void {
  takeBackQuestion(run)
  if (flow.clears) clear(run)
  else leaveQuestion(run, false)
  push(run, flow)
  walk(run, 0, 0)
}

/** What is asked for is under way already: its last words are said again. True when it was so. */
export function asksAgain(run: Run, heard: Heard): boolean {
  const top = topOf(run)
  const asked = heard.starts.find(({ flow }) => flow.name === top?.flow)
  const waits = heard.wait && asked?.intent !== 'cannot_pay'
  if (!top || !asked || waits || heard.repeat || heard.simpler || heard.no || heard.decline)
    return false
  const last = run.state.lastSaid.filter(({ flow }) => flow === top.flow)
  run.state.misunderstood = 0
  note(run, 'repair', top, 'asked for again')
  if (last.length > 0 && mayHear(run, top)) run.said.push(...last)
  else walk(run, 0)
  return true
}

function mayHear(run: Run, frame: Frame): boolean {
  return flowOf(run, frame).requires !== 'proven' || isProven(run)
}

function isRunning(run: Run, flow: Flow): boolean {
  return run.state.stack.some((frame) => frame.flow === flow.name)
}

/** Everything under way ends, but for care of somebody in danger. */
export function clear(run: Run): void {
  const { stack } = run.state
  run.state.stack = stack.filter((frame) => frame.flow === named.danger)
}

function makeRoom(run: Run, starts: Start[]): void {
  if (starts.some(({ flow }) => flow.clears)) return clear(run)
  const needsProof = starts.some(({ flow }) => flow.requires === 'proven')
  dropSkippable(run, starts, needsProof)
  leaveQuestion(run, starts.every(isCourtesy))
}

/** A menu is not gone back to once somebody has said what they want. */
function dropSkippable(run: Run, starts: Start[], everywhere: boolean): void {
  const { stack } = run.state
  const skipped = (frame: Frame) => isSkipped(flowOf(run, frame), starts)
  while (stack.length > 0 && skipped(stack.at(-1)!)) stack.pop()
  if (everywhere) run.state.stack = stack.filter((frame) => !skipped(frame))
}

function isSkipped({ skippable }: Flow, starts: Start[]): boolean {
  if (typeof skippable === 'boolean') return skippable
  return starts.some(({ intent }) => intent !== 'term' && skippable.includes(intent))
}

/** A yes or no beside a start that leaves the waiting flow for good is no answer to it. */
export function leavesForGood(run: Run, starts: Start[]): boolean {
  const frame = topOf(run)
  const step = frame && stepOf(run, frame)
  if (!frame || step?.kind !== 'ask') return false
  const flow = flowOf(run, frame)
  const other = starts.filter((start) => !isCourtesy(start) && !isRunning(run, start.flow))
  return flow.slots.get(step.slot)?.type === 'yes_no' && other.length > 0 && isSkipped(flow, other)
}

/** Marks the waiting question, so that one sentence leads back to it. */
function leaveQuestion(run: Run, courtesy: boolean): void {
  const frame = topOf(run)
  const kind = frame && stepOf(run, frame)?.kind
  if (frame && (kind === 'ask' || kind === 'confirm'))
    frame.vars[kept.interrupted] = courtesy ? 'courtesy' : true
}

/** "60 le 5 et le reste en 3 fois": the promise offers the rest itself, no plan comes beside it. */
function withoutDouble(starts: Start[], fills: Fill[]): Start[] {
  const promised = starts.some(({ intent }) => intent === 'promise')
  const amount = fills.some(({ cents, share }) => cents !== undefined || share !== undefined)
  const day = fills.some(({ from, to }) => Boolean(from ?? to))
  return promised && amount && day ? starts.filter(({ intent }) => intent !== 'plan') : starts
}

/** A new frame with what it takes of the values; those are not left for the flows named after it. */
function filledFrame(run: Run, { flow, slots }: Start, fills: Fill[]): Frame {
  const frame = newFrame(flow, { ...slots })
  const { left } = bindFills(run, frame, fills)
  fills.splice(0, fills.length, ...left)
  return frame
}

/** Questions that are answered in a sentence or two, whatever was said beside them. */
const questions: Start['intent'][] = ['term', 'consequences', 'are_you_a_bot']

/** "60 le 5, et c'est quoi la CTA ?": the question is answered in this reply, then the rest goes on. */
function answeredFirst<T extends { start: Start }>(laid: T[]): T[] {
  const isQuestion = ({ start }: T) => questions.includes(start.intent)
  return [...laid.filter(isQuestion), ...laid.filter((one) => !isQuestion(one))]
}

/** Lays a frame on the stack; one that needs the proof waits under the proof already asked for. */
function lay(run: Run, flow: Flow, frame: Frame): void {
  const { stack } = run.state
  const identifying = stack.findLastIndex(({ flow: name }) => name === named.identify)
  const under = flow.requires === 'proven' && !isProven(run) && identifying >= 0
  if (under) {
    frame.vars[kept.identified] = 'asked'
    stack.splice(identifying, 0, frame)
    delete stack.at(-1)!.vars[kept.interrupted]
  } else stack.push(frame)
  note(run, 'start', frame, flow.purpose)
}

/** What is asked for lies under a digression or waits for the proof: it takes the values and comes up. */
function resumeRunning(run: Run, starts: Start[], fills: Fill[]): boolean {
  const { stack } = run.state
  const index = stack.findLastIndex((frame) => starts.some(({ flow }) => flow.name === frame.flow))
  if (index < 0 || index === stack.length - 1) return false
  const frame = stack[index]!
  bindFills(run, frame, fills)
  if (!frame.vars[kept.identified]) {
    run.state.stack = stack.slice(0, index + 1)
    delete frame.vars[kept.interrupted]
  }
  takeBackQuestion(run)
  walk(run, 0)
  return true
}

/**
 * Starts that are something else than the answer in other words. "60 le 5" is an amount, not a new
 * promise; "je ne la comprends pas" among the causes is that cause.
 */
export function startsBeside(
  run: Run,
  heard: Heard,
  answered: Answered,
  before: Flow | null,
): Start[] {
  if (!answered.done || answered.slot === null || !before) return heard.starts
  const kind = before.slots.get(answered.slot)?.type
  const asks = run.input.words.includes('?')
  return heard.starts.filter(({ flow, intent }) => {
    if (flow.name === before.name) return false
    if (hasPlaceFor(run, flow, answered.left)) return true
    if (kind === 'one_of' && intent === 'term') return false
    if (intent === 'term' || asks) return true
    if (kind === 'one_of' || kind === 'text') return false
    return ![...flow.slots.values()].some(({ type }) => type === kind && type !== 'yes_no')
  })
}

function hasPlaceFor(run: Run, flow: Flow, fills: Fill[]): boolean {
  const trial = fills.filter(({ yes, text }) => yes === undefined && text === undefined)
  return trial.length > 0 && bindFills(run, newFrame(flow), trial).left.length < trial.length
}
