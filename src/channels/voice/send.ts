import type { Channel, SendResult } from '../../conversation/channel.ts'

/**
 * There is nothing to send on a call: what is said is the answer to what was heard, on the same
 * request, and a platform that calls us offers no way to speak unasked. A message that reaches this
 * outbox was meant for a call that is over, and says so instead of waiting for ever.
 */
export function makeVoice(): Channel {
  return {
    name: 'voice',
    send: async (): Promise<SendResult> => ({
      state: 'failed',
      reason: 'a call cannot be pushed to',
    }),
  }
}
