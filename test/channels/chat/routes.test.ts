import { randomUUID } from 'node:crypto'
import { writeFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { chatRoutes } from '../../../src/channels/chat/routes.ts'
import type { ChatDeps } from '../../../src/channels/chat/routes.ts'
import { systemClock } from '../../../src/conversation/clock.ts'
import type { LineKey } from '../../../src/conversation/line.ts'
import { openPage, startSession } from '../../support/chat-page.ts'
import { makeFakeHub } from '../../support/fake-hub.ts'
import { clockAt, creditorOf, openDoor } from '../open-door.ts'

const site = 'https://www.helia.example'

async function open(more: Partial<ChatDeps> = {}) {
  const hub = makeFakeHub()
  const app = openDoor()
  await app.register(chatRoutes, {
    hub,
    clock: systemClock,
    secret: 'chat-secret',
    publicUrl: null,
    origins: [site],
    creditorOf,
    newId: randomUUID,
    widgetFile: '/nowhere/widget.js',
    ...more,
  })
  const base = await app.listen({ port: 0, host: '127.0.0.1' })
  return { app, hub, base, [Symbol.asyncDispose]: () => app.close() }
}

/** A page that is let in, and its line. */
async function enter(base: string, token?: string) {
  const session = token ? null : await startSession(base)
  const page = await openPage(base)
  page.say({ type: 'auth', token: token ?? session?.token })
  await page.gets('ready')
  const theirs = session?.session ?? ''
  const line: LineKey = { creditor: 'helia', channel: 'chat', ours: 'helia', theirs }
  return Object.assign(page, { line, token: session?.token ?? '' })
}

const message = (n: number, text = `message ${n}`) => ({
  type: 'message',
  clientMsgId: `client-${n}`,
  text,
})
const texts = (page: { frames: Record<string, unknown>[] }) =>
  page.frames
    .filter(({ type }) => type === 'entry')
    .map(({ entry }) => (entry as { text: string }).text)

test('a message is acknowledged once it is held, and the same again gets the same answer', async () => {
  await using door = await open()
  await using page = await enter(door.base)
  const { line } = page
  page.say(message(1, 'bonjour'))
  expect(await page.gets('ack')).toEqual({ type: 'ack', clientMsgId: 'client-1', entry: 1 })
  page.say(message(1, 'bonjour'))
  expect(await page.gets('ack', 2)).toEqual({ type: 'ack', clientMsgId: 'client-1', entry: 1 })
  expect(door.hub.events).toMatchObject([
    { source: 'chat', id: `${line.theirs}/client-1`, line, kind: 'message', text: 'bonjour' },
  ])
})

test('what cannot be held is not acknowledged: the page is told to send it again', async () => {
  await using door = await open()
  await using page = await enter(door.base)
  door.hub.control.failing = true
  page.say(message(1))
  expect(await page.gets('error')).toEqual({
    type: 'error',
    code: 'try_later',
    clientMsgId: 'client-1',
  })
  door.hub.control.failing = false
  page.say(message(1))
  await page.gets('ack')
})

test('a page that comes back gets what it missed in order, then what is said from there on', async () => {
  await using door = await open()
  await using page = await enter(door.base)
  const { line } = page
  for (const text of ['a', 'b', 'c']) door.hub.say(line, text)
  page.say({ type: 'resume', after: 1 })
  expect(await page.gets('resumed')).toEqual({ type: 'resumed', after: 3 })
  expect(texts(page)).toEqual(['b', 'c'])
  door.hub.say(line, 'd', { options: [{ key: 'yes', label: 'oui' }] })
  expect(await page.gets('entry', 3)).toMatchObject({
    entry: { entry: 4, who: 'bot', text: 'd', options: [{ key: 'yes', label: 'oui' }] },
  })
})

test('two pages of a session see the same, each message under the id its page gave', async () => {
  await using door = await open()
  await using page = await enter(door.base)
  const { token } = page
  await using other = await enter(door.base, token)
  page.say({ type: 'resume', after: 0 })
  other.say({ type: 'resume', after: 0 })
  await Promise.all([page.gets('resumed'), other.gets('resumed')])
  page.say(message(1))
  expect(await other.gets('entry')).toMatchObject({ entry: { id: 'client-1', who: 'customer' } })
  expect(await page.gets('entry')).toEqual(await other.gets('entry'))
})

test('the conversation is opened once, in the language of the page', async () => {
  await using door = await open()
  await using page = await enter(door.base)
  page.say({ type: 'open', language: 'en' })
  page.say({ type: 'open', language: 'en' })
  page.say(message(1))
  await page.gets('ack')
  page.say({ type: 'open', language: 'fr' })
  page.say(message(2))
  await page.gets('ack', 2)
  expect(door.hub.events.map(({ kind }) => kind)).toEqual(['opened', 'message', 'message'])
  expect(door.hub.events[0]).toMatchObject({ language: 'en' })
})

test('says that it writes, but not for a person who took over', async () => {
  await using door = await open()
  await using page = await enter(door.base)
  const { line } = page
  page.say({ type: 'resume', after: 0 })
  page.say(message(1))
  await page.gets('typing')
  door.hub.say(line, 'Bonsoir, je m’appelle Nadia.', { who: 'advisor' })
  await page.gets('entry', 2)
  page.say(message(2))
  await page.gets('ack', 2)
  page.say(message(3))
  await page.gets('ack', 3)
  expect(page.frames.filter(({ type }) => type === 'typing')).toHaveLength(1)
})

test.each([
  ['a foreign page', 'https://evil.example'],
  ['a page without an origin', undefined],
  ['a page that hides its origin', 'null'],
  ['a name that only begins like ours', `${site}.evil.example`],
])('refuses %s before the upgrade and at the sessions', async (_case, origin) => {
  await using door = await open()
  const headers = origin ? { origin } : {}
  const socket = new WebSocket(`${door.base.replace('http', 'ws')}/chat`, { headers })
  const status = await new Promise((done) => {
    socket.on('unexpected-response', (_request, response) => done(response.statusCode))
    socket.on('open', () => done('open'))
    socket.on('error', () => {})
  })
  expect(status).toBe(403)
  const body = { creditor: 'helia' }
  const response = await door.app.inject({
    method: 'POST',
    url: '/chat/sessions',
    headers,
    payload: body,
  })
  expect([response.statusCode, response.json().code]).toEqual([403, 'forbidden'])
  expect(response.headers['access-control-allow-origin']).toBeUndefined()
})

test('lets sites in that the operator named, and names exactly them', async () => {
  await using door = await open()
  const preflight = await door.app.inject({
    method: 'OPTIONS',
    url: '/chat/sessions',
    headers: { origin: site },
  })
  expect(preflight.statusCode).toBe(204)
  expect(preflight.headers).toMatchObject({
    'access-control-allow-origin': site,
    vary: 'Origin',
    'access-control-allow-headers': 'content-type',
  })
  const { token } = await startSession(door.base, site)
  await using page = await openPage(door.base, site)
  page.say({ type: 'auth', token })
  await page.gets('ready')
})

test('with a public address only its own pages are ours, whatever Host says', async () => {
  await using door = await open({ publicUrl: 'https://hub.example.fr/' })
  const start = (headers: Record<string, string>) =>
    door.app.inject({
      method: 'POST',
      url: '/chat/sessions',
      headers,
      payload: { creditor: 'helia' },
    })
  expect((await start({ origin: 'https://hub.example.fr' })).statusCode).toBe(201)
  const own = { origin: 'http://127.0.0.1:1', host: '127.0.0.1:1' }
  expect((await start(own)).statusCode).toBe(403)
})

test('without a public address a foreign name resolved to this machine is not ours', async () => {
  await using door = await open()
  const response = await door.app.inject({
    method: 'POST',
    url: '/chat/sessions',
    headers: { origin: 'http://evil.example:3000', host: 'evil.example:3000' },
    payload: { creditor: 'helia' },
  })
  expect(response.statusCode).toBe(403)
})

test('a token holds for its page and its day, and keeps its session when renewed', async () => {
  await using door = await open({ clock: clockAt('2026-11-21T12:00:00Z') })
  const first = await startSession(door.base)
  const again = await startSession(door.base, door.base, { token: first.token })
  expect(again).toMatchObject({ session: first.session, renewed: true })
  const stranger = await startSession(door.base, door.base, { token: `${first.token}x` })
  expect(stranger.renewed).toBe(false)
  expect(stranger.session).not.toBe(first.session)
  const elsewhere = await openPage(door.base, site)
  elsewhere.say({ type: 'auth', token: first.token })
  expect(await elsewhere.closed()).toBe(4401)
  await using late = await open({ clock: clockAt('2026-11-22T12:00:00Z') })
  const page = await openPage(late.base)
  page.say({ type: 'auth', token: first.token })
  expect(await page.closed()).toBe(4401)
})

test.each([
  ['another frame first', JSON.stringify(message(1))],
  ['no JSON', 'hello'],
  ['a made-up token', JSON.stringify({ type: 'auth', token: 'a.b' })],
  ['an empty token', JSON.stringify({ type: 'auth', token: '' })],
])('a page that begins with %s is sent away', async (_case, frame) => {
  await using door = await open()
  const page = await openPage(door.base)
  page.say(frame)
  expect(await page.closed()).toBe(4401)
  expect(door.hub.events).toEqual([])
})

test('a page that says nothing is sent away after a while', async () => {
  await using door = await open({ limits: { authMs: 20 } })
  const page = await openPage(door.base)
  expect(await page.closed()).toBe(4408)
})

test('a page that answers no ping is gone', async () => {
  await using door = await open({ limits: { pingMs: 20 } })
  await using page = await enter(door.base)
  page.say({ type: 'resume', after: 0 })
  await page.gets('resumed')
  const gone = door.hub.unwatched()
  page.socket.pause()
  await gone
  page.socket.resume()
  await page.closed()
})

test('frames that are not ours are named as such and the talk goes on', async () => {
  await using door = await open()
  await using page = await enter(door.base)
  const bad = [
    'hello',
    '{}',
    '{"type":"message","clientMsgId":"x","text":"short id"}',
    JSON.stringify({ ...message(1), text: '' }),
    JSON.stringify({ ...message(1), text: 'a'.repeat(4001) }),
    '{"type":"resume","after":-1}',
    '{"__proto__":{"type":"message"}}',
  ]
  bad.forEach(page.say)
  page.socket.send(Buffer.from(JSON.stringify(message(1))), { binary: true })
  await page.gets('error', bad.length + 1)
  page.say(message(1, `a\0b\ud800`))
  await page.gets('ack')
  expect(door.hub.events).toMatchObject([{ text: 'ab\ufffd' }])
})

test('ten messages in ten seconds are a conversation, more are not, over all pages', async () => {
  await using door = await open({ clock: clockAt('2026-11-21T12:00:00Z') })
  await using page = await enter(door.base)
  const { token } = page
  await using other = await enter(door.base, token)
  for (let n = 1; n <= 10; n++) page.say(message(n))
  await page.gets('ack', 10)
  page.say(message(11))
  expect(await page.closed()).toBe(1008)
  other.say(message(12))
  expect(await other.closed()).toBe(1008)
  expect(door.hub.events).toHaveLength(10)
})

test('a frame too big, and a flood of frames, end the connection', async () => {
  await using door = await open({ clock: clockAt('2026-11-21T12:00:00Z') })
  await using big = await enter(door.base)
  big.say('a'.repeat(64 * 1024 + 1))
  expect(await big.closed()).toBe(1009)
  await using flood = await enter(door.base)
  for (let n = 0; n < 60; n++) flood.say('{}')
  expect(await flood.closed()).toBe(1008)
})

test('a session opens on five pages, not on six', async () => {
  await using door = await open()
  const { token } = await startSession(door.base)
  const pages = []
  for (let n = 0; n < 5; n++) pages.push(await enter(door.base, token))
  const sixth = await openPage(door.base)
  sixth.say({ type: 'auth', token })
  expect(await sixth.closed()).toBe(1013)
  const first = pages[0]!
  first.say({ type: 'resume', after: 0 })
  await first.gets('resumed')
  const gone = door.hub.unwatched()
  first.socket.close()
  await gone
  await enter(door.base, token)
})

test('one address starts twenty sessions a minute', async () => {
  await using door = await open({ clock: clockAt('2026-11-21T12:00:00Z') })
  const start = () =>
    door.app.inject({
      method: 'POST',
      url: '/chat/sessions',
      headers: { origin: site },
      payload: { creditor: 'helia' },
    })
  for (let n = 0; n < 20; n++) expect((await start()).statusCode).toBe(201)
  const refused = await start()
  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '60'])
})

test('a chat nobody has, a body that is none and one too large are refused', async () => {
  await using door = await open()
  const start = (payload: string) =>
    door.app.inject({
      method: 'POST',
      url: '/chat/sessions',
      headers: { origin: site, 'content-type': 'application/json' },
      payload,
    })
  expect((await start('{"creditor":"nobody"}')).statusCode).toBe(404)
  expect((await start('{"creditor":7}')).statusCode).toBe(400)
  expect((await start('{')).statusCode).toBe(400)
  expect((await start(`{"creditor":"${'a'.repeat(9000)}"}`)).statusCode).toBe(413)
})

test('a restart tells the pages to come back, and nothing stays behind', async () => {
  const door = await open()
  await using page = await enter(door.base)
  const { line } = page
  page.say({ type: 'resume', after: 0 })
  await page.gets('resumed')
  expect(door.hub.watched()).toBe(1)
  const closing = door.app.close()
  expect(await page.gets('restart')).toEqual({ type: 'restart', retryAfterMs: 2000 })
  expect(await page.closed()).toBe(1012)
  await closing
  expect(door.hub.watched()).toBe(0)
  door.hub.say(line, 'nobody hears this')
})

test('a database that is away while reading sends the page away to come back', async () => {
  await using door = await open()
  await using page = await enter(door.base)
  door.hub.control.failing = true
  page.say({ type: 'resume', after: 0 })
  expect(await page.closed()).toBe(1013)
})

test('the widget is served where it is built, and says how to build it where it is not', async () => {
  await using door = await open()
  const missing = await door.app.inject('/widget.js')
  expect([missing.statusCode, missing.body]).toEqual([
    503,
    '// The chat widget is not built: run `npm run prepare` once.\n',
  ])
  const folder = await mkdtemp(join(tmpdir(), 'widget-'))
  await writeFile(join(folder, 'widget.js'), 'hello()')
  await using built = await open({ widgetFile: join(folder, 'widget.js') })
  const served = await built.app.inject('/widget.js')
  expect([served.statusCode, served.headers['content-type'], served.body]).toEqual([
    200,
    'text/javascript; charset=utf-8',
    'hello()',
  ])
  await rm(folder, { recursive: true })
})
