import type { Committed, Loaded, TurnDraft } from '../conversation/store.ts'
import type { HubDeps } from './deps.ts'
import { lineName } from './cache.ts'

/** After the commit: what this process remembers, what leaves now, who is told. */
export function settled(
  deps: HubDeps,
  loaded: Loaded,
  drafts: TurnDraft[],
  committed: Extract<Committed, { done: true }>,
) {
  const draft = drafts[0]
  // Effects change what the next turn looks at; it is read again. Most turns change only the state.
  const plain =
    drafts.length === 1 && draft && draft.candidate === undefined && changesNoFacts(draft)
  if (plain)
    deps.cache.set({
      ...loaded,
      state: draft.state,
      head: committed.hash,
      version: loaded.version + 1,
      turns: loaded.turns + 1,
      lastSeq: committed.lastSeq,
      keptFacts: draft.facts.hash,
      factsOf: loaded.factsOf ?? loaded,
      waits: draft.heard?.othersWait ?? false,
    })
  else deps.cache.drop(loaded.line)
  deps.deliverer.soon(committed.outbox)
  const lines = new Set(drafts.flatMap(({ outbox }) => outbox.map(({ line }) => lineName(line))))
  for (const name of lines.add(lineName(loaded.line))) deps.news.publish(name)
}

const changesNoFacts = (draft: TurnDraft): boolean =>
  draft.effects.every(({ kind }) => kind === 'cause' || kind === 'grade')
