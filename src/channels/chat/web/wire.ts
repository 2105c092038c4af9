/** The frames of `docs/chat.md`, as the page sees them. Nothing here needs a browser. */

export interface Entry {
  entry: number
  who: 'customer' | 'bot' | 'advisor'
  text: string
  language: string
  at: string
  id: string | null
  options?: { key: string; label: string }[]
}

export type ServerFrame =
  | { type: 'ready' }
  | { type: 'ack'; clientMsgId: string; entry: number }
  | { type: 'entry'; entry: Entry }
  | { type: 'resumed'; after: number }
  | { type: 'typing' }
  | { type: 'error'; code: string; clientMsgId?: string }
  | { type: 'restart'; retryAfterMs: number }

export type ClientFrame =
  | { type: 'auth'; token: string }
  | { type: 'open'; language: string }
  | { type: 'message'; clientMsgId: string; text: string }
  | { type: 'resume'; after: number }

/** The most one message may hold (UTF-16 units). */
export const mostUnits = 4000

export interface Wire {
  send(data: string): void
  close(): void
}

export interface WireEvents {
  opened(): void
  received(data: string): void
  closed(code: number): void
}

/** What a session is known by. */
export interface Session {
  session: string
  token: string
}
