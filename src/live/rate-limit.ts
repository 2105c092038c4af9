import type { Clock } from '../conversation/clock.ts'

export interface RateLimit {
  /** Counts one use. 0: allowed; else the milliseconds to wait. */
  take(key: string): number
}

/** As many keys as are counted at once; beyond it the oldest is forgotten, which only ever allows more. */
const mostKeys = 10_000

/**
 * So many uses of a key within a window that slides with each use. Coarse on purpose: counted in this
 * process and forgotten at a restart.
 */
export function makeRateLimit(most: number, windowMs: number, clock: Clock): RateLimit {
  const uses = new Map<string, number[]>()
  return {
    take: (key) => {
      const now = clock.now().epochMilliseconds
      const recent = (uses.get(key) ?? []).filter((at) => at > now - windowMs)
      uses.delete(key)
      const wait = recent.length < most ? 0 : (recent[0] ?? now) + windowMs - now
      uses.set(key, wait === 0 ? [...recent, now] : recent)
      const [oldest] = uses.keys()
      if (uses.size > mostKeys && oldest !== undefined) uses.delete(oldest)
      return wait
    },
  }
}
