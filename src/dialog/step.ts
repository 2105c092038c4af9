import { answer, otherwise, picksChoice, unanswered } from './stepping/answer.ts'
import { beginRun, flowOf, isProven, kept, lookIn, note, stepOf, topOf } from './stepping/run.ts'
import { cancel, clarify, misunderstand, repair, repairAsked } from './stepping/repair.ts'
import { finish } from './stepping/finish.ts'
import { hear } from './stepping/commands.ts'
import { hearCare, inDanger, meetFragility, recordOptOut } from './stepping/care.ts'
import { meetThirdParty } from './stepping/third-party.ts'
import { repairStack } from './stepping/deploy.ts'
import { asksAgain, clear, leavesForGood, startAll } from './stepping/start.ts'
import { startFlow, startsBeside } from './stepping/start.ts'
import { happen, welcome } from './stepping/events.ts'
import type { Fill, Heard } from './stepping/commands.ts'
import type { Run, StepInput } from './stepping/run.ts'
import type { Signal } from '../conversation/signal.ts'
import type { Stepped } from './stepping/finish.ts'

export type { StepInput } from './stepping/run.ts'
export type { Stepped } from './stepping/finish.ts'

/*
 * One turn of the dialog.
 *
 *   event ── advisor holds it? ──yes──> nothing said (grade and opt-out are still recorded)
 *     │
 *     ├─ no words: opened, silence, interrupt, end of call ──> events.ts
 *     │
 *   words
 *     │ 1 grade rises                                 care.ts
 *     │ 2 welcome, once: a machine speaks             events.ts
 *     │ 3 grade 4 ──> danger, and it stays there      care.ts
 *     │   new sign of grade 3 ──> fragile             care.ts
 *     │ 4 a person, stop, start, wrong person         (flows with `interrupts`)
 *     │ 5 the answer, corrections                     answer.ts, fill.ts
 *     │ 6 something else: a flow laid on top          start.ts
 *     │ 7 again, simpler, a moment, never mind        repair.ts
 *     v 8 nothing fits ──> asked once more ──> person repair.ts
 *
 *   stack of frames            walk.ts runs the top one until a question waits
 *   ┌──────────────┐  end ──> the one under it goes on: after its call, or at its
 *   │ explain-bill │           question again, led back to by `resume`
 *   ├──────────────┤
 *   │ promise ask: │  a frame keeps the id of the step it stands at and its slots;
 *   │   date       │  '' means it has not begun (it waits for the proof)
 *   └──────────────┘
 */

/**
 * Decides one turn of the dialog. Pure: the same input gives the same result for ever, and the state
 * that came in is not changed. Throws `flows_invalid` only for flows that loop without a question.
 */
export function step(input: StepInput): Stepped {
  const run = beginRun(input)
  repairStack(run)
  const fresh = hearCare(run)
  if (!['bot', 'queue'].includes(run.facts.owner)) {
    recordOptOut(run, hear(run))
    return finish(run, { silent: true })
  }
  if (input.event !== 'message' && input.event !== 'dtmf') return finish(run, happen(run))
  run.state.silences = 0
  const heard = hear(run)
  const started = welcome(run)
  if (run.state.grade === 4) inDanger(run, heard)
  else if (meetFragility(run, fresh, heard.starts)) recordOptOut(run, heard)
  else respond(run, heard, { welcomed: started, signs: fresh })
  delete run.state.interrupted
  return finish(run, { silent: false })
}

interface Before {
  /** This turn said who we are. */
  welcomed: boolean
  /** Signs of fragility that are new in these words. */
  signs: Signal[]
}

function respond(run: Run, heard: Heard, { welcomed, signs }: Before): void {
  const urgent = urgentFlow(run, heard)
  if (urgent) {
    run.state.misunderstood = 0
    return startFlow(run, urgent)
  }
  if (heard.optOut) stopBeside(run, heard)
  const frame = topOf(run)
  const before = frame ? flowOf(run, frame) : null
  if (cancels(run, heard)) return
  const leaves = leavesForGood(run, heard.starts)
  const answered = leaves ? unanswered(heard) : answer(run, heard)
  const starts = startsBeside(run, heard, answered, before)
  if (meetThirdParty(run, starts)) return
  if (starts.length > 0 && startAll(run, starts, answered.left)) return
  if (answered.done) return
  if (changesAgreed(run, answered.left)) return
  if (asksAgain(run, heard)) return
  if (repairAsked(run, heard)) return
  if (otherwise(run, heard)) return
  if (startsPromise(run, answered.left) || meetsHardship(run, signs)) return
  if (heard.clarify.length > 0) return clarify(run, heard.clarify)
  if (isLoose(run, heard) && (startNamed(run, 'affirm') || startNamed(run, 'thanks'))) return
  if (heard.wrong && repairOrChange(run)) return
  if (!welcomed || run.said.length === 0 || !heard.empty || run.input.words !== '')
    misunderstand(run)
}

/** Flows that may come before anything: a person, stop, start again, the wrong person. */
function urgentFlow(run: Run, heard: Heard) {
  const { starts } = run.dialog
  if (heard.human) return starts.get('human')
  const urgent = heard.starts.find(({ flow }) => flow.interrupts)
  if (urgent) return urgent.flow
  if (heard.optOut && heard.starts.length === 0) return starts.get('opt_out')
  return heard.optIn ? starts.get('opt_in') : undefined
}

/** "C'est déjà payé, arrêtez de m'écrire": the messages stop, and what it is about is answered. */
function stopBeside(run: Run, heard: Heard): void {
  recordOptOut(run, heard)
  run.said.push({ flow: 'stop-messages', text: 'beside', params: {} })
}

/** "Laissez tomber" ends what is under way; with nothing under way it is about what was agreed. */
function cancels(run: Run, heard: Heard): boolean {
  if (!heard.cancel || picksChoice(run, heard)) return false
  const agreed = run.dialog.starts.get('cancel')
  if (agreed && isRecorded(run)) clear(run)
  if (topOf(run)) cancel(run)
  else if (agreed) startFlow(run, agreed)
  else return repair(run, 'cancel')
  return heard.starts.length === 0
}

/** What is under way has recorded something already: only changing what was agreed undoes it. */
function isRecorded(run: Run): boolean {
  const frame = topOf(run)
  const agreed = run.facts.candidate?.account.commitments.length ?? 0
  return agreed > 0 && frame !== undefined && Boolean(frame.vars[kept.acted]) && isProven(run)
}

/** "60 euros" from somebody proven, with nothing asked, is what they can pay. */
function startsPromise(run: Run, left: Fill[]): boolean {
  const flow = run.dialog.starts.get('promise')
  const given = left.some(({ cents, share, from, to }) => cents ?? share ?? from ?? to)
  if (!flow || !given || topOf(run) || !isProven(run) || lookIn(run, null)('in_debt') !== true)
    return false
  return startAll(run, [{ intent: 'promise', flow, slots: {} }], left)
}

/** Words that only tell of a hard life are met as such, not as something not understood. */
function meetsHardship(run: Run, signs: Signal[]): boolean {
  const flow = run.dialog.starts.get('cannot_pay')
  if (!flow || !signs.some(({ grade }) => grade >= 2)) return false
  return startAll(run, [{ intent: 'cannot_pay', flow, slots: {} }], [])
}

/** "Finalement pas le 5, plutôt le 8", with nothing under way that holds a day, is about what was agreed. */
function changesAgreed(run: Run, left: Fill[]): boolean {
  const corrections = left.filter(({ correct }) => correct)
  const flow = run.dialog.starts.get('correct')
  const agreed = run.facts.candidate?.account.commitments.length ?? 0
  if (!flow || corrections.length === 0 || agreed === 0) return false
  return startAll(run, [{ intent: 'correct', flow, slots: {} }], corrections)
}

/** "Oui", "ok", "non merci" with nothing asked. */
function isLoose(run: Run, heard: Heard): boolean {
  return (heard.yes || heard.no) && !topOf(run)
}

function startNamed(run: Run, intent: string): boolean {
  const flow = run.dialog.starts.get(intent)
  if (flow) startFlow(run, flow)
  return flow !== undefined
}

/** "Ce n'est pas ça" with nothing to read back is about what was agreed. */
function repairOrChange(run: Run): boolean {
  const frame = topOf(run)
  if (frame && stepOf(run, frame)) return repair(run, 'correct')
  note(run, 'repair', null, 'correct')
  return startNamed(run, 'correct')
}
