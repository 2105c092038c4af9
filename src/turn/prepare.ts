import type { Actions } from '../dialog/action.ts'
import type { Creditor } from '../conversation/creditor.ts'
import type { DeliveryState } from '../conversation/hub.ts'
import type { Dialog } from '../dialog/load.ts'
import type { DialogState } from '../conversation/state.ts'
import type { Draw, Effect } from '../conversation/decision.ts'
import type { InboundEvent } from '../conversation/event.ts'
import type { LineKey } from '../conversation/line.ts'
import type { Loaded, OutboxDraft, Store, TurnDraft } from '../conversation/store.ts'
import type { Understand, Understanding } from '../conversation/understanding.ts'
import { askedOf, termsOf } from '../dialog/asked.ts'
import { decide, type Decided } from './decide.ts'
import { guessLanguage } from '../understanding/language.ts'
import { joinStates } from './join.ts'
import { keepFacts, type KeptFacts } from './facts.ts'
import { newDialogState } from '../conversation/state.ts'
import { renderText } from '../dialog/render.ts'

export interface PrepareDeps {
  store: Pick<Store, 'candidate' | 'conversationOfCustomer' | 'loadConversation'>
  understand: Understand
  actions: Actions
  dialogOf(creditor: string): Dialog
  creditorOf(creditor: string): Creditor
  draw(account: string | null): Draw
  /** How a message of this turn starts: `waiting` where a provider must take it. */
  firstState(line: LineKey, answersAtOnce: boolean): { state: DeliveryState; error?: string }
}

/** What was heard in one turn: a burst of messages, or one event without words. */
export interface Heard {
  events: InboundEvent[]
  /** Text lines: the waiting events, and whether others wait behind them. */
  waiting: TurnDraft['heard']
}

export interface Prepared {
  drafts: TurnDraft[]
  decided: Decided
  /** The conversation and turn number the answer belongs to. */
  conversation: string
  turn: number
}

/** Understands and decides a turn, up to what must be written. Reads; writes nothing. */
export async function prepareTurn(
  deps: PrepareDeps,
  loaded: Loaded,
  heard: Heard,
  at: Temporal.Instant,
): Promise<Prepared> {
  const first = await think(deps, loaded, heard, at)
  const proof = first.decided.effects.find((effect) => effect.kind === 'proof')
  if (!proof || loaded.customer) return alone(deps, first, heard, at)
  const own = await deps.store.conversationOfCustomer(loaded.line.creditor, proof.proof.customer)
  if (!own || own === loaded.conversation) return alone(deps, first, heard, at)
  return together(deps, first, own, heard, at)
}

interface Thought {
  loaded: Loaded
  candidate?: string
  kept: KeptFacts
  state: DialogState
  /** The state was made of two conversations. */
  joined?: true
  /** The line left for this conversation: the turn is a note of that. */
  movedTo?: string
  understanding: Understanding | null
  draw: Draw
  decided: Decided
}

const textOf = (heard: Heard): string =>
  heard.events
    .map((event) => event.text)
    .filter(Boolean)
    .join('\n')

async function think(
  deps: PrepareDeps,
  loaded: Loaded,
  heard: Heard,
  at: Temporal.Instant,
): Promise<Thought> {
  const { creditor } = loaded.line
  const profile = deps.creditorOf(creditor)
  const dialog = deps.dialogOf(creditor)
  const now = at.toZonedDateTimeISO(profile.zone)
  const event = heard.events.at(-1)
  const words = textOf(heard)
  const before = loaded.state ?? newDialogState(firstLanguage(loaded, event, words, profile))
  const understanding = words ? understandIn(deps, dialog, before, now, heard, words) : null
  const state = understanding ? { ...before, language: understanding.language } : before
  const named = await nameCandidate(deps, loaded, understanding)
  const kept = keepFacts(named.loaded, profile)
  const draw = deps.draw(named.loaded.candidate?.account.reference ?? null)
  const decided = decide({
    dialog,
    actions: deps.actions,
    state,
    event: event?.kind ?? 'message',
    words,
    understanding,
    facts: kept.facts,
    now,
    draw,
    proactive: event?.source === 'api',
  })
  return { ...named, kept, state, understanding, draw, decided }
}

function firstLanguage(
  loaded: Loaded,
  event: InboundEvent | undefined,
  words: string,
  creditor: Creditor,
) {
  const fallback =
    event?.language ?? loaded.candidate?.customer.language ?? creditor.languages[0] ?? 'fr'
  return words ? guessLanguage(words, fallback) : fallback
}

function understandIn(
  deps: PrepareDeps,
  dialog: Dialog,
  state: DialogState,
  now: Temporal.ZonedDateTime,
  heard: Heard,
  text: string,
): Understanding {
  const language = guessLanguage(text, state.language)
  const asked = askedOf(dialog, state)
  return deps.understand({
    text,
    language,
    at: now.toString(),
    terms: termsOf(dialog, language),
    spoken: heard.events[0]?.line.channel === 'voice',
    ...(asked ? { asked } : {}),
  })
}

// A reference in the words of an unproven line points at an account; it proves nothing.
async function nameCandidate(
  deps: PrepareDeps,
  loaded: Loaded,
  understanding: Understanding | null,
) {
  const fill = understanding?.commands.find(
    (command) => 'fill' in command && command.fill === 'reference',
  )
  const reference = fill && 'text' in fill ? fill.text?.toUpperCase() : undefined
  if (!reference || loaded.customer || loaded.proof) return { loaded }
  if (reference === loaded.named) return { loaded }
  const { candidate, guard } = await deps.store.candidate(loaded.line.creditor, reference)
  const named: Loaded = { ...loaded, candidate, named: reference, guard, challenge: null }
  delete named.factsOf
  return { loaded: named, candidate: reference }
}

function alone(deps: PrepareDeps, thought: Thought, heard: Heard, at: Temporal.Instant): Prepared {
  const draft = draftOf(deps, thought, heard, at)
  const { conversation, turns } = thought.loaded
  return { drafts: [draft], decided: thought.decided, conversation, turn: turns + 1 }
}

/**
 * The person just proven already has a conversation: the turn is decided there, on both stacks, and the
 * line's own conversation keeps a note of where it went. Both are committed together or not at all.
 */
async function together(
  deps: PrepareDeps,
  first: Thought,
  own: string,
  heard: Heard,
  at: Temporal.Instant,
): Promise<Prepared> {
  const theirs = await deps.store.loadConversation(first.loaded.line, own)
  if (!theirs) return alone(deps, first, heard, at)
  const state = joinStates(theirs.state, first.loaded.state)
  const joined = await think(deps, { ...theirs, ...lineOf(first.loaded), state }, heard, at)
  const silent = { ...first.decided, replies: [], effects: [] }
  const note = draftOf(deps, { ...first, decided: silent, movedTo: own }, heard, at)
  const turn = draftOf(deps, { ...joined, joined: true }, { ...heard, waiting: null }, at)
  return {
    drafts: [
      { ...note, event: null, state: first.loaded.state ?? first.state },
      { ...turn, moveTo: own },
    ],
    decided: joined.decided,
    conversation: own,
    turn: theirs.turns + 1,
  }
}

const lineOf = ({ candidate, named, proof, challenge, guard, optedOut }: Loaded) => ({
  candidate,
  named,
  proof,
  challenge,
  guard,
  optedOut,
})

function draftOf(
  deps: PrepareDeps,
  thought: Thought,
  heard: Heard,
  at: Temporal.Instant,
): TurnDraft {
  const { loaded, kept, decided, understanding, draw, state } = thought
  const dialog = deps.dialogOf(loaded.line.creditor)
  const { rule, ...decision } = decided
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
  const first = deps.firstState(loaded.line, heard.waiting === null)
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
      { code: { type: 'text', text: effect.code } },
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
