import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomUUID } from 'node:crypto'
import pino from 'pino'
import { freshDatabase, type TestDatabase } from '../support/postgres.ts'
import { makeCore, type Core } from '../../src/core.ts'
import { makeInProcessLive } from '../../src/live/in-process.ts'
import { readFlowSet } from '../../src/flow-set.ts'
import { readSamples, seedSamples } from '../../src/store/sample.ts'
import { replay } from '../../src/turn/replay.ts'
import { actions } from '../../src/dialog/actions.ts'
import type { InboundEvent } from '../../src/conversation/event.ts'
import type { LineKey } from '../../src/conversation/line.ts'

const now = Temporal.Instant.from('2026-11-23T10:00:00+01:00')
const account = 'HEL-7KQ2M9'
let database: TestDatabase
let guarded: Core
let published: Core
beforeAll(async () => {
  database = await freshDatabase()
  await seedSamples(database.pool)
  const flows = await readFlowSet()
  const samples = await readSamples()
  const codes = new Map(samples.accounts.map((one) => [one.reference, one.verification.code]))
  const core = (known: Map<string, string> | null) =>
    makeCore({
      pool: database.pool,
      flows,
      clock: { now: () => now },
      log: pino({ level: 'silent' }),
      live: makeInProcessLive(),
      channels: {},
      codes: known,
      rehearsal: true,
    })
  guarded = core(null)
  published = core(codes)
  await Promise.all([guarded.ready, published.ready])
})
afterAll(async () => {
  await guarded.stop()
  await published.stop()
  await database.drop()
})

const call = (): LineKey => ({
  creditor: 'helia',
  channel: 'voice',
  ours: '+33162000000',
  theirs: randomUUID(),
})

function said(line: LineKey, text: string, more: Partial<InboundEvent> = {}): InboundEvent {
  return {
    source: 'test',
    id: randomUUID(),
    line,
    kind: 'message',
    text,
    confidence: null,
    language: 'fr',
    from: null,
    at: now.toString(),
    ...more,
  }
}

const words = (core: Core, event: InboundEvent) =>
  core.hub.answer(event, ({ replies }) => replies.map(({ text }) => text).join(' '))

async function proven(line: LineKey): Promise<void> {
  await words(published, said(line, 'bonjour', { account }))
  await words(published, said(line, '482913'))
}

describe('codes', () => {
  it('sends no more than the policy allows, however many ask at once', async () => {
    const reference = 'HEL-4TR8WC'
    await Promise.all(
      Array.from({ length: 12 }, () =>
        words(guarded, said(call(), 'bonjour', { account: reference })),
      ),
    )
    const { rows } = await database.pool.query(
      'select cardinality(sent) as sent from code_guard where account = $1',
      [reference],
    )
    expect(rows[0].sent).toBe(3)
  })

  it('locks after the misses the policy allows, however many guess at once', async () => {
    const reference = 'HEL-2MX6PD'
    const lines = [call(), call(), call()]
    for (const line of lines) await words(guarded, said(line, 'bonjour', { account: reference }))
    for (let wave = 0; wave < 3; wave++)
      await Promise.all(lines.map((line) => words(guarded, said(line, '000000'))))
    const { rows } = await database.pool.query(
      'select failures, locked_until from code_guard where account = $1',
      [reference],
    )
    expect(rows[0].failures).toBe(5)
    expect(rows[0].locked_until).not.toBeNull()
  })
})

describe('who is who', () => {
  it('lets nobody stay in a customer’s conversation who says it is not them', async () => {
    const line = call()
    await proven(line)
    const before = await published.store.load(line)
    await words(published, said(line, 'vous vous trompez de personne'))
    const after = await published.store.load(line)
    expect(after).toMatchObject({ customer: null, proof: null, candidate: null })
    expect(after?.conversation).not.toBe(before?.conversation)
    expect(await words(published, said(line, 'répétez'))).not.toContain('vérifié')
  })

  it('joins the lines of one person, and the journal of each reaches the same words', async () => {
    const lines = [call(), call()]
    for (const line of lines) await proven(line)
    const [one, two] = await Promise.all(lines.map((line) => published.store.load(line)))
    expect(two?.conversation).toBe(one?.conversation)
    for (const conversation of new Set(
      [one, two].flatMap((each) => (each ? [each.conversation, each.home] : [])),
    ))
      for await (const turn of replay({ store: published.store, actions }, 'helia', conversation))
        expect(turn.differs).toBeUndefined()
  })
})

it('says nothing to a STOP the provider already answered, and records it', async () => {
  const line = call()
  expect(await words(published, said(line, 'STOP', { optOut: 'stop' }))).toBe('')
  expect((await published.store.load(line))?.optedOut).toBe(true)
})

it('works what came in first before a call that is answered at once', async () => {
  const line = call()
  await proven(line)
  const sms: LineKey = {
    creditor: 'helia',
    channel: 'sms',
    ours: '+33162000001',
    theirs: '+33639980099',
  }
  await words(published, said(sms, 'bonjour', { account }))
  await words(published, said(sms, '482913'))
  const accepted = await published.hub.accept(said(sms, 'êtes-vous un robot ?'))
  await words(published, said(line, 'merci'))
  const turns = await published.hub.journal('helia', accepted.conversation)
  expect(turns?.slice(-2).map(({ heard }) => heard[0]?.text)).toEqual([
    'êtes-vous un robot ?',
    'merci',
  ])
})

it('gives the same answer to the byte to an event that comes many times at once', async () => {
  const event = said(call(), 'bonjour', { account })
  const answers = await Promise.all(
    [published, guarded, published].map((core) => words(core, event)),
  )
  expect(new Set(answers).size).toBe(1)
  expect(await words(guarded, event)).toBe(answers[0])
})
