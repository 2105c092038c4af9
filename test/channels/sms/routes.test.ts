import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { smsRoutes } from '../../../src/channels/sms/routes.ts'
import type { SmsDeps } from '../../../src/channels/sms/routes.ts'
import { makeFakeHub } from '../../support/fake-hub.ts'
import { signedByTwilio, statusCallback, twilioToken } from '../../support/fake-twilio.ts'
import { clockAt, creditorOf, openDoor, without } from '../open-door.ts'

const publicUrl = 'https://hub.example.fr'
const sms = `${publicUrl}/webhooks/twilio/sms`
const params = Object.fromEntries(
  new URLSearchParams(
    readFileSync(join(import.meta.dirname, '../../fixtures/sms/inbound.txt'), 'utf8').trim(),
  ),
)

async function open(more: Partial<SmsDeps> = {}) {
  const hub = makeFakeHub()
  const app = openDoor()
  await app.register(smsRoutes, {
    hub,
    clock: clockAt('2026-11-21T12:00:00Z'),
    authTokens: [twilioToken],
    publicUrl,
    creditorOf,
    ...more,
  })
  return { app, hub, [Symbol.asyncDispose]: () => app.close() }
}

test('acknowledges with nothing to say once the message is held', async () => {
  await using door = await open()
  const response = await door.app.inject(signedByTwilio(sms, params))
  expect(response.statusCode).toBe(200)
  expect(response.headers['content-type']).toBe('text/xml; charset=utf-8')
  expect(response.body).toBe('<?xml version="1.0" encoding="UTF-8"?><Response/>')
  expect(door.hub.events).toMatchObject([
    { id: params.MessageSid, text: 'jpeu pas tt payer la. 60 le 5' },
  ])
})

test('the same message again is the same answer and one event', async () => {
  await using door = await open()
  const all = Array.from({ length: 100 }, () => door.app.inject(signedByTwilio(sms, params)))
  const answers = new Set((await Promise.all(all)).map(({ body, statusCode }) => statusCode + body))
  expect(answers.size).toBe(1)
  expect(door.hub.events).toHaveLength(1)
})

test('does not acknowledge what could not be held', async () => {
  await using door = await open()
  door.hub.control.failing = true
  expect((await door.app.inject(signedByTwilio(sms, params))).statusCode).toBe(500)
})

test('is closed while no token is set', async () => {
  await using door = await open({ authTokens: [] })
  const response = await door.app.inject(signedByTwilio(sms, params))
  expect([response.statusCode, response.json().code]).toEqual([503, 'door_closed'])
})

test('refuses a wrong signature, a missing one, and one over another host', async () => {
  await using door = await open()
  const good = signedByTwilio(sms, params)
  const unsigned = without(good.headers, 'x-twilio-signature')
  const attempts = [
    { ...good, headers: unsigned },
    { ...good, payload: `${good.payload}&Extra=1` },
    { ...good, url: `${good.url}?a=1` },
    signedByTwilio('https://another.example.fr/webhooks/twilio/sms', params),
    {
      ...signedByTwilio('https://evil.example/webhooks/twilio/sms', params),
      headers: {
        ...signedByTwilio('https://evil.example/webhooks/twilio/sms', params).headers,
        'x-forwarded-host': 'evil.example',
        'x-forwarded-proto': 'https',
      },
    },
  ]
  for (const attempt of attempts) {
    const response = await door.app.inject(attempt)
    expect([response.statusCode, response.json().code]).toEqual([403, 'bad_signature'])
  }
  expect(door.hub.events).toEqual([])
})

test('reads parameters Twilio adds without notice, and tells unreadable bodies apart', async () => {
  await using door = await open()
  const more = signedByTwilio(sms, { ...params, ChannelMetadata: '{"a":1}', __proto__x: '1' })
  expect((await door.app.inject(more)).statusCode).toBe(200)
  const broken = { ...signedByTwilio(sms, params), payload: 'Body=%GG' }
  expect((await door.app.inject(broken)).statusCode).toBe(400)
  const incomplete = without(params, 'MessageSid') as typeof params
  const response = await door.app.inject(signedByTwilio(sms, incomplete))
  expect([response.statusCode, response.json().detail]).toEqual([
    400,
    'MessageSid is nothing: Invalid input: expected string, received undefined',
  ])
})

test('refuses a body over the limit before reading it', async () => {
  await using door = await open()
  const big = signedByTwilio(sms, { ...params, Body: 'a'.repeat(70_000) })
  expect((await door.app.inject(big)).statusCode).toBe(413)
})

test('a form signed with a __proto__ parameter is read without harm', async () => {
  await using door = await open()
  const own = Object.fromEntries([...Object.entries(params), ['__proto__', 'polluted']])
  expect((await door.app.inject(signedByTwilio(sms, own))).statusCode).toBe(200)
  expect(Object.prototype).not.toHaveProperty('polluted')
})

test('a number nobody owns gets the same answer and leaves nothing', async () => {
  await using door = await open()
  const known = await door.app.inject(signedByTwilio(sms, params))
  const other = { ...params, MessageSid: 'SM2', To: '+33162000099' }
  const unknown = await door.app.inject(signedByTwilio(sms, other))
  expect([unknown.statusCode, unknown.body]).toEqual([known.statusCode, known.body])
  expect(door.hub.events).toHaveLength(1)
})

test('reports what became of a message under the id we gave it', async () => {
  await using door = await open()
  const message = {
    sid: 'SM00000000000000000000000000000001',
    to: '+33639980001',
    from: '+33162000000',
    body: '',
    statusCallback: `${publicUrl}/webhooks/twilio/status?outbox=c-1%2F3%2F0`,
    created: new Date(),
  }
  for (const status of ['sending', 'delivered', 'sent']) {
    expect((await door.app.inject(statusCallback(message, status))).statusCode).toBe(200)
  }
  await door.app.inject(statusCallback(message, 'undelivered', '30003'))
  expect(door.hub.reports).toMatchObject([
    { outbox: 'c-1/3/0', providerId: message.sid, state: 'delivered', error: null },
    { outbox: 'c-1/3/0', state: 'sent' },
    { outbox: 'c-1/3/0', state: 'failed', error: '30003 handset_unreachable' },
  ])
})
