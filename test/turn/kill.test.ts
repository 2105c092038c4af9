import { afterAll, beforeAll, expect, it } from 'vitest'
import { randomInt, randomUUID } from 'node:crypto'
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js'
import type { Pool } from 'pg'
import { joinEmbedded } from '../../src/store/embedded.ts'
import { openPool } from '../../src/store/pool.ts'
import { makeStore } from '../../src/store/store.ts'
import { journalTurns } from '../../src/turn/journal.ts'
import { startFakeTwilio, twilioAccount, twilioToken } from '../support/fake-twilio.ts'
import { freePort, startHub, type HubProcess } from '../support/hub-process.ts'
import { temporaryFolder } from '../support/embedded.ts'

const kills = 20
const customers = 8
const texts = [
  'bonjour',
  'c’est quoi la CTA ?',
  'je ne comprends pas',
  'merci',
  'êtes-vous un robot ?',
]

const folder = temporaryFolder()
let twilio: Awaited<ReturnType<typeof startFakeTwilio>>
let env: Record<string, string>
beforeAll(async () => {
  twilio = await startFakeTwilio()
  env = {
    DATA_DIR: folder.folder,
    PORT: String(await freePort()),
    TWILIO_API_URL: twilio.url,
    TWILIO_ACCOUNT_SID: twilioAccount,
    TWILIO_AUTH_TOKEN: twilioToken,
  }
})
afterAll(async () => {
  await twilio.close()
  folder.remove()
})

interface Sms {
  sid: string
  from: string
  text: string
}

/** Posts one SMS as Twilio does; true when the hub acknowledged it. */
async function post(address: string, sms: Sms): Promise<boolean> {
  const params = {
    MessageSid: sms.sid,
    AccountSid: twilioAccount,
    From: sms.from,
    To: '+33162000001',
    Body: sms.text,
    NumMedia: '0',
  }
  const url = `${address}/webhooks/twilio/sms`
  const signature = getExpectedTwilioSignature(twilioToken, url, params)
  try {
    const answer = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams(params),
      headers: { 'x-twilio-signature': signature },
    })
    await answer.text()
    return answer.status === 200
  } catch {
    return false
  }
}

/** One customer writes until the hub dies; what was not acknowledged is sent again to the next one. */
async function write(
  address: string,
  from: string,
  pending: Sms[],
  acknowledged: Set<string>,
): Promise<void> {
  for (let n = 0; ; n++) {
    const sms = pending[0] ?? {
      sid: `SM${randomUUID().replaceAll('-', '')}`,
      from,
      text: texts[randomInt(texts.length)] ?? '',
    }
    pending[0] = sms
    if (!(await post(address, sms))) return
    acknowledged.add(sms.sid)
    pending.length = 0
  }
}

async function until(holds: () => Promise<boolean>, ms: number): Promise<void> {
  const end = performance.now() + ms
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`not so after ${ms} ms: ${holds}`)
    await new Promise((done) => setTimeout(done, 250))
  }
}

const unsettled = async (pool: Pool): Promise<number> => {
  const { rows } = await pool.query(
    `select (select count(*) from outbox where state in ('waiting', 'sending', 'uncertain'))
          + (select count(*) from event where turn is null) as count`,
  )
  return Number(rows[0].count)
}

async function checkTurns(pool: Pool, acknowledged: Set<string>): Promise<void> {
  const { rows } = await pool.query<{ creditor: string; id: string }>(
    'select creditor, id from conversation',
  )
  const store = makeStore(pool, randomUUID)
  const heard = new Map<string, number>()
  for (const { creditor, id } of rows) {
    const turns = (await journalTurns(store, creditor, id)) ?? []
    for (const turn of turns) {
      expect(turn.verified).toBe(turn.hash)
      for (const event of turn.heard) heard.set(event.id, (heard.get(event.id) ?? 0) + 1)
    }
  }
  expect([...acknowledged].filter((sid) => heard.get(sid) !== 1)).toEqual([])
  expect([...heard].filter(([, times]) => times !== 1)).toEqual([])
}

async function checkReplies(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ provider_id: string | null; state: string }>(
    "select provider_id, state from outbox where channel = 'sms'",
  )
  const taken = twilio.taken.map(({ sid }) => sid)
  const ours = rows.filter(({ state }) => state === 'sent').map(({ provider_id: id }) => id)
  expect(new Set(ours).size).toBe(ours.length)
  expect([...ours].sort()).toEqual([...taken].sort())
  expect(rows.filter(({ state }) => !['sent', 'uncertain'].includes(state))).toEqual([])
}

it(
  `loses and doubles nothing when the hub is killed ${kills} times under load`,
  { timeout: 240_000 },
  async () => {
    const acknowledged = new Set<string>()
    const pending = Array.from({ length: customers }, (): Sms[] => [])
    for (let round = 0; round < kills; round++) {
      const hub: HubProcess = await startHub(env)
      // Some messages are taken and never answered: the kill finds them half-way.
      twilio.faults.push({ kind: 'hang_after_accept' })
      const writers = pending.map((mine, n) =>
        write(hub.address, `+336399800${10 + n}`, mine, acknowledged),
      )
      await new Promise((done) => setTimeout(done, randomInt(100, 900)))
      await hub.kill()
      await Promise.all(writers)
    }
    twilio.faults.length = 0
    const hub = await startHub(env)
    const server = await joinEmbedded({ dataDir: folder.folder, log: { info: () => {} } })
    const pool = openPool(server.url, { max: 2 })
    await until(async () => (await unsettled(pool)) === 0, 120_000)
    expect(acknowledged.size).toBeGreaterThan(kills)
    await checkTurns(pool, acknowledged)
    await checkReplies(pool)
    await pool.end()
    await server.stop()
    expect(await hub.stop()).toBe(0)
  },
)
