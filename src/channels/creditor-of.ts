import type { ChannelName } from '../conversation/line.ts'

/** The creditor behind one of our addresses on a channel; null for an address nobody here owns. */
export type CreditorOf = (channel: ChannelName, ours: string) => string | null
