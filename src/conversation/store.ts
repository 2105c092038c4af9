import type { Account } from './account.ts'
import type { Customer } from './customer.ts'
import type { Effect, Purpose } from './decision.ts'
import type { Challenge, CodeGuard } from './facts.ts'
import type { DeliveryReport, DeliveryState, Entry } from './hub.ts'
import type { DialogState } from './state.ts'
import type { InboundEvent } from './event.ts'
import type { Language } from './language.ts'
import type { ChannelName, LineKey, Proof } from './line.ts'

/** What the store knows of a line and its conversation at one version; the start of every turn. */
export interface Loaded {
  line: LineKey
  conversation: string
  /** The conversation the line began with. */
  home: string
  /** The customer this conversation belongs to; null while nobody is proven. */
  customer: string | null
  version: number
  turns: number
  lastSeq: number
  owner: string
  /** Null before the first turn. */
  state: DialogState | null
  head: string
  key: Buffer
  candidate: Candidate | null
  /** The reference the line's words or number point at, whether or not such an account exists. */
  named: string | null
  /** Events of text lines wait for their turn: they came first. */
  waits: boolean
  proof: Proof | null
  challenge: Challenge | null
  guard: CodeGuard
  optedOut: boolean
  openHandoff: { reason: string; promisedBy: string } | null
  initiatives: string[]
  /** Hash of the facts already kept for this conversation, as far as this process knows. */
  keptFacts?: string
  /** The same object as long as the facts of the line did not change: what they are worked out from. */
  factsOf?: object
}

/** A message to store with a turn. `state` is `waiting` where a provider must take it. */
export interface OutboxDraft {
  line: LineKey
  purpose: Purpose
  rule: string
  state: DeliveryState
  text: string
  language: string
  options?: { key: string; label: string }[]
  /** It is not shown as a line's entry to the one who reads along (one-time codes). */
  error?: string
}

/** Everything one turn writes; all of it or nothing. */
export interface TurnDraft {
  loaded: Loaded
  at: string
  /** Journal body, sealed by the store. */
  body: string
  ran: { flows: string; texts: string; policy: string }
  facts: { hash: string; body: string }
  state: DialogState
  effects: Effect[]
  outbox: OutboxDraft[]
  /** Text lines: the waiting events this turn answers, and whether others still wait. */
  heard: { seqs: number[]; othersWait: boolean } | null
  /** A line that answers at once: its event, committed with its answer. */
  event: { event: InboundEvent; answer: string } | null
  /** The account the line's words or number point at, where it changed. */
  candidate?: string | null
  /** Set when proof found the customer's own conversation: the line points there from now on. */
  moveTo?: string
  /** Who said "this is not me" on the customer's own conversation goes on in this new one. */
  fresh?: { conversation: string; key: Buffer }
}

export type Committed =
  | { done: true; turn: number; hash: string; lastSeq: number; outbox: StoredMessage[] }
  /** Somebody else moved the conversation, or the event was here before: look again. */
  | { done: false }

export interface StoredMessage {
  creditor: string
  conversation: string
  seq: number
  state: DeliveryState
  channel: ChannelName
}

/** `creditor/conversation/seq`: how a message is named to its provider, and back. */
export const messageId = ({ creditor, conversation, seq }: StoredMessage): string =>
  [creditor, conversation, seq].join('/')

export interface ClaimedMessage extends StoredMessage {
  line: LineKey
  text: string
  language: Language
  options?: { key: string; label: string }[]
  attempts: number
  /** When it was first handed to the provider. */
  since: string
  createdAt: string
}

export interface AcceptedRow {
  conversation: string
  seq: number
  dueAt: string
}

/** Who a line's first words may be about: a number on file or a reference; never a proof. */
export interface Hint {
  from: string | null
  account?: string
}

/** The store port: what a turn needs of a database. */
export interface Store {
  /** A line's conversation and everything a turn looks at; null where nobody wrote yet. */
  load(line: LineKey): Promise<Loaded | null>
  /** The same seen from another conversation the line is about to join. */
  loadConversation(line: LineKey, conversation: string): Promise<Loaded | null>
  /** Opens a line with a conversation of its own; `load`s what somebody else opened in between. */
  open(line: LineKey, hint: Hint, at: string): Promise<Loaded>
  /** Commits an event of a text line; null when the line moved, `repeated` tells of one that was here. */
  accept(
    loaded: Loaded,
    event: InboundEvent,
    burst: { quietMs: number; mostMs: number },
    at: string,
  ): Promise<AcceptedRow | 'moved' | 'repeated'>
  repeated(
    creditor: string,
    source: string,
    id: string,
  ): Promise<{
    conversation: string
    seq: number
    answer: string | null
    event: InboundEvent
  } | null>
  /** Events of a conversation no turn has answered yet, in the order received. */
  waiting(creditor: string, conversation: string): Promise<{ event: InboundEvent; seq: number }[]>
  /** Tries a turn that failed again later. */
  postpone(creditor: string, conversation: string, until: string): Promise<void>
  /** The account behind a reference, with the codes sent and missed under it, account or not. */
  candidate(
    creditor: string,
    reference: string,
  ): Promise<{ candidate: Candidate | null; guard: CodeGuard }>
  conversationOfCustomer(creditor: string, customer: string): Promise<string | null>
  /** Commits turns together: one as one statement, several in one transaction. */
  commit(drafts: TurnDraft[]): Promise<Committed>
  due(at: string, limit: number): Promise<{ creditor: string; conversation: string }[]>
  entries(line: LineKey, after: number): Promise<Entry[]>
  keepMaterials(
    creditor: string,
    materials: { hash: string; kind: string; body: string }[],
  ): Promise<void>
  material(creditor: string, hash: string): Promise<string | null>
  journal(creditor: string, conversation: string): Promise<JournalRow[] | null>
  facts(creditor: string, conversation: string, hash: string): Promise<string | null>
  outbox: OutboxStore
}

export interface Candidate {
  customer: Customer
  account: Account
  accountVersion: number
}

/** A turn as it lies in the journal, with what its hash was made over. */
export interface JournalRow {
  turn: number
  at: string
  ran: { flows: string; texts: string; policy: string; facts: string }
  body: string
  previous: string
  hash: string
  /** The hash worked out again over the sealed bytes. */
  verified: string
}

export interface OutboxStore {
  /** Takes a waiting message for sending, unless an earlier one of its line is still unsettled. */
  claim(message: StoredMessage, at: string, leaseUntil: string): Promise<ClaimedMessage | null>
  /** Waiting messages whose time has come. */
  due(at: string, limit: number): Promise<StoredMessage[]>
  mark(
    message: StoredMessage,
    to: { state: DeliveryState; providerId?: string; error?: string; nextAt?: string },
  ): Promise<void>
  /** Messages in `sending` whose lease ran out become `uncertain`: nobody knows. */
  expire(at: string): Promise<number>
  uncertain(at: string, limit: number): Promise<ClaimedMessage[]>
  providerIds(line: LineKey): Promise<Set<string>>
  report(report: DeliveryReport): Promise<LineKey | null>
}
