import { createHmac, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { LineKey } from '../../src/conversation/line.ts'
import { openPage, startSession } from '../support/chat-page.ts'
import { signedByTwilio, twilioAccount } from '../support/fake-twilio.ts'
import { ours, secret, type Person, type Started } from './started.ts'

/** A customer at one door: what is said comes back as the words that really left through it. */
export interface Door {
  line: LineKey
  say(text: string): Promise<string>
  leave(): Promise<void>
}

/** What the customer says, in order; `{code}` is the one they were sent. */
export const conversation = z
  .array(z.string())
  .parse(parse(readFileSync(join(import.meta.dirname, 'conversation.yaml'), 'utf8')))

export const doors = { sms: smsDoor, chat: chatDoor, voice: voiceDoor }

/** Says the lines one after the other; gives each answer. */
export async function talkThrough(hubs: Started, door: Door, person: Person, lines: string[]) {
  const replies: string[] = []
  const since = hubs.twilio.taken.length
  for (const line of lines) {
    const code = line.includes('{code}') ? await codeSentTo(hubs, person, since) : ''
    replies.push(await door.say(line.replace('{code}', code)))
    // Longer than a person takes to type, so that no limit on speed is met.
    hubs.clock.forward({ seconds: 20 })
  }
  return replies
}

/** The code that reaches the telephone of a person, after so many messages to anybody. */
function codeSentTo(hubs: Started, { phone }: Person, since = 0): Promise<string> {
  const codes = () =>
    hubs.twilio.taken
      .slice(since)
      .filter(({ to }) => to === phone)
      .flatMap(({ body }) => body.match(/\b\d{6}\b/) ?? [])
  return soon(hubs, smsLine(phone), async () => codes().at(-1) ?? null)
}

/** The fields of an SMS as Twilio posts them. */
export const smsFrom = (from: string, text: string, sid = newSid()) => ({
  MessageSid: sid,
  AccountSid: twilioAccount,
  From: from,
  To: ours.sms,
  Body: text,
  NumMedia: '0',
})

export const newSid = () => `SM${randomUUID().replaceAll('-', '')}`

/** Posts an SMS to a hub, signed over the address of that hub. */
export function postSms(address: string, params: Record<string, string>): Promise<Response> {
  const { url, payload, ...request } = signedByTwilio(`${address}/webhooks/twilio/sms`, params)
  return fetch(`${address}${url}`, { ...request, body: payload })
}

/** Resolves once `find` has a result; looks again whenever a hub has news of the line. */
function soon<T>(hubs: Started, line: LineKey, find: () => Promise<T | null>): Promise<T> {
  return new Promise<T>((done, failed) => {
    const look = () =>
      void find().then((found) => {
        if (found === null) return
        stops.forEach((stop) => stop())
        done(found)
      }, failed)
    const stops = hubs.apps.map(({ core }) => core.hub.watch(line, look))
    look()
  })
}

export const smsLine = (theirs: string): LineKey => ({
  creditor: 'helia',
  channel: 'sms',
  ours: ours.sms,
  theirs,
})

/** What was said to a line after an entry, once everything of the turn has left. */
export function answersAfter(hubs: Started, line: LineKey, after: number) {
  return soon(hubs, line, async () => {
    const entries = await hubs.app.core.hub.entries(line, after)
    const said = entries.filter(({ who }) => who !== 'customer')
    const left = said.every(({ state }) => state === 'sent' || state === 'delivered')
    return said.length > 0 && left ? said : null
  })
}

async function smsDoor(hubs: Started, { phone }: Person): Promise<Door> {
  const line = smsLine(phone)
  return {
    line,
    async say(text) {
      const { hub } = hubs.app.core
      const before = (await hub.entries(line, 0)).at(-1)?.entry ?? 0
      const sent = hubs.twilio.taken.length
      const answer = await postSms(hubs.app.address, smsFrom(phone, text))
      if (answer.status !== 200) throw new Error(`"${text}" was answered with ${answer.status}`)
      await answersAfter(hubs, line, before)
      const arrived = hubs.twilio.taken.slice(sent).filter(({ to }) => to === phone)
      return arrived.map(({ body }) => body).join('\n')
    },
    leave: async () => {},
  }
}

async function chatDoor({ app }: Started): Promise<Door> {
  const { address } = app
  const { session, token } = await startSession(address)
  const page = await openPage(address)
  page.say({ type: 'auth', token })
  await page.gets('ready')
  page.say({ type: 'resume', after: 0 })
  await page.gets('resumed')
  const said = () =>
    page.frames
      .filter(({ type }) => type === 'entry')
      .map(({ entry }) => entry as { who: string; text: string })
      .filter(({ who }) => who === 'bot')
  return {
    line: { creditor: 'helia', channel: 'chat', ours: ours.chat, theirs: session },
    async say(text) {
      const before = page.frames.filter(({ type }) => type === 'entry').length
      const known = said().length
      page.say({ type: 'message', clientMsgId: randomUUID(), text })
      // The customer's own words come back as an entry, then the answer.
      await page.gets('entry', before + 2)
      return said()
        .slice(known)
        .map((entry) => entry.text)
        .join('\n')
    },
    leave: () => page[Symbol.asyncDispose](),
  }
}

/** A request of a callbot platform, signed at the hub's time. */
export function signedTranscript(hubs: Started, body: string, at = hubs.clock.now()) {
  const time = Math.floor(at.epochMilliseconds / 1000)
  const signature = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')
  return {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-amiable-signature': `t=${time},v1=${signature}`,
    },
    body,
  }
}

/** One event of a call as a platform posts it. */
export const transcript = (hubs: Started, person: Person, callId: string, more: object) =>
  JSON.stringify({
    callId,
    eventId: randomUUID(),
    from: person.phone,
    to: ours.voice,
    language: 'fr-FR',
    occurredAt: hubs.clock.now().toString(),
    ...more,
  })

const spokenSchema = z.object({ say: z.array(z.object({ text: z.string() })) })

async function voiceDoor(hubs: Started, person: Person): Promise<Door> {
  const callId = randomUUID()
  const url = `${hubs.app.address}/webhooks/voice/transcript`
  const post = async (more: object) => {
    const body = transcript(hubs, person, callId, more)
    const response = await fetch(url, signedTranscript(hubs, body))
    if (response.status !== 200) throw new Error(`the call was answered with ${response.status}`)
    const { say } = spokenSchema.parse(await response.json())
    return say.map(({ text }) => text).join('\n')
  }
  await post({ type: 'call.started' })
  return {
    line: { creditor: 'helia', channel: 'voice', ours: ours.voice, theirs: callId },
    say: (text) => post({ type: 'utterance', text }),
    leave: async () => void (await post({ type: 'call.ended' })),
  }
}
