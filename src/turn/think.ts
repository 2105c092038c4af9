import type { Actions } from '../dialog/action.ts'
import type { Creditor } from '../conversation/creditor.ts'
import type { DeliveryState } from '../conversation/hub.ts'
import type { Dialog } from '../dialog/load.ts'
import type { DialogState } from '../conversation/state.ts'
import type { Draw } from '../conversation/decision.ts'
import type { InboundEvent } from '../conversation/event.ts'
import type { LineKey } from '../conversation/line.ts'
import type { Loaded, Store, TurnDraft } from '../conversation/store.ts'
import type { Understand, Understanding } from '../conversation/understanding.ts'
import { askedOf, termsOf } from '../dialog/asked.ts'
import { decide, type Decided } from './decide.ts'
import { guessLanguage } from '../understanding/language.ts'
import { keepFacts, type KeptFacts } from './facts.ts'
import { newDialogState } from '../conversation/state.ts'

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
  /** The answer goes back on the connection the event came on. */
  atOnce: boolean
}

export interface Prepared {
  drafts: TurnDraft[]
  decided: Decided
  /** The conversation and turn number the answer belongs to. */
  conversation: string
  turn: number
}

/** A turn thought through: what was understood, looked at and decided. */
export interface Thought {
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

/** Understands and decides. Reads who a reference points at; writes nothing. */
export async function think(
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
    muted: heard.events.every(({ optOut }) => optOut !== undefined),
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
  return enoughToTell(words) ? guessLanguage(words, fallback) : fallback
}

// A lone STOP, "ok" or "60 euros" belongs to both languages: the talk stays in its own.
const enoughToTell = (text: string): boolean => (text.match(/\p{L}{2,}/gu)?.length ?? 0) >= 3

function understandIn(
  deps: PrepareDeps,
  dialog: Dialog,
  state: DialogState,
  now: Temporal.ZonedDateTime,
  heard: Heard,
  text: string,
): Understanding {
  const language = enoughToTell(text) ? guessLanguage(text, state.language) : state.language
  const asked = askedOf(dialog, state)
  return deps.understand({
    text,
    language,
    at: now.toString(),
    terms: termsOf(dialog, language),
    currency: deps.creditorOf(heard.events[0]?.line.creditor ?? '').currency,
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
