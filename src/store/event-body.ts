import type { InboundEvent } from '../conversation/event.ts'
import { seal, unseal } from './seal.ts'

/** What is sealed of an event: itself and, where the line answers at once, the bytes it got. */
export interface EventBody {
  event: InboundEvent
  answer: string | null
}

export const sealEvent = (key: Buffer, event: InboundEvent, answer: string | null): Buffer =>
  seal(key, JSON.stringify({ event, answer } satisfies EventBody))

export const openEvent = (key: Buffer, sealed: Buffer): EventBody =>
  JSON.parse(unseal(key, sealed)) as EventBody
