import type { ChannelName, LineKey } from './line.ts'
import type { Language } from './language.ts'

/** The way out of a channel; its way in is a Fastify plugin the domain never sees. */
export interface Channel {
  name: ChannelName
  /** Hands one message to the provider. Never throws for what a provider does: that is a result. */
  send(message: OutboundMessage): Promise<SendResult>
  /**
   * Looks an `uncertain` message up in the provider's list; `known` are provider ids of other messages.
   * Null: the provider certainly does not have it.
   */
  find?(message: OutboundMessage, known: Set<string>): Promise<string | null>
}

export interface OutboundMessage {
  /** Our id of the message, for the provider's callback. */
  id: string
  line: LineKey
  text: string
  language: Language
  options?: { key: string; label: string }[]
  /** When it was first handed over (ISO instant): where to start looking in the provider's list. */
  since: string
}

export type SendResult =
  | { state: 'sent'; providerId: string; segments?: number }
  /** Not taken; again later, not before `afterMs`. */
  | { state: 'retry'; reason: string; afterMs?: number }
  /** Not taken and never will be. `optedOut`: the provider says the customer refused. */
  | { state: 'failed'; reason: string; optedOut?: boolean }
  /** Nobody knows whether it was taken. */
  | { state: 'uncertain'; reason: string }
