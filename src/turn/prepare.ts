import type { Heard, PrepareDeps, Prepared, Thought } from './think.ts'
import type { Loaded } from '../conversation/store.ts'
import { draftOf } from './draft.ts'
import { joinStates } from './join.ts'
import { think } from './think.ts'

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
