import type { Accepted, Hub, TurnAnswer } from '../conversation/hub.ts'
import type { Clock } from '../conversation/clock.ts'
import type { Committed, Loaded, Store, TurnDraft } from '../conversation/store.ts'
import type { Deliverer } from './deliver.ts'
import type { InboundEvent } from '../conversation/event.ts'
import type { LineKey } from '../conversation/line.ts'
import type { Log } from '../conversation/log.ts'
import { fail } from '../errors.ts'
import { journalTurns } from './journal.ts'
import { lineName, type LineCache } from './cache.ts'
import { prepareTurn, type Heard, type PrepareDeps, type Prepared } from './prepare.ts'
import type { SerialQueue } from './queue.ts'
import type { Timers } from './timers.ts'
import type { Understand, Understanding } from '../conversation/understanding.ts'

/** What processes share and may lose: news that a line has something to read. */
export interface News {
  publish(topic: string): void
  watch(topic: string, changed: () => void): () => void
}

export interface HubDeps extends Omit<PrepareDeps, 'store'> {
  store: Store
  cache: LineCache
  queue: SerialQueue
  deliverer: Deliverer
  news: News
  timers: Timers
  clock: Clock
  log: Log
}

/** What the sweep calls. */
export interface Worker {
  work(creditor: string, conversation: string): Promise<void>
  /** Works what waits as if the customer had asked for a person: for turns that fail every time. */
  rescue(creditor: string, conversation: string): Promise<void>
}

/** Conflicts are resolved by looking again; more than this many in a row is a fault. */
const mostTries = 12

/** The hub: accept, understand, decide, commit, deliver. `work` is for the sweep. */
export function makeHub(deps: HubDeps): Hub & Worker {
  const underway = new Map<string, Promise<string>>()
  const { store, queue, news } = deps
  return {
    accept: (event) => queue.run(lineName(event.line), () => acceptEvent(deps, event)),
    answer(event, render) {
      const name = `${event.line.creditor} ${event.source} ${event.id}`
      const known = underway.get(name)
      if (known) return known
      const answer = queue.run(lineName(event.line), () => answerEvent(deps, event, render))
      underway.set(name, answer)
      const forget = () => void underway.delete(name)
      answer.then(forget, forget)
      return answer
    },
    entries: (line, after) => store.entries(line, after),
    watch: (line, changed) => news.watch(lineName(line), changed),
    async report(report) {
      const line = await store.outbox.report(report)
      if (line) news.publish(lineName(line))
    },
    journal: (creditor, conversation) => journalTurns(store, creditor, conversation),
    async conversationOf(line) {
      const loaded = await store.load(line)
      if (!loaded) return null
      const verified =
        loaded.proof !== null && Temporal.Instant.compare(loaded.proof.until, deps.clock.now()) > 0
      return {
        id: loaded.conversation,
        owner: loaded.owner,
        verified,
        account: loaded.candidate?.account ?? null,
      }
    },
    work: (creditor, conversation) => workConversation(deps, creditor, conversation),
    rescue: (creditor, conversation) =>
      workConversation(
        { ...deps, understand: askForPerson(deps.understand) },
        creditor,
        conversation,
      ),
  }
}

// Whatever made the turn fail, danger in the words is still heard where they can be read at all.
const askForPerson =
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

const lineOf = async (
  { store, cache }: HubDeps,
  event: InboundEvent,
  at: string,
): Promise<Loaded> => {
  const known = cache.get(event.line)
  if (known) return known
  const loaded =
    (await store.load(event.line)) ??
    (await store.open(
      event.line,
      { from: event.from, ...(event.account ? { account: event.account } : {}) },
      at,
    ))
  cache.set(loaded)
  return loaded
}

/** Commits the event so that it can be acknowledged, and sets the time of its turn. */
async function acceptEvent(deps: HubDeps, event: InboundEvent): Promise<Accepted> {
  const { store, cache, timers, clock, news } = deps
  const { burst } = deps.creditorOf(event.line.creditor).policy
  for (let tries = 0; tries < mostTries; tries++) {
    const at = clock.now()
    const loaded = await lineOf(deps, event, at.toString())
    const row = await store.accept(
      loaded,
      event,
      event.kind === 'message' ? burst : noBurst,
      at.toString(),
    )
    if (row === 'repeated') return repeatedEvent(deps, event)
    if (row === 'moved') {
      cache.drop(event.line)
      continue
    }
    cache.set({ ...loaded, lastSeq: row.seq })
    const wait = Temporal.Instant.from(row.dueAt).epochMilliseconds - at.epochMilliseconds
    timers.at(row.conversation, wait, () =>
      workConversation(deps, event.line.creditor, row.conversation),
    )
    news.publish(lineName(event.line))
    return { conversation: row.conversation, entry: row.seq, repeated: false }
  }
  throw fail('conflict', `event ${event.id} found its line moving ${mostTries} times`)
}

const noBurst = { quietMs: 0, mostMs: 0 }

async function repeatedEvent({ store }: HubDeps, event: InboundEvent): Promise<Accepted> {
  const known = await store.repeated(event.line.creditor, event.source, event.id)
  if (!known) throw fail('conflict', `event ${event.id} was here before and is gone`)
  return { conversation: known.conversation, entry: known.seq, repeated: true }
}

/** Works an event of a line that answers at once: one statement holds event, turn and answer. */
async function answerEvent(
  deps: HubDeps,
  event: InboundEvent,
  render: (answer: TurnAnswer) => string,
): Promise<string> {
  const { store, cache, clock } = deps
  for (let tries = 0; tries < mostTries; tries++) {
    const at = clock.now()
    const loaded = await lineOf(deps, event, at.toString())
    const prepared = await prepareTurn(deps, loaded, { events: [event], waiting: null }, at)
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

/** After the commit: what this process remembers, what leaves now, who is told. */
function settled(
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
    })
  else deps.cache.drop(loaded.line)
  deps.deliverer.soon(committed.outbox)
  const lines = new Set(drafts.flatMap(({ outbox }) => outbox.map(({ line }) => lineName(line))))
  for (const name of lines.add(lineName(loaded.line))) deps.news.publish(name)
}

const changesNoFacts = (draft: TurnDraft): boolean =>
  draft.effects.every(({ kind }) => kind === 'cause' || kind === 'grade')

/** Answers what waits in a conversation, one batch a turn, until nothing waits. */
async function workConversation(
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
export function batchOf(waiting: { event: InboundEvent; seq: number }[]): Heard {
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
  }
}
