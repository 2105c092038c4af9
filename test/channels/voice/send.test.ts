import { expect, test } from 'vitest'
import { makeVoice } from '../../../src/channels/voice/send.ts'

test('a message for a call says that calls cannot be pushed to', async () => {
  const result = await makeVoice().send({
    id: 'c-1/3/0',
    line: { creditor: 'helia', channel: 'voice', ours: '+33162000000', theirs: 'c1' },
    text: 'Bonjour',
    language: 'fr',
    since: '2026-11-21T10:00:00Z',
  })
  expect(result).toEqual({ state: 'failed', reason: 'a call cannot be pushed to' })
})
