import type { Entry } from '../../conversation/hub.ts'
import type { LineKey } from '../../conversation/line.ts'

/** Why something a page sent was not taken. `try_later`: send the same again. */
type FrameError = 'bad_frame' | 'try_later'

/** What a page receives. */
export type ServerFrame =
  | { type: 'ready' }
  | { type: 'ack'; clientMsgId: string; entry: number }
  | { type: 'entry'; entry: Entry }
  | { type: 'resumed'; after: number }
  | { type: 'typing' }
  | { type: 'error'; code: FrameError; clientMsgId?: string }
  | { type: 'restart'; retryAfterMs: number }

/** An entry as the page knows it: a message of its own under the id the page gave. */
export function renderEntry(entry: Entry, line: LineKey): ServerFrame {
  const own = `${line.theirs}/`
  const id = entry.id?.startsWith(own) ? entry.id.slice(own.length) : entry.id
  return { type: 'entry', entry: { ...entry, id } }
}
