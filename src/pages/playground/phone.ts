import type { Channel } from '../../conversation/channel.ts'

/** Sample mode without a provider: the phone is the one on the page, which reads what was stored. */
export const samplePhone: Channel = {
  name: 'sms',
  send: async ({ id }) => ({ state: 'sent', providerId: `sample:${id}` }),
  find: async ({ id }) => `sample:${id}`,
}
