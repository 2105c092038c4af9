import type { Actions } from '../dialog/action.ts'
import type { Facts } from '../conversation/facts.ts'
import type { Store } from '../conversation/store.ts'
import { decide } from './decide.ts'
import { dialogFromMaterials, type Dialog } from '../dialog/load.ts'
import { fail } from '../errors.ts'
import { journalTurns, type OpenedTurn } from './journal.ts'
import { rehearsedCreditor } from '../conversation/creditor.ts'
import { newDialogState } from '../conversation/state.ts'

/** What working one turn again came to. */
export interface Replayed {
  turn: number
  same: boolean
  /** Where it is not the same: `chain`, `words`, `state`; with both sides. */
  differs?: { what: 'chain' | 'words' | 'state' | 'effects'; journal: string; now: string }
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
  const dialogs = new Map<string, Dialog>()
  let previous: OpenedTurn | null = null
  for (const turn of turns) {
    const result = await replayTurn(deps, creditor, conversation, turn, previous, dialogs)
    yield result
    if (!result.same) return
    previous = turn
  }
}

async function replayTurn(
  deps: ReplayDeps,
  creditor: string,
  conversation: string,
  turn: OpenedTurn,
  previous: OpenedTurn | null,
  dialogs: Map<string, Dialog>,
): Promise<Replayed> {
  const words = turn.decision.replies.map(({ text }) => text)
  const chained = turn.verified === turn.hash && turn.previousHash === (previous?.hash ?? '')
  if (!chained)
    return {
      turn: turn.turn,
      same: false,
      words,
      differs: { what: 'chain', journal: turn.hash, now: turn.verified },
    }
  if (turn.movedTo) return { turn: turn.turn, same: true, words }
  const facts = await factsOf(deps, creditor, conversation, turn)
  const dialog = await dialogOf(deps, creditor, turn, dialogs)
  const state = turn.before ?? previous?.decision.state ?? newDialogState('fr')
  const decided = decide({
    dialog,
    actions: deps.actions,
    state: turn.understanding ? { ...state, language: turn.understanding.language } : state,
    event: turn.heard.at(-1)?.kind ?? 'message',
    words: turn.heard
      .map(({ text }) => text)
      .filter(Boolean)
      .join('\n'),
    understanding: turn.understanding,
    facts,
    now: Temporal.Instant.from(turn.at).toZonedDateTimeISO(facts.creditor.zone),
    draw: turn.draw,
    proactive: turn.heard.at(-1)?.source === 'api',
  })
  const pairs = [
    ['words', words, decided.replies.map(({ text }) => text)],
    ['state', turn.decision.state, decided.state],
    ['effects', turn.decision.effects, decided.effects],
  ] as const
  for (const [what, then, now] of pairs) {
    if (plain(then) !== plain(now))
      return {
        turn: turn.turn,
        same: false,
        words,
        differs: { what, journal: plain(then), now: plain(now) },
      }
  }
  return { turn: turn.turn, same: true, words }
}

const plain = (value: unknown): string => JSON.stringify(JSON.parse(JSON.stringify(value)))

async function factsOf(
  deps: ReplayDeps,
  creditor: string,
  conversation: string,
  turn: OpenedTurn,
): Promise<Facts> {
  const body = await deps.store.facts(creditor, conversation, turn.ran.facts)
  if (!body) throw fail('not_found', `facts ${turn.ran.facts} of turn ${turn.turn} are gone`)
  return JSON.parse(body) as Facts
}

async function dialogOf(
  deps: ReplayDeps,
  creditor: string,
  turn: OpenedTurn,
  known: Map<string, Dialog>,
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
