import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { makeSms } from '../../../src/channels/sms/send.ts'
import type { SmsConfig } from '../../../src/channels/sms/send.ts'
import type { OutboundMessage } from '../../../src/conversation/channel.ts'
import { systemClock } from '../../../src/conversation/clock.ts'
import { startFakeTwilio, twilioAccount, twilioToken } from '../../support/fake-twilio.ts'
import type { TwilioFault } from '../../support/fake-twilio.ts'
import { clockAt } from '../open-door.ts'

const quiet = { warn: () => {}, error: () => {} }
const config = (apiUrl: string, more: Partial<SmsConfig> = {}): SmsConfig => ({
  accountSid: twilioAccount,
  authToken: twilioToken,
  apiUrl,
  publicUrl: 'https://hub.example.fr/',
  clock: systemClock,
  log: quiet,
  ...more,
})
const message: OutboundMessage = {
  id: 'c-1/3/0',
  line: { creditor: 'helia', channel: 'sms', ours: '+33162000000', theirs: '+33639980001' },
  text: 'C’est noté pour le 5.',
  language: 'fr',
  since: new Date().toISOString(),
}

test('hands a message over with our number, the counted segments and where to report', async () => {
  await using twilio = await startFakeTwilio()
  const sms = makeSms(config(twilio.url))
  const result = await sms.send(message)
  expect(result).toEqual({ state: 'sent', providerId: twilio.taken[0]?.sid, segments: 1 })
  expect(twilio.taken).toMatchObject([
    {
      to: '+33639980001',
      from: '+33162000000',
      body: 'C’est noté pour le 5.',
      statusCallback: 'https://hub.example.fr/webhooks/twilio/status?outbox=c-1%2F3%2F0',
    },
  ])
})

test('asks for no report where Twilio cannot reach us', async () => {
  await using twilio = await startFakeTwilio()
  await makeSms(config(twilio.url, { publicUrl: null })).send(message)
  expect(twilio.taken[0]?.statusCallback).toBeNull()
})

test.each<[string, TwilioFault, object]>([
  ['429 with seconds', { kind: 'too_many', retryAfter: '120' }, { afterMs: 120_000 }],
  ['429 with an absurd wait', { kind: 'too_many', retryAfter: '1000000000' }, { afterMs: 300_000 }],
  [
    '429 with a date',
    { kind: 'too_many', retryAfter: 'Sat, 21 Nov 2026 12:00:30 GMT' },
    { afterMs: 30_000 },
  ],
])('waits as long as Twilio asks after %s, five minutes at most', async (_case, fault, wait) => {
  await using twilio = await startFakeTwilio()
  twilio.faults.push(fault)
  const sms = makeSms(config(twilio.url, { clock: clockAt('2026-11-21T12:00:00Z') }))
  expect(await sms.send(message)).toEqual({
    state: 'retry',
    reason: '20429 too_many_requests',
    ...wait,
  })
})

test.each<[string, TwilioFault, object]>([
  ['429 without a wish', { kind: 'too_many' }, { state: 'retry' }],
  ['429 with nonsense', { kind: 'too_many', retryAfter: 'soon' }, { state: 'retry' }],
  ['a broken server', { kind: 'server_error', status: 503 }, { state: 'uncertain' }],
  ['a reset after the message was taken', { kind: 'reset_after_accept' }, { state: 'uncertain' }],
  ['a page of HTML', { kind: 'html' }, { state: 'uncertain' }],
  ['half an answer', { kind: 'truncated' }, { state: 'uncertain' }],
  [
    'a customer who opted out',
    { kind: 'refused', code: 21610 },
    { state: 'failed', reason: '21610 opted_out', optedOut: true },
  ],
  [
    'a number that is none',
    { kind: 'refused', code: 21211 },
    { state: 'failed', reason: '21211 number_invalid' },
  ],
  ['a code nobody knows', { kind: 'refused', code: 29999 }, { state: 'failed' }],
  [
    'an account that is suspended',
    { kind: 'refused', code: 30002, status: 403 },
    { state: 'retry', afterMs: 300_000 },
  ],
])('after %s the message is what it can be known to be', async (_case, fault, expected) => {
  await using twilio = await startFakeTwilio()
  twilio.faults.push(fault)
  expect(await makeSms(config(twilio.url)).send(message)).toMatchObject(expected)
})

test('a wrong token is ours to repair: the message keeps', async () => {
  await using twilio = await startFakeTwilio()
  const sms = makeSms(config(twilio.url, { authToken: 'wrong' }))
  expect(await sms.send(message)).toMatchObject({
    state: 'retry',
    reason: '20003 authentication_failed',
  })
})

test('a host that refuses the connection certainly took nothing', async () => {
  const { port, server } = await freePort()
  await new Promise((closed) => server.close(closed))
  expect(await makeSms(config(`http://127.0.0.1:${port}`)).send(message)).toEqual({
    state: 'retry',
    reason: 'ECONNREFUSED',
  })
})

test('an answer that never came is waited for as long as was set, then the message is uncertain', async () => {
  await using twilio = await startFakeTwilio()
  twilio.faults.push({ kind: 'hang_after_accept' })
  const sms = makeSms(config(twilio.url, { timeoutMs: 50 }))
  expect(await sms.send(message)).toEqual({ state: 'uncertain', reason: 'TimeoutError' })
  expect(await makeSms(config(twilio.url)).find!(message, new Set())).toBe(twilio.taken[0]?.sid)
})

test('without an account messages wait for one', async () => {
  const sms = makeSms(config('http://127.0.0.1:1', { accountSid: null }))
  expect(await sms.send(message)).toMatchObject({ state: 'retry' })
})

test('finds an uncertain message in Twilio’s list instead of sending it twice', async () => {
  await using twilio = await startFakeTwilio()
  const sms = makeSms(config(twilio.url))
  twilio.faults.push({ kind: 'reset_after_accept' })
  expect(await sms.send(message)).toMatchObject({ state: 'uncertain' })
  expect(await sms.find!(message, new Set())).toBe(twilio.taken[0]?.sid)
})

test('finds nothing where the message never arrived, was another one, or is an older one', async () => {
  await using twilio = await startFakeTwilio()
  const sms = makeSms(config(twilio.url))
  expect(await sms.find!(message, new Set())).toBeNull()
  await sms.send({ ...message, text: 'autre chose' })
  expect(await sms.find!(message, new Set())).toBeNull()
  const sent = await sms.send(message)
  const known = new Set(sent.state === 'sent' ? [sent.providerId] : [])
  expect(await sms.find!(message, known)).toBeNull()
  const later = new Date(Date.now() + 10 * 60_000).toISOString()
  expect(await sms.find!({ ...message, since: later }, new Set())).toBeNull()
})

test('looks through the pages of a long list', async () => {
  await using twilio = await startFakeTwilio()
  const sms = makeSms(config(twilio.url))
  await sms.send(message)
  const first = twilio.taken[0]!
  for (let n = 2; n < 120; n++) twilio.taken.push({ ...first, sid: `SM${n}`, body: `autre ${n}` })
  expect(await sms.find!(message, new Set())).toBe(first.sid)
})

test('says so where the list cannot be read: the message stays uncertain', async () => {
  await using twilio = await startFakeTwilio()
  const sms = makeSms(config(twilio.url, { authToken: 'wrong' }))
  await expect(sms.find!(message, new Set())).rejects.toThrow('20003')
})

async function freePort() {
  const server = createServer()
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return { server, port: (server.address() as AddressInfo).port }
}
