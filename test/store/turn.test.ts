import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomUUID } from 'node:crypto'
import { freshDatabase, type TestDatabase } from '../support/postgres.ts'
import { makeStore } from '../../src/store/store.ts'
import type { Store } from '../../src/conversation/store.ts'
import type { LineKey } from '../../src/conversation/line.ts'
import { at, message, seedAccount, smsLine, turnDraft } from '../support/turn-draft.ts'

const burst = { quietMs: 900, mostMs: 4000 }
let database: TestDatabase
let store: Store
beforeAll(async () => {
  database = await freshDatabase()
  await database.pool.query(seedAccount)
  store = makeStore(database.pool, randomUUID)
})
afterAll(() => database.drop())

const newLine = (): LineKey => ({
  ...smsLine,
  theirs: `+336399800${Math.floor(Math.random() * 1e9)}`,
})
const count = async (text: string, values: unknown[] = []) =>
  Number((await database.pool.query<{ count: string }>(text, values)).rows[0]?.count)

describe('opening a line', () => {
  it('makes one conversation of two first messages at once', async () => {
    const line = newLine()
    const opened = await Promise.all(
      Array.from({ length: 8 }, () => store.open(line, { from: null }, at)),
    )
    expect(new Set(opened.map(({ conversation }) => conversation)).size).toBe(1)
    expect(
      await count('select count(*) from conversation where id = $1', [opened[0]?.conversation]),
    ).toBe(1)
  })

  it('makes the owner of a number on file a candidate, not a proven person', async () => {
    const loaded = await store.open(smsLine, { from: '+33639980001' }, at)
    expect(loaded.candidate?.account).toMatchObject({ reference: 'HEL-7KQ2M9', dueCents: 15282 })
    expect(loaded.proof).toBeNull()
  })

  it('takes nobody for a candidate when a number belongs to two people', async () => {
    await database.pool
      .query(`insert into customer values ('helia', 'a', 'A', 'fr'), ('helia', 'b', 'B', 'fr');
      insert into contact values ('helia', 'a', 'phone', '+33639980050'), ('helia', 'b', 'phone', '+33639980050');
      insert into account values ('helia', 'HEL-A', 'a', 'EUR'), ('helia', 'HEL-B', 'b', 'EUR')`)
    const loaded = await store.open(
      { ...smsLine, theirs: '+33639980050' },
      { from: '+33639980050' },
      at,
    )
    expect(loaded.candidate).toBeNull()
  })
})

describe('accepting an event', () => {
  it('keeps the order received and waits out a burst, but not for ever', async () => {
    const loaded = await store.open(newLine(), { from: null }, at)
    const first = await store.accept(loaded, message('o1', 'un', loaded.line), burst, at)
    const later = '2026-11-21T09:00:03.5Z'
    const second = await store.accept(loaded, message('o2', 'deux', loaded.line), burst, later)
    expect(first).toMatchObject({ dueAt: '2026-11-21T09:00:00.900Z' })
    expect(second).toMatchObject({ dueAt: '2026-11-21T09:00:04.000Z' })
    const waiting = await store.waiting('helia', loaded.conversation)
    expect(waiting.map(({ event }) => event.text)).toEqual(['un', 'deux'])
  })

  it('takes the same event once, however often and however much at once it comes', async () => {
    const loaded = await store.open(newLine(), { from: null }, at)
    const event = message('same', 'encore', loaded.line)
    const results = await Promise.all(
      Array.from({ length: 10 }, () => store.accept(loaded, event, burst, at)),
    )
    expect(results.filter((result) => result === 'repeated')).toHaveLength(9)
    expect(await store.waiting('helia', loaded.conversation)).toHaveLength(1)
    expect(await store.repeated('helia', 'test', 'same')).toMatchObject({ answer: null })
  })
})

describe('committing a turn', () => {
  it('writes journal, state, answer and message together', async () => {
    const loaded = await store.open(newLine(), { from: null }, at)
    const event = message('v1', 'oui', loaded.line)
    const committed = await store.commit([
      turnDraft(loaded, { event: { event, answer: '{"ok":1}' } }),
    ])
    expect(committed).toMatchObject({
      done: true,
      turn: 1,
      outbox: [{ state: 'waiting', channel: 'sms' }],
    })
    expect((await store.repeated('helia', 'test', 'v1'))?.answer).toBe('{"ok":1}')
    expect((await store.load(loaded.line))?.turns).toBe(1)
    expect((await store.entries(loaded.line, 0)).map(({ who, text }) => [who, text])).toEqual([
      ['customer', 'oui'],
      ['bot', 'Bonjour.'],
    ])
  })

  it('writes nothing when the conversation moved on', async () => {
    const loaded = await store.open(newLine(), { from: null }, at)
    await store.commit([turnDraft(loaded)])
    expect(await store.commit([turnDraft(loaded)])).toEqual({ done: false })
    expect(
      await count('select count(*) from turn where conversation = $1', [loaded.conversation]),
    ).toBe(1)
    expect(
      await count('select count(*) from outbox where conversation = $1', [loaded.conversation]),
    ).toBe(1)
  })

  it('writes nothing when a message came in after the turn was decided', async () => {
    const loaded = await store.open(newLine(), { from: null }, at)
    await store.accept(loaded, message(randomUUID(), 'attendez', loaded.line), burst, at)
    expect(await store.commit([turnDraft(loaded)])).toEqual({ done: false })
  })

  it('rolls everything back when the event was here before', async () => {
    const loaded = await store.open(newLine(), { from: null }, at)
    const event = message(randomUUID(), 'oui', loaded.line)
    await store.commit([turnDraft(loaded, { event: { event, answer: 'first' } })])
    const again = await store.load(loaded.line)
    if (!again) throw new Error('the line is gone')
    expect(await store.commit([turnDraft(again, { event: { event, answer: 'second' } })])).toEqual({
      done: false,
    })
    expect((await store.load(loaded.line))?.turns).toBe(1)
  })

  it('lets only one of two turns about the same account commit, even on two lines', async () => {
    const lines = [newLine(), newLine()]
    const hint = { from: null, account: 'HEL-7KQ2M9' }
    const both = await Promise.all(lines.map((line) => store.open(line, hint, at)))
    const promise = (reference: string) => ({
      kind: 'commitment' as const,
      replaces: [],
      commitment: {
        kind: 'promise' as const,
        reference,
        state: 'confirmed' as const,
        cents: 6000,
        date: '2026-12-05',
        method: 'card' as const,
      },
    })
    const results = await Promise.all(
      both.map((loaded, n) =>
        store.commit([turnDraft(loaded, { effects: [promise(`P-RACE${n}`)] })]),
      ),
    )
    expect(results.filter(({ done }) => done)).toHaveLength(1)
    expect(await count("select count(*) from commitment where reference like 'P-RACE%'")).toBe(1)
  })

  it('moves a line to its customer’s conversation in the same commit, and back when unlinked', async () => {
    const own = await store.open(newLine(), { from: null, account: 'HEL-7KQ2M9' }, at)
    const line = newLine()
    const other = await store.open(line, { from: null, account: 'HEL-7KQ2M9' }, at)
    const theirs = await store.loadConversation(line, own.conversation)
    if (!theirs) throw new Error('no conversation to join')
    const proof = { customer: 'c1', account: 'HEL-7KQ2M9', until: '2026-11-21T09:30:00Z' }
    const drafts = [
      turnDraft(other, { outbox: [] }),
      turnDraft(theirs, { moveTo: own.conversation, effects: [{ kind: 'proof', proof }] }),
    ]
    expect(await store.commit(drafts)).toMatchObject({ done: true })
    const moved = await store.load(line)
    expect(moved).toMatchObject({
      conversation: own.conversation,
      home: other.conversation,
      proof: { customer: 'c1' },
    })
    if (!moved) throw new Error('the line is gone')
    await store.commit([
      turnDraft(moved, { effects: [{ kind: 'unlinked', words: 'ce n’est pas moi' }] }),
    ])
    expect(await store.load(line)).toMatchObject({
      conversation: other.conversation,
      proof: null,
      candidate: null,
    })
  })

  it('moves nothing when either conversation moved on', async () => {
    const own = await store.open(newLine(), { from: null }, at)
    const other = await store.open(newLine(), { from: null }, at)
    const theirs = await store.loadConversation(other.line, own.conversation)
    if (!theirs) throw new Error('no conversation to join')
    await store.commit([turnDraft(own)])
    expect(
      await store.commit([turnDraft(other), turnDraft(theirs, { moveTo: own.conversation })]),
    ).toEqual({ done: false })
    expect((await store.load(other.line))?.turns).toBe(0)
  })
})

describe('the journal', () => {
  it('is one hash chain that notices a changed byte', async () => {
    const loaded = await store.open(newLine(), { from: null }, at)
    await store.commit([turnDraft(loaded)])
    const next = await store.load(loaded.line)
    if (!next) throw new Error('the line is gone')
    await store.commit([turnDraft(next)])
    const rows = await store.journal('helia', loaded.conversation)
    expect(rows?.map(({ hash, verified }) => hash === verified)).toEqual([true, true])
    expect(rows?.[1]?.previous).toBe(rows?.[0]?.hash)
    await database.pool.query('alter table turn disable trigger turn_append_only')
    await database.pool.query(
      "update turn set texts = 'other' where conversation = $1 and turn = 1",
      [loaded.conversation],
    )
    await database.pool.query('alter table turn enable trigger turn_append_only')
    const changed = await store.journal('helia', loaded.conversation)
    expect(changed?.[0]?.verified).not.toBe(changed?.[0]?.hash)
  })

  it('cannot be changed or deleted', async () => {
    await expect(database.pool.query('update turn set hash = $1', ['x'])).rejects.toThrow(
      /append-only/,
    )
    await expect(database.pool.query('delete from turn')).rejects.toThrow(/append-only/)
  })

  it('cannot be read once its key is destroyed, and its chain still verifies', async () => {
    const loaded = await store.open(newLine(), { from: null }, at)
    await store.commit([turnDraft(loaded)])
    await database.pool.query('delete from seal_key where conversation = $1', [loaded.conversation])
    expect(await store.journal('helia', loaded.conversation)).toBeNull()
    const { rows } = await database.pool.query('select sealed from turn where conversation = $1', [
      loaded.conversation,
    ])
    expect(rows[0].sealed.toString('utf8')).not.toContain('heard')
  })
})

describe('the outbox', () => {
  const twoMessages = async () => {
    const loaded = await store.open(newLine(), { from: null }, at)
    const reply = turnDraft(loaded).outbox[0]
    if (!reply) throw new Error('no reply')
    const committed = await store.commit([
      turnDraft(loaded, { outbox: [reply, { ...reply, text: 'Encore.' }] }),
    ])
    if (!committed.done) throw new Error('not committed')
    const [first, second] = committed.outbox
    if (!first || !second) throw new Error('two messages expected')
    return { first, second, line: loaded.line }
  }
  const lease = '2026-11-21T09:00:30Z'

  it('keeps the order of a line: the second waits until the first is settled', async () => {
    const { first, second } = await twoMessages()
    expect(await store.outbox.claim(second, at, lease)).toBeNull()
    expect(await store.outbox.claim(first, at, lease)).toMatchObject({
      text: 'Bonjour.',
      attempts: 1,
    })
    expect(await store.outbox.claim(second, at, lease)).toBeNull()
    await store.outbox.mark(first, { state: 'sent', providerId: `SM${randomUUID()}` })
    expect(await store.outbox.claim(second, at, lease)).toMatchObject({ text: 'Encore.' })
  })

  it('lets one of two processes send a message', async () => {
    const { first } = await twoMessages()
    const claims = await Promise.all([1, 2, 3].map(() => store.outbox.claim(first, at, lease)))
    expect(claims.filter(Boolean)).toHaveLength(1)
  })

  it('calls a message uncertain when its sender stopped half-way', async () => {
    const { first } = await twoMessages()
    await store.outbox.claim(first, at, lease)
    expect(await store.outbox.expire('2026-11-21T09:00:29Z')).toBe(0)
    expect(await store.outbox.expire('2026-11-21T09:00:31Z')).toBeGreaterThan(0)
    const uncertain = await store.outbox.uncertain('2026-11-21T09:00:37Z', 100)
    expect(uncertain.map(({ seq }) => seq)).toContain(first.seq)
    expect(await store.outbox.claim(first, at, lease)).toBeNull()
  })

  it('takes a provider’s word forward only, by our id or theirs', async () => {
    const { first, line } = await twoMessages()
    await store.outbox.claim(first, at, lease)
    const report = (state: 'sent' | 'delivered' | 'failed', outbox: string | null) =>
      store.outbox.report({ outbox, providerId: `SM-${first.seq}`, state, error: null, at })
    const ours = `helia/${first.conversation}/${first.seq}`
    expect(await report('delivered', ours)).toEqual(line)
    expect(await report('sent', null)).toBeNull()
    expect(await report('failed', null)).toBeNull()
    expect((await store.entries(line, 0))[0]?.state).toBe('delivered')
  })

  it('ignores a report about nothing', async () => {
    expect(
      await store.outbox.report({
        outbox: "x'/../1",
        providerId: null,
        state: 'sent',
        error: null,
        at,
      }),
    ).toBeNull()
  })
})
