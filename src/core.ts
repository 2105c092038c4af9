import { randomBytes, randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import type { ChannelName, LineKey } from './conversation/line.ts'
import type { Channel } from './conversation/channel.ts'
import type { Clock } from './conversation/clock.ts'
import type { DeliveryState, Hub } from './conversation/hub.ts'
import { rehearsedCreditor, type Creditor } from './conversation/creditor.ts'
import { fail } from './errors.ts'
import type { FlowSet } from './dialog/load.ts'
import type { Live } from './live/live.ts'
import { actions } from './dialog/actions.ts'
import { makeDeliverer } from './turn/deliver.ts'
import { makeChance, makeDraw } from './turn/draw.ts'
import { makeHub, type Worker } from './turn/hub.ts'
import { makeLineCache } from './turn/cache.ts'
import { makeSerialQueue } from './turn/queue.ts'
import { makeStore } from './store/store.ts'
import { makeSweep, type Sweep } from './turn/sweep.ts'
import { makeTimers } from './turn/timers.ts'
import { understand } from './understanding/understand.ts'

export interface CoreDeps {
  pool: Pool
  flows: FlowSet
  clock: Clock
  log: Logger
  live: Live
  /** Ways out to a provider, by channel. */
  channels: Partial<Record<ChannelName, Channel>>
  /** Sample mode: the published code of each account. Null: codes are drawn. */
  codes: ReadonlyMap<string, string> | null
  /** A rehearsal in the terminal: nothing leaves, nothing waits. */
  rehearsal?: boolean
}

export interface Core {
  hub: Hub & Worker
  /** Starts finding what other processes left; a rehearsal never does. */
  startSweep(): Sweep
  store: ReturnType<typeof makeStore>
  /** What turns run on is kept by hash before the first turn. */
  ready: Promise<void>
  stop(): Promise<void>
}

const chance = makeChance(randomBytes)

/** How many live lines a process remembers; a line is a few kilobytes. */
const rememberedLines = 4_000

/** Wires the turn: store, dialog, understanding, outbox. No server, no door. */
export function makeCore(deps: CoreDeps): Core {
  const { pool, flows, clock, log, live, channels } = deps
  const store = makeStore(pool, randomUUID)
  const timers = makeTimers(log)
  const queue = makeSerialQueue()
  const changed = (line: LineKey) =>
    live.publish(`${line.creditor} ${line.channel} ${line.ours} ${line.theirs}`)
  const deliverer = makeDeliverer({ outbox: store.outbox, channels, clock, log, chance, changed })
  const hub = makeHub({
    store,
    timers,
    queue,
    deliverer,
    clock,
    log,
    news: live,
    actions,
    understand,
    cache: makeLineCache(rememberedLines),
    dialogOf: (creditor) => flows.of(rehearsedCreditor(creditor)),
    creditorOf: creditorsOf(flows, deps.codes !== null),
    draw: makeDraw(chance, deps.codes),
    firstState: deps.rehearsal ? () => ({ state: 'delivered' }) : firstStateOf(channels),
  })
  let sweep: Sweep | null = null
  return {
    hub,
    store,
    startSweep: () =>
      (sweep ??= makeSweep({ store, work: hub.work, rescue: hub.rescue, deliverer, clock, log })),
    ready: keepMaterials(store, flows),
    async stop() {
      await sweep?.stop()
      await timers.stop()
      await queue.idle()
      await deliverer.idle()
    },
  }
}

async function keepMaterials(store: ReturnType<typeof makeStore>, flows: FlowSet): Promise<void> {
  for (const creditor of flows.creditors.keys())
    await store.keepMaterials(creditor, flows.of(creditor).materials)
}

/** The creditors by name. A published code guards nobody, so sample mode sends as many as it is asked for. */
function creditorsOf(flows: FlowSet, published: boolean): (id: string) => Creditor {
  const known = new Map(
    [...flows.creditors].map(([id, creditor]) => [
      id,
      published ? sendingFreely(creditor) : creditor,
    ]),
  )
  return (id) => {
    const creditor = known.get(rehearsedCreditor(id))
    if (!creditor) throw fail('not_found', `creditor "${id}" has no folder in flows/creditors`)
    return creditor
  }
}

function sendingFreely(creditor: Creditor): Creditor {
  const code = { ...creditor.policy.code, sendsPerHour: 1_000, sendsPerDay: 10_000 }
  return { ...creditor, policy: { ...creditor.policy, code } }
}

// A chat reads what is stored, a call hears its answer at once; the rest a provider must take.
const firstStateOf =
  (channels: CoreDeps['channels']) =>
  (line: LineKey, answersAtOnce: boolean): { state: DeliveryState } => {
    if (answersAtOnce) return { state: 'delivered' }
    return { state: line.channel === 'sms' || channels[line.channel] ? 'waiting' : 'sent' }
  }
