import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { randomUUID } from 'node:crypto'
import pino from 'pino'
import { freshDatabase, type TestDatabase } from '../support/postgres.ts'
import { makeDeliverer, type Deliverer } from '../../src/turn/deliver.ts'
import { makeSms } from '../../src/channels/sms/send.ts'
import { makeStore } from '../../src/store/store.ts'
import { smsLine, turnDraft } from '../support/turn-draft.ts'
import { startFakeTwilio, twilioAccount, twilioToken } from '../support/fake-twilio.ts'
import type { LineKey } from '../../src/conversation/line.ts'
import type { Store, StoredMessage } from '../../src/conversation/store.ts'

let database: TestDatabase
let store: Store
let twilio: Awaited<ReturnType<typeof startFakeTwilio>>
let deliverer: Deliverer
let now: Temporal.Instant
const clock = { now: () => now }

beforeAll(async () => {
  database = await freshDatabase()
  store = makeStore(database.pool, randomUUID)
})
afterAll(() => database.drop())
beforeEach(async () => {
  await twilio?.close()
  twilio = await startFakeTwilio()
  now = Temporal.Now.instant()
  const sms = makeSms({
    accountSid: twilioAccount,
    authToken: twilioToken,
    apiUrl: twilio.url,
    publicUrl: 'https://hub.example.fr',
    timeoutMs: 400,
    clock,
    log: pino({ level: 'silent' }),
  })
  deliverer = makeDeliverer({
    outbox: store.outbox,
    channels: { sms },
    clock,
    log: pino({ level: 'silent' }),
    chance: { below: () => 0 },
    changed: () => {},
  })
})
afterAll(() => twilio.close())

async function say(...texts: string[]): Promise<{ line: LineKey; messages: StoredMessage[] }> {
  const line = { ...smsLine, theirs: `+33639980${Math.floor(Math.random() * 1e6)}` }
  const loaded = await store.open(line, { from: null }, now.toString())
  const [reply] = turnDraft(loaded).outbox
  if (!reply) throw new Error('no reply')
  const outbox = texts.map((text) => ({ ...reply, text }))
  const committed = await store.commit([turnDraft(loaded, { at: now.toString(), outbox })])
  if (!committed.done) throw new Error('not committed')
  return { line, messages: committed.outbox }
}

const statesOf = async (line: LineKey) => (await store.entries(line, 0)).map(({ state }) => state)
const bodies = () => twilio.taken.map(({ body }) => body)

async function later(ms: number): Promise<void> {
  now = now.add({ milliseconds: ms })
  await deliverer.sweep()
}

it('sends what a turn stored, in order, and names each message to the provider', async () => {
  const { line, messages } = await say('Un.', 'Deux.')
  deliverer.soon(messages)
  await deliverer.idle()
  expect(bodies()).toEqual(['Un.', 'Deux.'])
  expect(await statesOf(line)).toEqual(['sent', 'sent'])
  expect(twilio.taken[0]?.statusCallback).toContain(
    encodeURIComponent(`helia/${messages[0]?.conversation}/`),
  )
})

it('tries again when the provider has too much to do, not earlier than it asked', async () => {
  twilio.faults.push({ kind: 'too_many', retryAfter: '60' })
  const { line, messages } = await say('Patience.')
  deliverer.soon(messages)
  await deliverer.idle()
  expect(await statesOf(line)).toEqual(['waiting'])
  await later(30_000)
  expect(bodies()).toEqual([])
  await later(31_000)
  expect(bodies()).toEqual(['Patience.'])
  expect(await statesOf(line)).toEqual(['sent'])
})

it('does not try again what the customer refused', async () => {
  twilio.faults.push({ kind: 'refused', code: 21610 })
  const { line, messages } = await say('Bonjour.')
  deliverer.soon(messages)
  await deliverer.idle()
  await later(3_600_000)
  expect(await statesOf(line)).toEqual(['failed'])
  expect(bodies()).toEqual([])
})

it('finds a message of unknown fate in the provider’s list instead of sending it again', async () => {
  twilio.faults.push({ kind: 'reset_after_accept' })
  const { line, messages } = await say('Une seule fois.')
  deliverer.soon(messages)
  await deliverer.idle()
  expect(await statesOf(line)).toEqual(['uncertain'])
  await later(6_000)
  expect(await statesOf(line)).toEqual(['sent'])
  expect(bodies()).toEqual(['Une seule fois.'])
})

it('takes two equal messages for two, even when the fate of the second is unknown', async () => {
  const first = await say('Oui ?')
  deliverer.soon(first.messages)
  await deliverer.idle()
  const second = await store.load(first.line)
  if (!second) throw new Error('the line is gone')
  const [reply] = turnDraft(second).outbox
  if (!reply) throw new Error('no reply')
  twilio.faults.push({ kind: 'server_error', status: 503 })
  const committed = await store.commit([
    turnDraft(second, { at: now.toString(), outbox: [{ ...reply, text: 'Oui ?' }] }),
  ])
  deliverer.soon(committed.done ? committed.outbox : [])
  await deliverer.idle()
  expect(await statesOf(first.line)).toEqual(['sent', 'uncertain'])
  await later(6_000)
  await later(6_000)
  expect(bodies()).toEqual(['Oui ?', 'Oui ?'])
  expect(await statesOf(first.line)).toEqual(['sent', 'sent'])
})

it('gives up visibly after six hours', async () => {
  twilio.faults.push(...Array.from({ length: 100 }, () => ({ kind: 'too_many' as const })))
  const { line, messages } = await say('Trop tard.')
  deliverer.soon(messages)
  await deliverer.idle()
  for (let hour = 0; hour < 7; hour++) await later(3_600_000)
  expect(await statesOf(line)).toEqual(['abandoned'])
})

it('looks up what a stopped process was sending', async () => {
  const { line, messages } = await say('À moitié.')
  const [message] = messages
  if (!message) throw new Error('no message')
  await store.outbox.claim(message, now.toString(), now.add({ seconds: 30 }).toString())
  await later(31_000)
  await later(6_000)
  await later(6_000)
  expect(bodies()).toEqual(['À moitié.'])
  expect(await statesOf(line)).toEqual(['sent'])
})
