export const channels = ['sms', 'chat', 'voice'] as const
export type ChannelName = (typeof channels)[number]

/** One address on one channel. A call and a chat session are addresses too (`theirs`). */
export interface LineKey {
  creditor: string
  channel: ChannelName
  ours: string
  theirs: string
}

/** What the proof of person on a line is worth right now. */
export interface Proof {
  customer: string
  account: string
  /** Instant (ISO) after which it must be proven again. */
  until: string
}
