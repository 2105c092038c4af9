import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomUUID } from 'node:crypto'
import { doors, postSms, signedTranscript, smsFrom, transcript } from './doors.ts'
import { people, startHubs, type Person, type Started } from './started.ts'

const [person, stranger] = people as [Person, Person]
let hubs: Started
beforeAll(async () => {
  hubs = await startHubs()
}, 60_000)
afterAll(() => hubs[Symbol.asyncDispose]())

const events = async () => {
  const { rows } = await hubs.database.pool.query('select count(*)::int as count from event')
  return rows[0].count as number
}

/** What a door says to a request it refuses; nothing of it may be stored. */
async function refused(request: Promise<Response>) {
  const before = await events()
  const response = await request
  expect(response.headers.get('content-type')).toContain('application/problem+json')
  const { status, code } = (await response.json()) as { status: number; code: string }
  expect(status).toBe(response.status)
  expect(await events()).toBe(before)
  return `${status} ${code}`
}

describe('the door for calls', () => {
  const post = (init: RequestInit) => fetch(`${hubs.app.address}/webhooks/voice/transcript`, init)
  const said = () => transcript(hubs, person, randomUUID(), { type: 'utterance', text: 'allô' })

  it('refuses what was changed after it was signed', async () => {
    const { body, ...signed } = signedTranscript(hubs, said())
    expect(await refused(post({ ...signed, body: body.replace('allô', 'oui') }))).toBe(
      '403 bad_signature',
    )
  })

  it('refuses what was signed more than five minutes ago, or ahead', async () => {
    for (const minutes of [-6, 6]) {
      const at = hubs.clock.now().add({ minutes })
      expect(await refused(post(signedTranscript(hubs, said(), at)))).toBe('403 bad_signature')
    }
  })

  it('refuses what is signed and no JSON, or no event', async () => {
    for (const body of ['{"callId":', '{"type":"utterance"}', ''])
      expect(await refused(post(signedTranscript(hubs, body)))).toBe('400 bad_request')
  })

  it('refuses more than it would read', async () => {
    const body = JSON.stringify({ text: 'a'.repeat(70_000) })
    expect(await refused(post(signedTranscript(hubs, body)))).toBe('413 too_large')
  })
})

describe('the door for SMS', () => {
  it('refuses a signature of other words, or none', async () => {
    const url = `${hubs.app.address}/webhooks/twilio/sms`
    const body = new URLSearchParams(smsFrom(person.phone, 'bonjour'))
    for (const headers of [{}, { 'x-twilio-signature': 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=' }])
      expect(await refused(fetch(url, { method: 'POST', body, headers }))).toBe('403 bad_signature')
  })

  it('refuses more than it would read', async () => {
    const params = smsFrom(person.phone, 'a'.repeat(70_000))
    expect(await refused(postSms(hubs.app.address, params))).toBe('413 too_large')
  })
})

describe('the door of the creditor', () => {
  const post = (headers: Record<string, string>, body: string) =>
    fetch(`${hubs.app.address}/api/conversations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    })

  it('refuses a wrong token before it reads anything', async () => {
    expect(await refused(post({ authorization: 'Bearer wrong' }, '{}'))).toBe('401 unauthorized')
  })

  it('refuses a body that is no JSON', async () => {
    expect(await refused(post({}, '{"creditor":'))).toBe('400 bad_request')
  })
})

it(
  'a reference nobody has is answered in the words of one somebody has',
  { timeout: 60_000 },
  async () => {
    const talk = async (reference: string) => {
      const door = await doors.chat(hubs)
      const replies: string[] = []
      for (const words of [
        'Bonjour, je vous écris pour ma facture',
        reference,
        ...['111111', '222222', '333333', '444444', '555555', '666666'],
      ])
        replies.push(await door.say(words))
      await door.leave()
      return replies
    }
    const known = await talk(stranger.reference)
    expect(known[1]).toMatch(/si cette référence est celle d’un dossier/i)
    expect(await talk('HEL-ZZZZZ9')).toEqual(known)
  },
)
