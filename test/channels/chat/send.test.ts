import { expect, test } from 'vitest'
import { makeChat } from '../../../src/channels/chat/send.ts'

test('a chat message is sent as soon as it is committed, and is its own proof', async () => {
  const result = await makeChat().send({
    id: 'c-1/3/0',
    line: { creditor: 'helia', channel: 'chat', ours: 'helia', theirs: 's' },
    text: 'Bonjour',
    language: 'fr',
    since: '2026-11-21T10:00:00Z',
  })
  expect(result).toEqual({ state: 'sent', providerId: 'c-1/3/0' })
})
