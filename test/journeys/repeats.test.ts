import { afterAll, beforeAll, expect, it } from 'vitest'
import { randomUUID } from 'node:crypto'
import {
  answersAfter,
  newSid,
  postSms,
  signedTranscript,
  smsFrom,
  smsLine,
  transcript,
} from './doors.ts'
import { people, secret, startHubs, type Person, type Started } from './started.ts'

const times = 20
const [caller, writer, opened] = people as [Person, Person, Person]

let hubs: Started
beforeAll(async () => {
  hubs = await startHubs(2)
}, 60_000)
afterAll(() => hubs[Symbol.asyncDispose]())

const textsTo = ({ phone }: Person) =>
  hubs.twilio.taken.filter(({ to }) => to === phone).map(({ body }) => body)

/** The same request to both hubs in turn, all under way at once; each answer with its bytes. */
const atOnce = (send: (address: string) => Promise<Response>) =>
  Promise.all(
    Array.from({ length: times }, async (_, n) => {
      const response = await send(hubs.apps[n % hubs.apps.length]?.address ?? '')
      return `${response.status} ${await response.text()}`
    }),
  )

const turnsOf = async (line: Parameters<Started['app']['core']['hub']['conversationOf']>[0]) => {
  const { hub } = hubs.app.core
  const found = await hub.conversationOf(line)
  return (await hub.journal('helia', found?.id ?? '')) ?? []
}

it('an SMS that comes twenty times at once to two hubs is one turn and one answer', async () => {
  const params = smsFrom(writer.phone, 'Bonjour', newSid())
  const answers = await atOnce((address) => postSms(address, params))
  expect(new Set(answers).size).toBe(1)
  expect(answers[0]).toMatch(/^200 <\?xml/)

  const line = smsLine(writer.phone)
  const said = await answersAfter(hubs, line, 0)
  expect((await turnsOf(line)).map(({ heard }) => heard.map(({ id }) => id))).toEqual([
    [params.MessageSid],
  ])
  expect(textsTo(writer)).toEqual(said.map(({ text }) => text))

  const later = await postSms(hubs.apps[1]?.address ?? '', params)
  expect(`${later.status} ${await later.text()}`).toBe(answers[0])
  expect(await turnsOf(line)).toHaveLength(1)
})

it('words of a call that come twenty times at once to two hubs get the same bytes', async () => {
  const callId = randomUUID()
  const post = (body: string) => (address: string) =>
    fetch(`${address}/webhooks/voice/transcript`, signedTranscript(hubs, body))
  const started = await atOnce(post(transcript(hubs, caller, callId, { type: 'call.started' })))
  const said = transcript(hubs, caller, callId, { type: 'utterance', text: 'ma facture' })
  const answers = await atOnce(post(said))
  for (const all of [started, answers]) expect(new Set(all).size).toBe(1)
  expect(JSON.parse(answers[0]?.replace(/^200 /, '') ?? '')).toMatchObject({ turn: 2 })
  const line = {
    creditor: 'helia',
    channel: 'voice',
    ours: '+33162000000',
    theirs: callId,
  } as const
  expect(await turnsOf(line)).toHaveLength(2)
})

it('a conversation opened twice under one key is one opener, with nothing of a debt in it', async () => {
  // The first day an opener may leave: the clock stands on a Saturday.
  hubs.clock.forward({ hours: 48 })
  const key = randomUUID()
  const open = (address: string) =>
    fetch(`${address}/api/conversations`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${secret}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify({
        creditor: 'helia',
        account: opened.reference,
        channel: 'sms',
        to: opened.phone,
      }),
    })
  const answers = await atOnce(open)
  expect(new Set(answers).size).toBe(1)
  expect(answers[0]).toMatch(/^202 /)

  await answersAfter(hubs, smsLine(opened.phone), 0)
  const arrived = hubs.twilio.taken.filter(({ to }) => to === opened.phone)
  expect(arrived).toHaveLength(1)
  expect(arrived[0]?.body).toMatch(/Madame Diallo[\s\S]*STOP/)
  expect(arrived[0]?.body).not.toMatch(/facture|impay|dette|dû|retard|pay|régl|€|152|HEL-/i)
})
