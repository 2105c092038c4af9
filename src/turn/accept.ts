import type { Accepted } from '../conversation/hub.ts'
import type { HubDeps } from './deps.ts'
import type { InboundEvent } from '../conversation/event.ts'
import type { Loaded } from '../conversation/store.ts'
import { fail } from '../errors.ts'
import { lineName } from './cache.ts'
import { mostTries } from './deps.ts'
import { workConversation } from './work.ts'

/** The line of an event as this process last saw it, else from the store; opened when nobody wrote yet. */
export const lineOf = async (
  { store, cache }: HubDeps,
  event: InboundEvent,
  at: string,
): Promise<Loaded> => {
  const known = cache.get(event.line)
  if (known) return known
  const loaded =
    (await store.load(event.line)) ??
    (await store.open(
      event.line,
      { from: event.from, ...(event.account ? { account: event.account } : {}) },
      at,
    ))
  cache.set(loaded)
  return loaded
}

/** Commits the event so that it can be acknowledged, and sets the time of its turn. */
export async function acceptEvent(deps: HubDeps, event: InboundEvent): Promise<Accepted> {
  const { store, cache, timers, clock, news } = deps
  const { burst } = deps.creditorOf(event.line.creditor).policy
  for (let tries = 0; tries < mostTries; tries++) {
    const at = clock.now()
    const loaded = await lineOf(deps, event, at.toString())
    const row = await store.accept(loaded, event, burstOf(event, burst, at), at.toString())
    if (row === 'repeated') return repeatedEvent(deps, event)
    if (row === 'moved') {
      cache.drop(event.line)
      continue
    }
    cache.set({ ...loaded, lastSeq: row.seq, waits: true })
    const wait = Temporal.Instant.from(row.dueAt).epochMilliseconds - at.epochMilliseconds
    timers.at(row.conversation, wait, () =>
      workConversation(deps, event.line.creditor, row.conversation),
    )
    news.publish(lineName(event.line))
    return { conversation: row.conversation, entry: row.seq, repeated: false }
  }
  throw fail('conflict', `event ${event.id} found its line moving ${mostTries} times`)
}

// Only messages come in bursts; what we start ourselves may have to wait for its hour.
function burstOf(event: InboundEvent, burst: Burst, at: Temporal.Instant): Burst {
  if (event.kind === 'message') return burst
  const from = event.notBefore ? Temporal.Instant.from(event.notBefore).epochMilliseconds : 0
  const wait = Math.max(0, from - at.epochMilliseconds)
  return { quietMs: wait, mostMs: wait }
}

interface Burst {
  quietMs: number
  mostMs: number
}

async function repeatedEvent({ store }: HubDeps, event: InboundEvent): Promise<Accepted> {
  const known = await store.repeated(event.line.creditor, event.source, event.id)
  if (!known) throw fail('conflict', `event ${event.id} was here before and is gone`)
  const same =
    lineName(known.event.line) === lineName(event.line) && known.event.account === event.account
  if (!same) throw fail('conflict', `the id ${event.id} was used before for something else`)
  return { conversation: known.conversation, entry: known.seq, repeated: true }
}
