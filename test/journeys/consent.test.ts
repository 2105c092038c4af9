import { afterAll, beforeAll, expect, it } from 'vitest'
import { doors, talkThrough } from './doors.ts'
import { people, startHubs, type Person, type Started } from './started.ts'

const [person] = people as [Person]
let hubs: Started
beforeAll(async () => {
  hubs = await startHubs()
}, 60_000)
afterAll(() => hubs[Symbol.asyncDispose]())

it(
  'STOP is confirmed once and kept, and who is in danger after it is still answered',
  { timeout: 60_000 },
  async () => {
    const sms = await doors.sms(hubs, person)
    const [stopped] = await talkThrough(hubs, sms, person, ['STOP'])
    expect(stopped).toMatch(/vous ne recevrez plus de SMS/)
    expect(hubs.twilio.taken).toHaveLength(1)
    const { rows } = await hubs.database.pool.query('select kind, theirs from consent')
    expect(rows).toEqual([{ kind: 'opt_out', theirs: person.phone }])

    const [care] = await talkThrough(hubs, sms, person, ['je veux mourir'])
    expect(care).toMatch(/3114/)
    expect(care).not.toMatch(/facture|€|pay|SMS|START/i)
    expect(hubs.twilio.taken).toHaveLength(2)
    const { rows: handoffs } = await hubs.database.pool.query('select priority from handoff')
    expect(handoffs).toEqual([{ priority: 'now' }])
  },
)
