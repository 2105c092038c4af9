import type { Account } from './account.ts'
import type { Decision, Draw, Reply } from './decision.ts'
import type { InboundEvent } from './event.ts'
import type { LineKey } from './line.ts'
import type { Understanding } from './understanding.ts'

/** What the turn offers to the doors (channels, desk, pages). The doors never see a table. */
export interface Hub {
  /**
   * Commits an event of a text line and returns; the reply leaves later through the outbox.
   * A repeat returns what the first returned. Throws when nothing could be committed.
   */
  accept(event: InboundEvent): Promise<Accepted>
  /**
   * Works an event of a call at once: one statement holds the event, the turn and `render`'s bytes.
   * A repeat gets the first answer again, to the byte, also while the first is still being worked.
   */
  answer(event: InboundEvent, render: (answer: TurnAnswer) => string): Promise<string>
  /** What was said on a line after an entry (0: from the start), oldest first. */
  entries(line: LineKey, after: number): Promise<Entry[]>
  /** Tells when a line has something new to read; returns the way to stop. May be late or doubled, so read `entries`. */
  watch(line: LineKey, changed: () => void): () => void
  /** A provider's word on a message that left. Monotone: a late lower state changes nothing. */
  report(report: DeliveryReport): Promise<void>
  /** The turns of a conversation, opened; `null` for one that does not exist. */
  journal(creditor: string, conversation: string): Promise<JournalTurn[] | null>
  /** The conversation a line points to now, with who holds it; null where nobody wrote yet. */
  conversationOf(
    line: LineKey,
  ): Promise<{ id: string; owner: string; verified: boolean; account: Account | null } | null>
}

export interface Accepted {
  conversation: string
  /** Position on the line, rising; the cursor of `entries`. */
  entry: number
  repeated: boolean
}

export interface TurnAnswer {
  conversation: string
  turn: number
  replies: Reply[]
  expects: Decision['expects']
  transfer: Decision['transfer']
  hangup: boolean
}

/** One visible thing on a line: what the customer wrote or what was said to them. */
export interface Entry {
  entry: number
  who: 'customer' | 'bot' | 'advisor'
  text: string
  language: string
  at: string
  turn: number | null
  /** The client's own id of a customer's message, so that a second tab does not double it. */
  id: string | null
  options?: { key: string; label: string }[]
  state?: DeliveryState
}

/** Outbox states. `uncertain`: the provider may or may not have it; resolved from its list. */
export type DeliveryState =
  'waiting' | 'sending' | 'uncertain' | 'sent' | 'delivered' | 'read' | 'failed' | 'abandoned'

export interface DeliveryReport {
  /** Our id, where the provider hands it back; else the provider's. */
  outbox: string | null
  providerId: string | null
  state: 'sent' | 'delivered' | 'read' | 'failed'
  error: string | null
  at: string
}

/** One turn of the journal: everything needed to work it again, and what it reached. */
export interface JournalTurn {
  turn: number
  at: string
  heard: InboundEvent[]
  understanding: Understanding | null
  draw: Draw
  /** Hashes of what it ran on; bodies are kept by hash. */
  ran: { flows: string; texts: string; policy: string; facts: string }
  /** What it came to; the state it left is worked out again, not kept. */
  decision: Omit<Decision, 'state'>
  previousHash: string
  hash: string
}
