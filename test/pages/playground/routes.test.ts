import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openPlayground } from './open-playground.ts'

const id = '0b0e3c7e-6d0a-4c53-9d55-0d4a3a2b7c11'
const text = { line: 'sms', id, from: '+33639980001', text: 'bonjour' }
const line = 'channel=sms&theirs=%2B33639980001'

describe('playground routes', () => {
  it('hands a text over as an event that carries the id of the page', async () => {
    await using server = await openPlayground()
    const posted = await server.app.inject({
      method: 'POST',
      url: '/playground/message',
      payload: text,
    })
    expect(posted.statusCode).toBe(202)
    expect(server.heard).toEqual([
      {
        source: 'playground',
        id,
        line: { creditor: 'helia', channel: 'sms', ours: '+33162000001', theirs: '+33639980001' },
        kind: 'message',
        text: 'bonjour',
        confidence: null,
        language: null,
        from: '+33639980001',
        at: '2026-11-21T10:00:00Z',
      },
    ])
  })

  it('names the account when the creditor writes first, as a candidate', async () => {
    await using server = await openPlayground()
    const payload = { id, from: '+33639980006' }
    await server.app.inject({ method: 'POST', url: '/playground/open', payload })
    expect(server.heard).toMatchObject([{ kind: 'opened', account: 'HEL-8WQ4HS' }])
  })

  it.each([
    ['a number of no sample account', { ...text, from: '+33639980099' }],
    ['an id that is no uuid', { ...text, id: '1' }],
    ['an empty text', { ...text, text: ' ' }],
    ['a field nobody knows', { ...text, owner: 'me' }],
    ['another line', { ...text, line: 'chat' }],
  ])('refuses %s and commits nothing', async (_what, payload) => {
    await using server = await openPlayground()
    const answer = await server.app.inject({ method: 'POST', url: '/playground/message', payload })
    expect(answer.statusCode).toBe(400)
    expect(server.heard).toEqual([])
  })

  it('answers a call event with what is said', async () => {
    await using server = await openPlayground()
    const payload = { callId: id, eventId: id, from: text.from, type: 'call.started' }
    const answer = await server.app.inject({ method: 'POST', url: '/playground/call', payload })
    expect(answer.headers['content-type']).toContain('application/json')
    expect(answer.json()).toMatchObject({ turn: 1, hangup: false, transfer: null })
    expect(server.heard).toMatchObject([{ kind: 'call_started', line: { theirs: id } }])
  })

  it('says why without the code, its hash or its salt', async () => {
    await using server = await openPlayground()
    const { app } = server
    await app.inject({ method: 'POST', url: '/playground/message', payload: text })
    const journal = await app.inject(`/playground/journal?${line}`)
    expect(journal.json().turns).toMatchObject([
      {
        turn: 1,
        heard: [{ id, kind: 'message', text: 'bonjour' }],
        understood: { intents: ['greet', 'why_higher'] },
        effects: [{ kind: 'challenge', to: 'email' }],
      },
    ])
    expect(journal.body).not.toMatch(/482911|482913|hash-of|salt-of|drawn-salt|example\.org/)
  })

  it('hides a code typed by the customer among the commands', async () => {
    await using server = await openPlayground()
    const payload = { ...text, text: '482911' }
    await server.app.inject({ method: 'POST', url: '/playground/message', payload })
    const journal = await server.app.inject(`/playground/journal?${line}`)
    expect(journal.json().turns[0].understood.commands).toEqual([{ fill: 'code', code: '••••••' }])
  })

  it('knows no conversation where nobody wrote yet', async () => {
    await using server = await openPlayground()
    const journal = await server.app.inject(`/playground/journal?${line}`)
    expect(journal.json()).toEqual({ conversation: null, owner: 'bot', verified: false, turns: [] })
  })

  it('tells a watcher when its line changed, and lets go of it at the stop', async () => {
    const server = await openPlayground()
    const stream = await fetch(`${server.address}/playground/watch?${line}`)
    const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader()
    expect((await reader.read()).value).toContain('event: changed')
    await server.app.inject({ method: 'POST', url: '/playground/message', payload: text })
    expect((await reader.read()).value).toContain('event: changed')
    await server.app.close()
    while (!(await reader.read()).done);
    expect(stream.headers.get('content-type')).toBe('text/event-stream')
  })

  it('says how to build the pages where they are not built', async () => {
    await using server = await openPlayground({ pages: join(tmpdir(), 'no-such-pages') })
    const page = await server.app.inject('/')
    expect(page.statusCode).toBe(503)
    expect(page.body).toContain('npm run prepare')
  })

  it.each(['package.json', '..%2f..%2f..%2fpackage.json', 'playground.js.map'])(
    'serves no file but its own: %s',
    async (name) => {
      await using server = await openPlayground()
      expect((await server.app.inject(`/playground/app/${name}`)).statusCode).toBe(404)
    },
  )

  it('puts the chat widget on a made-up site of the creditor', async () => {
    await using server = await openPlayground()
    const site = await server.app.inject('/playground/site?language=en')
    expect(site.body).toContain('<script src="/widget.js"')
    expect(site.headers['content-security-policy']).toContain("frame-ancestors 'self'")
  })
})
