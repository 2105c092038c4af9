import type { Heard } from './think.ts'
import type { HubDeps } from './deps.ts'
import type { InboundEvent } from '../conversation/event.ts'
import type { Loaded } from '../conversation/store.ts'
import type { LineKey } from '../conversation/line.ts'
import type { Understand, Understanding } from '../conversation/understanding.ts'
import { lineName } from './cache.ts'
import { mostTries } from './deps.ts'
import { prepareTurn } from './prepare.ts'
import { settled } from './settle.ts'

// Whatever made the turn fail, danger in the words is still heard where they can be read at all.
export const askForPerson =
  (understand: Understand): Understand =>
  (input) => {
    const nothing = {
      intents: [],
      amounts: [],
      dates: [],
      signals: [],
      optOut: false,
      confidence: 0,
    }
    let heard: Understanding = {
      ...nothing,
      text: input.text,
      language: input.language,
      grade: 0,
      commands: [],
    }
    try {
      heard = understand(input)
    } catch {
      // the words stay as they are; the person who takes over reads them
    }
    return { ...heard, commands: [{ human: true }] }
  }

/** Answers what waits in a conversation, one batch a turn, until nothing waits. */
export async function workConversation(
  deps: HubDeps,
  creditor: string,
  conversation: string,
): Promise<void> {
  for (let tries = 0; tries < mostTries; tries++) {
    const waiting = await deps.store.waiting(creditor, conversation)
    const line = waiting[0]?.event.line
    if (!line) return
    const done = await deps.queue.run(lineName(line), () =>
      workBatch(deps, creditor, conversation, line),
    )
    if (done) tries = -1
  }
  deps.log.warn({ conversation }, 'conversation kept moving; its turn is left to the sweep')
}

/** Works what came in on other lines before an event that is answered at once, in the order received. */
export async function workWaiting(deps: HubDeps, { line, conversation }: Loaded): Promise<void> {
  const [first] = await deps.store.waiting(line.creditor, conversation)
  if (!first) return
  // The caller already runs in the queue of its own line.
  if (lineName(first.event.line) === lineName(line))
    await workBatch(deps, line.creditor, conversation, line)
  else await workConversation(deps, line.creditor, conversation)
}

async function workBatch(
  deps: HubDeps,
  creditor: string,
  conversation: string,
  line: LineKey,
): Promise<boolean> {
  const { store, cache, clock } = deps
  const at = clock.now()
  const cached = cache.get(line)
  const loaded =
    cached?.conversation === conversation
      ? cached
      : await store.loadConversation(line, conversation)
  const waiting = await store.waiting(creditor, conversation)
  if (!loaded || waiting.length === 0) return true
  const heard = batchOf(waiting)
  const prepared = await prepareTurn(deps, loaded, heard, at)
  const committed = await store.commit(prepared.drafts)
  if (committed.done) settled(deps, loaded, prepared.drafts, committed)
  else cache.drop(line)
  return committed.done
}

/** The longest run of messages of one line from the front; an event without words stands alone. */
function batchOf(waiting: { event: InboundEvent; seq: number }[]): Heard {
  const first = waiting[0]
  const name = first ? lineName(first.event.line) : ''
  const end = waiting.findIndex(
    ({ event }, n) =>
      n > 0 &&
      (event.kind !== 'message' ||
        first?.event.kind !== 'message' ||
        lineName(event.line) !== name),
  )
  const batch = end === -1 ? waiting : waiting.slice(0, end)
  return {
    events: batch.map(({ event }) => event),
    waiting: { seqs: batch.map(({ seq }) => seq), othersWait: batch.length < waiting.length },
    atOnce: false,
  }
}
