import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomUUID } from 'node:crypto'
import { actions } from '../../src/dialog/actions.ts'
import { makeStore } from '../../src/store/store.ts'
import { replay } from '../../src/turn/replay.ts'
import { conversation, doors, talkThrough, type Door } from './doors.ts'
import { people, startHubs, type Person, type Started } from './started.ts'

/** How each customer gets to the question for the code: a chat knows no number, so it asks who it is. */
const arrivals: Record<keyof typeof doors, (person: Person) => string[]> = {
  sms: () => ['Bonjour, je vous écris pour ma facture'],
  chat: ({ reference }) => ['Bonjour, je vous écris pour ma facture', reference],
  voice: () => ['Bonjour, je vous appelle pour ma facture'],
}

const names = ['sms', 'chat', 'voice'] as const
let hubs: Started
beforeAll(async () => {
  hubs = await startHubs()
}, 60_000)
afterAll(() => hubs[Symbol.asyncDispose]())

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ').replace(/’/g, "'")

describe.each(names.map((name, n) => ({ name, person: people[n] as Person })))(
  'the same words by $name',
  { timeout: 60_000 },
  ({ name, person }) => {
    let door: Door
    let replies: string[]
    beforeAll(async () => {
      door = await doors[name](hubs, person)
      replies = await talkThrough(hubs, door, person, [...arrivals[name](person), ...conversation])
    }, 60_000)
    afterAll(() => door.leave())

    it('say nothing of the debt before the code, and the amount right after it', () => {
      const proof = arrivals[name](person).length
      for (const reply of replies.slice(0, proof)) expect(plain(reply)).not.toMatch(/152|82 €/)
      expect(plain(replies[proof] ?? '')).toContain('152,82 €')
    })

    it('offer each choice once', () => {
      for (const reply of replies.map(plain))
        for (const [choice] of reply.matchAll(/\b[1-9] [a-zéè' ]{4,}/g))
          expect(reply.split(choice).length, reply).toBeLessThanOrEqual(2)
    })

    it('get the difference to the bill before, to the cent', () => {
      expect(plain(replies.at(-5) ?? '')).toContain('32,72 €')
    })

    it('have everything read back before the yes that records it', () => {
      const readBack = plain(replies.at(-3) ?? '')
      for (const part of ['60 €', '5 décembre', '30,94 €', '11 janvier', '10 février', '10 mars'])
        expect(readBack).toContain(part)
      expect(replies.at(-2)).toMatch(/enregistré/)
    })

    it('reach the promise and the plan', async () => {
      const { rows } = await hubs.database.pool.query(
        `select kind, state, cents::int, date::text, instalments from commitment
         where account = $1 order by kind`,
        [person.reference],
      )
      expect(rows).toEqual([
        {
          kind: 'plan',
          state: 'confirmed',
          cents: 9282,
          date: '2027-01-11',
          instalments: [
            { cents: 3094, date: '2027-01-11' },
            { cents: 3094, date: '2027-02-10' },
            { cents: 3094, date: '2027-03-10' },
          ],
        },
        expect.objectContaining({
          kind: 'promise',
          state: 'confirmed',
          cents: 6000,
          date: '2026-12-05',
        }),
      ])
    })

    it('leave an open hand-off with the time a person was promised', async () => {
      const found = await hubs.app.core.hub.conversationOf(door.line)
      const { rows } = await hubs.database.pool.query(
        'select closed_at, promised_by from handoff where conversation = $1',
        [found?.id],
      )
      expect(rows).toEqual([{ closed_at: null, promised_by: expect.any(String) }])
      const promised = Temporal.Instant.from(rows[0].promised_by)
      expect(Temporal.Instant.compare(promised, hubs.clock.now())).toBe(1)
      expect(found?.owner).toBe('queue')
      expect(plain(replies.at(-1) ?? '')).toMatch(/une personne vous répond au plus tard/i)
    })

    it('are reached again from the journal', async () => {
      const found = await hubs.app.core.hub.conversationOf(door.line)
      const store = makeStore(hubs.database.pool, randomUUID)
      const again: string[] = []
      for await (const turn of replay({ store, actions }, 'helia', found?.id ?? '')) {
        expect(turn.differs).toBeUndefined()
        again.push(...turn.words)
      }
      expect(again).toContain(replies.at(-2))
    })
  },
)
