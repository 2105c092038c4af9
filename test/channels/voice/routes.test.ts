import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { voiceRoutes } from '../../../src/channels/voice/routes.ts'
import type { VoiceDeps } from '../../../src/channels/voice/routes.ts'
import { makeFakeHub } from '../../support/fake-hub.ts'
import { clockAt, creditorOf, openDoor } from '../open-door.ts'

const secret = 'voice-secret'
const now = Date.parse('2026-11-21T10:00:00Z') / 1000
const read = (name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../fixtures/voice', name), 'utf8'))
const utterance = read('utterance.json')

async function open(more: Partial<VoiceDeps> = {}) {
  const hub = makeFakeHub()
  const app = openDoor()
  await app.register(voiceRoutes, {
    hub,
    clock: clockAt('2026-11-21T10:00:00Z'),
    secrets: [secret],
    creditorOf,
    unknownNumber: { fr: 'Ce numéro n’est pas en service.', en: 'This number is not in service.' },
    ...more,
  })
  return { app, hub, [Symbol.asyncDispose]: () => app.close() }
}

const sign = (body: string, at = now, key = secret) =>
  createHmac('sha256', key).update(`${at}.${body}`).digest('hex')

function signed(body: unknown, header?: (text: string) => string) {
  const payload = typeof body === 'string' ? body : JSON.stringify(body)
  const signature = header ? header(payload) : `t=${now},v1=${sign(payload)}`
  const headers = { 'content-type': 'application/json', 'x-amiable-signature': signature }
  return { method: 'POST' as const, url: '/webhooks/voice/transcript', headers, payload }
}

test('answers what was heard on the same request, in the shape of the contract', async () => {
  await using door = await open()
  const response = await door.app.inject(signed(utterance))
  expect(response.statusCode).toBe(200)
  expect(response.headers['content-type']).toBe('application/json; charset=utf-8')
  expect(response.json()).toEqual({
    conversationId: 'c-1',
    turn: 1,
    say: [{ text: 'Bonjour.', language: 'fr-FR', interruptible: true }],
    listen: { for: ['speech'], timeoutMs: 7000 },
    transfer: null,
    hangup: false,
  })
  expect(door.hub.events).toMatchObject([{ kind: 'message', text: 'je peux payer le cinq' }])
})

test('a repeat gets the first answer to the byte, also a hundred at once', async () => {
  await using door = await open()
  const all = await Promise.all(
    Array.from({ length: 100 }, () => door.app.inject(signed(utterance))),
  )
  expect(new Set(all.map(({ body }) => body)).size).toBe(1)
  expect(door.hub.events).toHaveLength(1)
})

test.each([
  ['no signature', () => ''],
  ['another secret', (body: string) => `t=${now},v1=${sign(body, now, 'guess')}`],
  ['another body', () => `t=${now},v1=${sign('{}')}`],
  ['a signature of six minutes ago', (body: string) => header(body, now - 301)],
  ['a signature of the future', (body: string) => header(body, now + 301)],
  ['a time that is none', (body: string) => `t=soon,v1=${sign(body)}`],
  ['only an older scheme', (body: string) => `t=${now},v0=${sign(body)}`],
  ['a signature with more behind it', (body: string) => `${header(body)}00`],
  ['half a signature', (body: string) => header(body).slice(0, -2)],
])('refuses %s', async (_case, make) => {
  await using door = await open()
  const response = await door.app.inject(signed(utterance, make))
  expect([response.statusCode, response.json().code]).toEqual([403, 'bad_signature'])
  expect(door.hub.events).toEqual([])
})

test.each([
  ['five minutes old', (body: string) => header(body, now - 300)],
  ['five minutes ahead', (body: string) => header(body, now + 300)],
  ['with a second signature', (body: string) => `t=${now},v1=${'0'.repeat(64)},v1=${sign(body)}`],
])('accepts a signature %s', async (_case, make) => {
  await using door = await open()
  expect((await door.app.inject(signed(utterance, make))).statusCode).toBe(200)
})

test('accepts both secrets while one replaces the other, and is closed without any', async () => {
  await using rotating = await open({ secrets: ['new', secret] })
  expect((await rotating.app.inject(signed(utterance))).statusCode).toBe(200)
  await using closed = await open({ secrets: [] })
  const response = await closed.app.inject(signed(utterance))
  expect([response.statusCode, response.json().code]).toEqual([503, 'door_closed'])
})

test.each([
  ['no JSON', 'hello', 'a body of 5 bytes is not JSON'],
  ['an empty body', '', 'a body of 0 bytes is not JSON'],
  ['an unknown type', { ...utterance, type: 'applause' }, 'type is "applause"'],
  ['no words', { ...utterance, text: 7 }, 'text is 7'],
  ['too sure', { ...utterance, confidence: 2 }, 'confidence is 2'],
  ['no day', { ...utterance, occurredAt: 'yesterday' }, 'occurredAt is "yesterday"'],
  ['no call', { ...utterance, callId: '' }, 'callId is ""'],
  ['keys that are none', { ...read('dtmf.json'), text: 'cinq' }, 'text is "cinq"'],
  ['very deep JSON', '['.repeat(30_000) + ']'.repeat(30_000), 'body is'],
])('refuses %s and says what it found', async (_case, body, says) => {
  await using door = await open()
  const response = await door.app.inject(signed(body))
  expect([response.statusCode, response.json().code]).toEqual([400, 'bad_request'])
  expect(response.json().detail).toContain(says)
})

test('refuses a body over the limit', async () => {
  await using door = await open()
  const response = await door.app.inject(signed({ ...utterance, text: 'a'.repeat(70_000) }))
  expect(response.statusCode).toBe(413)
})

test('reads fields it does not know, and prototypes in them, without harm', async () => {
  await using door = await open()
  const body = JSON.stringify({ ...utterance, sentiment: 0.1 }).replace(
    '{',
    '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},',
  )
  expect((await door.app.inject(signed(body))).statusCode).toBe(200)
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
})

test('a guess that will still change starts no turn', async () => {
  await using door = await open()
  const response = await door.app.inject(signed(read('interim.json')))
  expect(response.statusCode).toBe(200)
  expect(response.json()).toMatchObject({ turn: null, say: [], hangup: false })
  expect(door.hub.events).toEqual([])
})

test('a number nobody owns hears something polite that reveals nothing', async () => {
  await using door = await open()
  const body = { ...utterance, to: '+33162000099', language: 'en-US' }
  const response = await door.app.inject(signed(body))
  expect(response.statusCode).toBe(200)
  expect(response.json()).toEqual({
    conversationId: null,
    turn: null,
    say: [{ text: 'This number is not in service.', language: 'en-GB', interruptible: false }],
    listen: { for: ['speech', 'dtmf'], timeoutMs: 7000 },
    transfer: null,
    hangup: true,
  })
  expect(door.hub.events).toEqual([])
})

test('does not answer what could not be held', async () => {
  await using door = await open()
  door.hub.control.failing = true
  expect((await door.app.inject(signed(utterance))).statusCode).toBe(500)
})

function header(body: string, at = now): string {
  return `t=${at},v1=${sign(body, at)}`
}
