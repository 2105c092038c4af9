import type { HubDeps } from './deps.ts'
import type { InboundEvent } from '../conversation/event.ts'
import type { Prepared } from './think.ts'
import type { TurnAnswer } from '../conversation/hub.ts'
import type { TurnDraft } from '../conversation/store.ts'
import { fail } from '../errors.ts'
import { lineOf } from './accept.ts'
import { mostTries } from './deps.ts'
import { prepareTurn } from './prepare.ts'
import { settled } from './settle.ts'
import { workWaiting } from './work.ts'

/** Works an event of a line that answers at once: one statement holds event, turn and answer. */
export async function answerEvent(
  deps: HubDeps,
  event: InboundEvent,
  render: (answer: TurnAnswer) => string,
): Promise<string> {
  const { store, cache, clock } = deps
  for (let tries = 0; tries < mostTries; tries++) {
    const at = clock.now()
    const loaded = await lineOf(deps, event, at.toString())
    if (loaded.waits) {
      await workWaiting(deps, loaded)
      cache.drop(event.line)
      continue
    }
    const prepared = await prepareTurn(
      deps,
      loaded,
      { events: [event], waiting: null, atOnce: true },
      at,
    )
    const answer = render(answerOf(prepared))
    const drafts = withEvent(prepared.drafts, event, answer)
    const committed = await store.commit(drafts)
    if (committed.done) {
      settled(deps, loaded, drafts, committed)
      return answer
    }
    cache.drop(event.line)
    const known = await store.repeated(event.line.creditor, event.source, event.id)
    if (known?.answer) return known.answer
  }
  throw fail('conflict', `event ${event.id} lost ${mostTries} races in a row`)
}

const withEvent = (drafts: TurnDraft[], event: InboundEvent, answer: string): TurnDraft[] =>
  drafts.map((draft, n) =>
    n === drafts.length - 1 ? { ...draft, event: { event, answer } } : draft,
  )

function answerOf({ decided, conversation, turn }: Prepared): TurnAnswer {
  const { replies, expects, transfer, hangup } = decided
  return { conversation, turn, replies, expects, transfer, hangup }
}
