import type { Dialog } from '../dialog/load.ts'
import type { Effect } from '../conversation/decision.ts'
import type { Heard, PrepareDeps, Thought } from './think.ts'
import type { LineKey } from '../conversation/line.ts'
import type { OutboxDraft, TurnDraft } from '../conversation/store.ts'
import { renderText } from '../dialog/render.ts'

/** What a thought writes: journal, state, effects and messages. */
export function draftOf(
  deps: PrepareDeps,
  thought: Thought,
  heard: Heard,
  at: Temporal.Instant,
): TurnDraft {
  const { loaded, kept, decided, understanding, draw, state } = thought
  const dialog = deps.dialogOf(loaded.line.creditor)
  const { rule, state: _after, ...decision } = decided
  // A turn starts from the state the one before it left, except at the start and where a line joined.
  const before = loaded.turns === 0 || thought.joined ? state : undefined
  const { movedTo } = thought
  const body = JSON.stringify({
    heard: heard.events,
    before,
    understanding,
    draw,
    decision,
    rule,
    movedTo,
  })
  return {
    loaded,
    at: at.toString(),
    body,
    ran: dialog.hashes,
    facts: { hash: kept.hash, body: kept.body },
    state: decided.state,
    effects: decided.effects,
    outbox: [...repliesOut(deps, thought, heard), ...codesOut(deps, thought, dialog)],
    heard: heard.waiting,
    event: null,
    ...(thought.candidate === undefined ? {} : { candidate: thought.candidate }),
  }
}

function repliesOut(deps: PrepareDeps, { loaded, decided }: Thought, heard: Heard): OutboxDraft[] {
  const first = deps.firstState(loaded.line, heard.atOnce)
  return decided.replies.map(({ text, language, purpose, options }) => ({
    line: loaded.line,
    purpose,
    rule: decided.rule,
    ...first,
    text,
    language,
    ...(options ? { options } : {}),
  }))
}

// A code leaves on a line of its own: the contact on file, whatever line the talk is on.
function codesOut(
  deps: PrepareDeps,
  { loaded, decided, state }: Thought,
  dialog: Dialog,
): OutboxDraft[] {
  const challenge = (effect: Effect) => effect.kind === 'challenge' && effect.to !== null
  const { creditor } = loaded.line
  const profile = deps.creditorOf(creditor)
  return decided.effects.filter(challenge).map((effect) => {
    if (effect.kind !== 'challenge' || !effect.to) throw new TypeError('not a challenge')
    const phone = effect.to.kind === 'phone'
    const line: LineKey = {
      creditor,
      channel: 'sms',
      ours: profile.sms[0] ?? '',
      theirs: effect.to.address,
    }
    const text = renderText(
      dialog,
      'identify',
      'code_message',
      { code: { type: 'text', text: effect.code }, brand: { type: 'text', text: profile.brand } },
      {
        language: state.language,
        level: 'standard',
        channel: 'sms',
        zone: profile.zone,
        today: Temporal.PlainDate.from('2000-01-01'),
      },
    )
    const first = phone
      ? deps.firstState(line, false)
      : ({ state: 'abandoned', error: 'no way to send mail yet' } as const)
    return {
      line,
      purpose: 'security' as const,
      rule: 'AM-SECURITY',
      ...first,
      text,
      language: state.language,
    }
  })
}
