import type { Actions } from '../dialog/action.ts'
import type { Decision, Draw, Effect, Reply, Trace } from '../conversation/decision.ts'
import type { Dialog } from '../dialog/load.ts'
import type { DialogState } from '../conversation/state.ts'
import type { EventKind } from '../conversation/event.ts'
import type { Facts } from '../conversation/facts.ts'
import type { Understanding } from '../conversation/understanding.ts'
import { debtWordsIn } from '../care/debt-words.ts'
import { gate } from '../rules/gate.ts'
import { holidaysOf } from '../conversation/holidays.ts'
import { renderReply } from '../dialog/render.ts'
import { step } from '../dialog/step.ts'

/** Everything a turn is decided on. Nothing else is looked at, so the journal can work it again. */
export interface DecideInput {
  dialog: Dialog
  actions: Actions
  state: DialogState
  event: EventKind
  words: string
  understanding: Understanding | null
  facts: Facts
  now: Temporal.ZonedDateTime
  draw: Draw
  /** The creditor's system opened the conversation. */
  proactive: boolean
  /** The provider already answered this message (its own STOP): it is worked, and nothing is said. */
  muted: boolean
}

/** A decision with the rule that let its words out (or held them back). */
export type Decided = Decision & { rule: string }

/** Decides one turn. Pure: the same input gives the same words for ever. */
export function decide(input: DecideInput): Decided {
  const stepped = step(input)
  const { creditor, channel } = input.facts
  const reply =
    stepped.said.length === 0
      ? null
      : renderReply(input.dialog, stepped.said, {
          language: stepped.state.language,
          level: stepped.state.level,
          channel,
          purpose: stepped.purpose,
          zone: creditor.zone,
          today: input.now.toPlainDate(),
        })
  const passed = reply ? passGate(input, stepped, reply) : null
  return {
    state: stepped.state,
    replies: reply && passed?.allow ? [reply] : [],
    effects: stepped.effects,
    trace: passed ? [...stepped.trace, passed.trace] : stepped.trace,
    expects: stepped.expects,
    hangup: stepped.hangup,
    transfer: stepped.transfer,
    rule: passed?.rule ?? 'nothing_said',
  }
}

function passGate(
  input: DecideInput,
  { state, effects }: Pick<Decision, 'state' | 'effects'>,
  reply: Reply,
): { allow: boolean; rule: string; trace: Trace } {
  const { facts, dialog, now } = input
  const flows = new Set(reply.from.map((text) => text.slice(0, text.indexOf('.'))))
  const verdict = gate(
    { text: reply.text, purpose: reply.purpose, from: reply.from, author: 'bot' },
    {
      channel: facts.channel,
      ours: oursOf(facts),
      optedOut: facts.optedOut,
      proven: provenIn(input, effects),
      debt: [...flows].some((flow) => dialog.flows.get(flow)?.requires === 'proven'),
      debtWords: state.grade === 4 ? debtWordsIn(reply.text) : [],
      grade: state.grade,
      owner: facts.owner,
      handoffOpen: facts.openHandoff !== null,
      disclosed: state.welcomed,
      now,
      isHoliday: holidaysOf(facts.creditor.holidays),
      initiatives: facts.initiatives,
    },
  )
  const detail = `${verdict.allow ? 'allow' : 'deny'} ${verdict.rule}: ${verdict.why}`
  return { allow: verdict.allow, rule: verdict.rule, trace: { what: 'gate', detail } }
}

const oursOf = ({ creditor, channel }: Facts): string => creditor[channel][0] ?? ''

/** Proven by this turn, or before it and still. */
function provenIn({ facts, now }: DecideInput, effects: Effect[]): boolean {
  const last = effects.findLast(({ kind }) => kind === 'proof' || kind === 'proof_revoked')
  if (last) return last.kind === 'proof'
  return facts.proof !== null && Temporal.Instant.compare(facts.proof.until, now.toInstant()) > 0
}
