import type { Log } from '../conversation/log.ts'

/** Turns that are due soon in this process. Nothing is lost with them: the sweep finds what was missed. */
export interface Timers {
  /** Runs `work` in `ms`; a later call for the same key replaces the earlier one. */
  at(key: string, ms: number, work: () => Promise<void>): void
  stop(): Promise<void>
}

export function makeTimers(log: Log): Timers {
  const timers = new Map<string, NodeJS.Timeout>()
  const running = new Set<Promise<void>>()
  const start = (work: () => Promise<void>) => {
    const run = work().catch((error: unknown) => log.error({ err: error }, 'turn failed'))
    running.add(run)
    void run.finally(() => running.delete(run))
  }
  return {
    at(key, ms, work) {
      clearTimeout(timers.get(key))
      const timer = setTimeout(
        () => {
          timers.delete(key)
          start(work)
        },
        Math.max(0, ms),
      )
      timers.set(key, timer)
    },
    async stop() {
      for (const timer of timers.values()) clearTimeout(timer)
      timers.clear()
      await Promise.allSettled(running)
    },
  }
}
