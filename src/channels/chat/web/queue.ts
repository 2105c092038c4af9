import type { Pending } from './talk-state.ts'

export interface QueueEnv {
  now(): number
  after(ms: number, then: () => void): () => void
}

export interface QueueDeps {
  /** The oldest message that still has to leave; nothing while there is no connection. */
  next(): Pending | undefined
  send(message: Pending): void
  /** The hub does not answer. */
  silent(): void
}

const answerMs = 10_000
const againMs = 3_000
/** One less than the hub allows in this time. */
const mostMessages = 9
const windowMs = 10_000

/** Lets messages leave one at a time, in order, and no faster than the hub takes them. */
export function makeQueue(env: QueueEnv, { next, send, silent }: QueueDeps) {
  let inFlight: string | null = null
  let sentAt: number[] = []
  let stopAnswer = () => {}
  let stopPump = () => {}

  const pump = () => {
    stopPump()
    const message = inFlight ? undefined : next()
    if (!message) return
    const now = env.now()
    sentAt = sentAt.filter((at) => at > now - windowMs)
    const [oldest = now] = sentAt
    if (sentAt.length >= mostMessages) {
      stopPump = env.after(oldest + windowMs - now, pump)
      return
    }
    sentAt.push(now)
    inFlight = message.id
    stopAnswer = env.after(answerMs, silent)
    send(message)
  }

  const clear = () => {
    inFlight = null
    stopAnswer()
    stopPump()
  }

  return {
    pump,
    clear,
    /** The hub has it: the next one. */
    taken: (id: string) => {
      if (id === inFlight) clear()
      pump()
    },
    /** The hub could not hold it: the same again, a little later. */
    refused: (id: string | undefined) => {
      if (id !== inFlight) return
      clear()
      stopPump = env.after(againMs, pump)
    },
  }
}
