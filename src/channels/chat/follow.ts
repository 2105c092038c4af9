import type { Entry, Hub } from '../../conversation/hub.ts'
import type { LineKey } from '../../conversation/line.ts'

interface Follower {
  hub: Pick<Hub, 'entries' | 'watch'>
  line: LineKey
  /** The last entry the page has. */
  after: number
  push(entry: Entry): void
  /** All that was missed has been pushed. Called once. */
  caughtUp(after: number): void
  failed(error: unknown): void
}

/**
 * Pushes the entries of a line after one, then every new one: in order, none twice, none left out.
 * News may come late, doubled or while reading, so one reader at a time moves one cursor.
 * Returns `look` (read again now) and `stop`.
 */
export function follow({ hub, line, after, push, caughtUp, failed }: Follower) {
  let cursor = after
  let reading = false
  let again = false
  let stopped = false
  let behind = true

  const readOn = async () => {
    do {
      again = false
      for (const entry of await hub.entries(line, cursor)) {
        if (stopped) return
        if (entry.entry <= cursor) continue
        cursor = entry.entry
        push(entry)
      }
      if (behind && !stopped) caughtUp(cursor)
      behind = false
    } while (again && !stopped)
  }

  const look = () => {
    again = true
    if (reading || stopped) return
    reading = true
    readOn()
      .catch((error: unknown) => !stopped && failed(error))
      .finally(() => (reading = false))
  }

  // Watching first: what is committed while we read would otherwise be missed.
  const unwatch = hub.watch(line, look)
  look()
  const stop = () => {
    stopped = true
    unwatch()
  }
  return { look, stop }
}
