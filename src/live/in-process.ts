import type { Live } from './live.ts'

/** The news of one process: enough where there is only one. */
export function makeInProcessLive(): Live {
  const { tell, watch, forget } = makeWatchers()
  return { publish: tell, watch, close: async () => forget() }
}

/** Who watches what in this process. A watcher that throws does not keep the news from the others. */
export function makeWatchers() {
  const watchers = new Map<string, Set<() => void>>()

  const tell = (topic: string) => tellAll(watchers.get(topic) ?? [])
  const tellEveryone = () => {
    for (const set of watchers.values()) tellAll(set)
  }
  const watch = (topic: string, changed: () => void) => {
    const own = () => changed()
    const set = watchers.get(topic) ?? new Set()
    watchers.set(topic, set.add(own))
    return () => {
      set.delete(own)
      if (set.size === 0 && watchers.get(topic) === set) watchers.delete(topic)
    }
  }
  return { tell, tellEveryone, watch, forget: () => watchers.clear() }
}

function tellAll(watchers: Iterable<() => void>): void {
  for (const changed of watchers) queueMicrotask(() => quietly(changed))
}

/** Who told the news must not fail, and the process not end, because a listener does. */
function quietly(changed: () => void): void {
  try {
    changed()
  } catch {
    // News may be lost: the listener reads again with the next one.
  }
}
