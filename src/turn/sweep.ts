import type { Clock } from '../conversation/clock.ts'
import type { Deliverer } from './deliver.ts'
import type { Log } from '../conversation/log.ts'
import type { Store } from '../conversation/store.ts'

export interface SweepDeps {
  store: Pick<Store, 'due' | 'postpone'>
  work(creditor: string, conversation: string): Promise<void>
  /** The turn of a conversation that fails every time: hands it to a person without understanding it. */
  rescue(creditor: string, conversation: string): Promise<void>
  deliverer: Pick<Deliverer, 'sweep'>
  clock: Clock
  log: Log
}

export interface Sweep {
  /** One round: due conversations nobody took, then the outbox. */
  once(): Promise<void>
  stop(): Promise<void>
}

const everyMs = 1_000
/** A turn of this process has this long to be worked by its own timer first (milliseconds). */
const headStartMs = 1_500
/** After so many failures a turn is not tried again as it is: a person gets the conversation. */
const mostFailures = 5

/** Finds at start and every second what a stopped process left: due turns and unsent messages. */
export function makeSweep(deps: SweepDeps): Sweep {
  const failures = new Map<string, number>()
  let stopped = false
  let round = Promise.resolve()
  const once = () => (round = round.then(() => (stopped ? undefined : sweepOnce(deps, failures))))
  const timer = setInterval(() => void once(), everyMs)
  timer.unref()
  return {
    once,
    async stop() {
      clearInterval(timer)
      await round
      stopped = true
    },
  }
}

async function sweepOnce(deps: SweepDeps, failures: Map<string, number>): Promise<void> {
  try {
    const late = deps.clock.now().subtract({ milliseconds: headStartMs })
    for (const { creditor, conversation } of await deps.store.due(late.toString(), 50))
      await workOne(deps, failures, creditor, conversation)
    await deps.deliverer.sweep()
  } catch (error) {
    deps.log.error({ err: error }, 'sweep failed')
  }
}

async function workOne(
  deps: SweepDeps,
  failures: Map<string, number>,
  creditor: string,
  conversation: string,
) {
  const before = failures.get(conversation) ?? 0
  try {
    await (before >= mostFailures ? deps.rescue : deps.work)(creditor, conversation)
    failures.delete(conversation)
  } catch (error) {
    failures.set(conversation, before + 1)
    deps.log.error(
      { err: error, conversation, failures: before + 1 },
      'turn failed; tried again later',
    )
    const until = deps.clock.now().add({ milliseconds: 1_000 * 2 ** Math.min(before, 8) })
    await deps.store.postpone(creditor, conversation, until.toString())
  }
}
