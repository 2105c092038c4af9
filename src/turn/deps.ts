import type { Clock } from '../conversation/clock.ts'
import type { Deliverer } from './deliver.ts'
import type { LineCache } from './cache.ts'
import type { Log } from '../conversation/log.ts'
import type { PrepareDeps } from './think.ts'
import type { SerialQueue } from './queue.ts'
import type { Store } from '../conversation/store.ts'
import type { Timers } from './timers.ts'

/** What processes share and may lose: news that a line has something to read. */
export interface News {
  publish(topic: string): void
  watch(topic: string, changed: () => void): () => void
}

export interface HubDeps extends Omit<PrepareDeps, 'store'> {
  store: Store
  cache: LineCache
  queue: SerialQueue
  deliverer: Deliverer
  news: News
  timers: Timers
  clock: Clock
  log: Log
}

/** Conflicts are resolved by looking again; more than this many in a row is a fault. */
export const mostTries = 12
