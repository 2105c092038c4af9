import type { Actions } from '../dialog/action.ts'
import type { DialogState } from '../conversation/state.ts'
import type { Facts } from '../conversation/facts.ts'
import type { Store } from '../conversation/store.ts'
import { decide, type Decided } from './decide.ts'
import { dialogFromMaterials, type Dialog } from '../dialog/load.ts'
import { fail } from '../errors.ts'
import { journalTurns, type OpenedTurn } from './journal.ts'
import { rehearsedCreditor } from '../conversation/creditor.ts'
import { newDialogState } from '../conversation/state.ts'

/** What working one turn again came to. */
export interface Replayed {
  turn: number
  same: boolean
  /** Where it is not the same, with both sides. */
  differs?: { what: 'chain' | 'words' | 'effects' | 'trace'; journal: string; now: string }
  words: string[]
}

type ReplayDeps = { store: Pick<Store, 'journal' | 'material' | 'facts'>; actions: Actions }

/**
 * Works a conversation again from the recorded inputs, on the flows, texts and policy each turn ran on.
 * Stops after the first turn that differs. Throws `not_found` for an unknown conversation.
 */
export async function* replay(
  deps: ReplayDeps,
  creditor: string,
  conversation: string,
): AsyncGenerator<Replayed> {
  const turns = await journalTurns(deps.store, creditor, conversation)
  if (!turns)
    throw fail('not_found', `conversation "${conversation}" of ${creditor} does not exist`)
  const stage: Stage = { deps, creditor, conversation, dialogs: new Map() }
  let previous: OpenedTurn | null = null
  let state = newDialogState('fr')
  for (const turn of turns) {
    const words = turn.decision.replies.map(({ text }) => text)
    const broken = brokenChain(turn, previous)
    const decided =
      broken || turn.movedTo ? null : await workAgain(stage, turn, turn.before ?? state)
    const differs = broken ?? (decided && difference(turn, decided))
    yield { turn: turn.turn, same: !differs, words, ...(differs ? { differs } : {}) }
    if (differs) return
    state = decided?.state ?? state
    previous = turn
  }
}

interface Stage {
  deps: ReplayDeps
  creditor: string
  conversation: string
  dialogs: Map<string, Dialog>
}

type Differs = NonNullable<Replayed['differs']>

function brokenChain(turn: OpenedTurn, previous: OpenedTurn | null): Differs | null {
  if (turn.verified === turn.hash && turn.previousHash === (previous?.hash ?? '')) return null
  return { what: 'chain', journal: turn.hash, now: turn.verified }
}

async function workAgain(stage: Stage, turn: OpenedTurn, state: DialogState): Promise<Decided> {
  const facts = await factsOf(stage, turn)
  const last = turn.heard.at(-1)
  return decide({
    dialog: await dialogOf(stage, turn),
    actions: stage.deps.actions,
    state: turn.understanding ? { ...state, language: turn.understanding.language } : state,
    event: last?.kind ?? 'message',
    words: turn.heard
      .map(({ text }) => text)
      .filter(Boolean)
      .join('\n'),
    understanding: turn.understanding,
    facts,
    now: Temporal.Instant.from(turn.at).toZonedDateTimeISO(facts.creditor.zone),
    draw: turn.draw,
    proactive: last?.source === 'api',
    muted: turn.heard.every(({ optOut }) => optOut !== undefined),
  })
}

/** The first thing that is not as the journal has it: words, effects, or the way there. */
function difference({ decision }: OpenedTurn, decided: Decided): Differs | null {
  const textsOf = (replies: { text: string }[]) => replies.map(({ text }) => text)
  const pairs = [
    ['words', textsOf(decision.replies), textsOf(decided.replies)],
    ['effects', decision.effects, decided.effects],
    ['trace', decision.trace, decided.trace],
  ] as const
  for (const [what, then, now] of pairs)
    if (plain(then) !== plain(now)) return { what, journal: plain(then), now: plain(now) }
  return null
}

// A database gives an object's keys back in an order of its own; they are put in one before comparing.
const plain = (value: unknown): string =>
  JSON.stringify(value, (_key, one: unknown) =>
    one !== null && typeof one === 'object' && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  )

async function factsOf({ deps, creditor, conversation }: Stage, turn: OpenedTurn): Promise<Facts> {
  const body = await deps.store.facts(creditor, conversation, turn.ran.facts)
  if (!body) throw fail('not_found', `facts ${turn.ran.facts} of turn ${turn.turn} are gone`)
  return JSON.parse(body) as Facts
}

async function dialogOf(
  { deps, creditor, dialogs: known }: Stage,
  turn: OpenedTurn,
): Promise<Dialog> {
  const { flows, texts, policy } = turn.ran
  const name = `${flows} ${texts} ${policy}`
  const found = known.get(name)
  if (found) return found
  const [flowsBody, textsBody, policyBody] = await Promise.all(
    [flows, texts, policy].map(async (hash) => {
      const body = await deps.store.material(rehearsedCreditor(creditor), hash)
      if (!body) throw fail('not_found', `material ${hash} of turn ${turn.turn} was not kept`)
      return body
    }),
  )
  const dialog = dialogFromMaterials({
    flows: flowsBody ?? '',
    texts: textsBody ?? '',
    policy: policyBody ?? '',
  })
  known.set(name, dialog)
  return dialog
}
