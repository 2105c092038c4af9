import type { LineKey } from '../conversation/line.ts'
import type { Loaded } from '../conversation/store.ts'

/**
 * Lines of live conversations as this process last saw them, the least used dropped first. It may be
 * stale at any moment: every commit checks the version, and a conflict loads again.
 */
export interface LineCache {
  get(line: LineKey): Loaded | undefined
  set(loaded: Loaded): void
  drop(line: LineKey): void
}

export const lineName = (line: LineKey): string =>
  `${line.creditor} ${line.channel} ${line.ours} ${line.theirs}`

export function makeLineCache(most: number): LineCache {
  const kept = new Map<string, Loaded>()
  return {
    get(line) {
      const name = lineName(line)
      const loaded = kept.get(name)
      if (!loaded) return undefined
      kept.delete(name)
      kept.set(name, loaded)
      return loaded
    },
    set(loaded) {
      const name = lineName(loaded.line)
      kept.delete(name)
      kept.set(name, loaded)
      if (kept.size > most) kept.delete(kept.keys().next().value as string)
    },
    drop: (line) => void kept.delete(lineName(line)),
  }
}
