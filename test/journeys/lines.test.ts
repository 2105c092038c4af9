import { afterAll, beforeAll, expect, it } from 'vitest'
import { doors, talkThrough, type Door } from './doors.ts'
import { people, startHubs, type Person, type Started } from './started.ts'

let hubs: Started
const [person] = people as [Person]
let chat: Door
let sms: Door
beforeAll(async () => {
  hubs = await startHubs()
  chat = await doors.chat(hubs)
  await talkThrough(hubs, chat, person, [
    'Bonjour, je vous écris pour ma facture',
    person.reference,
    '{code}',
    'je paie 60 euros le 5 décembre',
    'non',
    'par carte',
    'oui',
    'non merci',
  ])
  sms = await doors.sms(hubs, person)
}, 60_000)
afterAll(async () => {
  await chat.leave()
  await hubs[Symbol.asyncDispose]()
})

const conversationOf = async ({ line }: Door) => (await hubs.app.core.hub.conversationOf(line))?.id

it(
  'a telephone joins the conversation of the chat once it is proven',
  { timeout: 60_000 },
  async () => {
    const { rows } = await hubs.database.pool.query(
      'select kind, cents::int, date::text from commitment where account = $1',
      [person.reference],
    )
    expect(rows).toContainEqual({ kind: 'promise', cents: 6000, date: '2026-12-05' })

    const [greeted, proven, known] = await talkThrough(hubs, sms, person, [
      'Bonjour',
      '{code}',
      'je veux payer 60 euros le 8 décembre',
    ])
    expect(greeted).not.toMatch(/60|5 décembre|152|92/)
    expect(await conversationOf(sms)).toBe(await conversationOf(chat))
    expect(proven).toMatch(/vérifié/)
    expect(known).toMatch(/60 €[\s\S]*5 décembre/)
  },
)
