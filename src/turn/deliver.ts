import type { Channel, SendResult } from '../conversation/channel.ts'
import type { ChannelName, LineKey } from '../conversation/line.ts'
import type { ClaimedMessage, OutboxStore, StoredMessage } from '../conversation/store.ts'
import { messageId } from '../conversation/store.ts'
import type { Clock } from '../conversation/clock.ts'
import type { Log } from '../conversation/log.ts'

export interface DeliverDeps {
  outbox: OutboxStore
  /** The ways out; a channel without one is read by its customer (chat) or answered at once (voice). */
  channels: Partial<Record<ChannelName, Channel>>
  clock: Clock
  log: Log
  chance: { below(below: number): number }
  changed(line: LineKey): void
}

export interface Deliverer {
  /** Sends what a turn just stored, in order, without waiting for it. */
  soon(messages: StoredMessage[]): void
  /** Sends what is due, marks lost claims, resolves what is uncertain. */
  sweep(): Promise<void>
  /** Resolves when nothing is being sent by this process. */
  idle(): Promise<void>
}

/** How long one hand-over may take before it counts as lost (milliseconds). */
const leaseMs = 20_000
/** A message nobody took in this time is given up, visibly (milliseconds). */
const mostAgeMs = { sms: 6 * 3_600_000, chat: 600_000, voice: 0 }
const firstRetryMs = 1_000
const mostRetryMs = 300_000
/** Providers list a message some seconds after taking it: look no earlier (milliseconds). */
const graceMs = 5_000

/** Backoff with full jitter, from one second to five minutes. */
function retryAfterMs(attempts: number, below: (n: number) => number): number {
  const ceiling = Math.min(mostRetryMs, firstRetryMs * 2 ** Math.min(attempts, 20))
  return firstRetryMs + below(ceiling)
}

export function makeDeliverer(deps: DeliverDeps): Deliverer {
  const running = new Set<Promise<void>>()
  const track = (work: Promise<void>) => {
    const guarded = work.catch((error: unknown) => deps.log.error({ err: error }, 'outbox failed'))
    running.add(guarded)
    void guarded.finally(() => running.delete(guarded))
    return guarded
  }
  return {
    soon: (messages) =>
      void track(
        sendInOrder(
          deps,
          messages.filter(({ state }) => state === 'waiting'),
        ),
      ),
    sweep: () => track(sweepOutbox(deps)),
    async idle() {
      while (running.size > 0) await Promise.allSettled(running)
    },
  }
}

async function sendInOrder(deps: DeliverDeps, messages: StoredMessage[]): Promise<void> {
  for (const message of messages) await sendOne(deps, message)
}

async function sendOne(deps: DeliverDeps, message: StoredMessage): Promise<void> {
  const channel = deps.channels[message.channel]
  if (!channel) return
  const now = deps.clock.now()
  const lease = now.add({ milliseconds: leaseMs })
  const claimed = await deps.outbox.claim(message, now.toString(), lease.toString())
  if (!claimed) return
  const result = await channel.send(outbound(claimed))
  await settle(deps, claimed, result)
  deps.changed(claimed.line)
}

const outbound = (message: ClaimedMessage) => ({
  id: messageId(message),
  line: message.line,
  text: message.text,
  language: message.language,
  since: message.since,
  ...(message.options ? { options: message.options } : {}),
})

async function settle(
  deps: DeliverDeps,
  message: ClaimedMessage,
  result: SendResult,
): Promise<void> {
  const { outbox, log, clock } = deps
  if (result.state === 'sent')
    return outbox.mark(message, { state: 'sent', providerId: result.providerId })
  log.warn({ outbox: message.seq, result: result.state, reason: result.reason }, 'message not sent')
  if (result.state === 'failed')
    return outbox.mark(message, { state: 'failed', error: result.reason })
  if (result.state === 'uncertain') {
    const nextAt = clock.now().add({ milliseconds: graceMs }).toString()
    return outbox.mark(message, { state: 'uncertain', error: result.reason, nextAt })
  }
  return retryOrGiveUp(deps, message, result.reason, result.afterMs)
}

async function retryOrGiveUp(
  deps: DeliverDeps,
  message: ClaimedMessage,
  reason: string,
  afterMs?: number,
) {
  const now = deps.clock.now()
  const wait = Math.max(afterMs ?? 0, retryAfterMs(message.attempts, deps.chance.below))
  const age = now.epochMilliseconds - Temporal.Instant.from(message.createdAt).epochMilliseconds
  if (age + wait > mostAgeMs[message.channel])
    return deps.outbox.mark(message, { state: 'abandoned', error: reason })
  const nextAt = now.add({ milliseconds: Math.round(wait) }).toString()
  return deps.outbox.mark(message, { state: 'waiting', error: reason, nextAt })
}

async function sweepOutbox(deps: DeliverDeps): Promise<void> {
  const now = deps.clock.now().toString()
  await deps.outbox.expire(now)
  for (const message of await deps.outbox.uncertain(now, 20)) await resolve(deps, message)
  await sendInOrder(deps, await deps.outbox.due(now, 50))
}

/** Looks an uncertain message up in its provider's list: found is sent, certainly absent is sent again. */
async function resolve(deps: DeliverDeps, message: ClaimedMessage): Promise<void> {
  const channel = deps.channels[message.channel]
  const later = deps.clock
    .now()
    .add({ milliseconds: retryAfterMs(message.attempts, deps.chance.below) })
  const undecided = {
    state: 'uncertain' as const,
    error: 'its fate is not known yet',
    nextAt: later.toString(),
  }
  if (!channel?.find) return deps.outbox.mark(message, undecided)
  try {
    const known = await deps.outbox.providerIds(message.line)
    const providerId = await channel.find(outbound(message), known)
    if (providerId) await deps.outbox.mark(message, { state: 'sent', providerId })
    else await retryOrGiveUp(deps, message, 'the provider did not have it')
  } catch (error) {
    deps.log.warn({ err: error, outbox: message.seq }, 'uncertain message could not be looked up')
    await deps.outbox.mark(message, undecided)
  }
  deps.changed(message.line)
}
