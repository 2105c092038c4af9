import pino from 'pino'
import type { Clock } from '../../src/conversation/clock.ts'
import type { Sample } from '../../src/conversation/sample.ts'
import { developmentSecret, readEnvironment, secretsOf } from '../../src/config.ts'
import { readFlowSet } from '../../src/flow-set.ts'
import { readSamples, seedSamples } from '../../src/store/sample.ts'
import { startApp, type App } from '../../src/app.ts'
import { freePort } from '../support/hub-process.ts'
import { freshDatabase, type TestDatabase } from '../support/postgres.ts'
import { startFakeTwilio, twilioAccount, twilioToken } from '../support/fake-twilio.ts'

export const secret = developmentSecret
export const ours = { sms: '+33162000001', voice: '+33162000000', chat: 'helia' } as const

/** One person of the journeys: owes what Madame Diallo owes, for the same bill. */
export interface Person {
  reference: string
  phone: string
}

export const people = ['HEL-D22222', 'HEL-D33333', 'HEL-D44444', 'HEL-D55555', 'HEL-D66666'].map(
  (reference, n): Person => ({ reference, phone: `+3363998001${n}` }),
)

/** A clock that stands where it is put. */
function settableClock(start: string) {
  let at = Temporal.Instant.from(start)
  return {
    now: () => at,
    forward(duration: Temporal.DurationLike) {
      at = at.add(duration)
    },
  }
}

export interface Started {
  apps: App[]
  /** The first app; most journeys need no other. */
  app: App
  database: TestDatabase
  twilio: Awaited<ReturnType<typeof startFakeTwilio>>
  clock: ReturnType<typeof settableClock>
  [Symbol.asyncDispose](): Promise<void>
}

/** The hub as `npm start` runs it, `instances` times on one database, with Twilio played by a stand-in. */
export async function startHubs(instances = 1): Promise<Started> {
  const [database, twilio] = await Promise.all([freshDatabase(), startFakeTwilio()])
  await seedSamples(database.pool)
  await copyFirstSample(database)
  const clock = settableClock('2026-11-21T10:00:00+01:00')
  const apps: App[] = []
  for (let n = 0; n < instances; n++) apps.push(await startOne(database, twilio.url, clock))
  const [app] = apps
  if (!app) throw new Error('journeys need at least one hub')
  return {
    apps,
    app,
    database,
    twilio,
    clock,
    async [Symbol.asyncDispose]() {
      for (const one of apps) await one.close()
      await twilio.close()
      await database.drop()
    },
  }
}

async function startOne(database: TestDatabase, twilioUrl: string, clock: Clock): Promise<App> {
  const samples = await readSamples()
  const [first] = samples.accounts
  if (!first) throw new Error('there is no sample account')
  const copies = people.map((person) => ({ ...first, ...person }))
  const settings = {
    TWILIO_ACCOUNT_SID: twilioAccount,
    TWILIO_AUTH_TOKEN: twilioToken,
    TWILIO_API_URL: twilioUrl,
  }
  return start(database, clock, settings, {
    ...samples,
    accounts: [...samples.accounts, ...copies],
  })
}

async function start(
  database: TestDatabase,
  clock: Clock,
  settings: Record<string, string>,
  samples: Sample,
): Promise<App> {
  const env = readEnvironment({ PORT: String(await freePort()), ...settings })
  return startApp({
    env,
    secrets: secretsOf(env, true),
    database: { ...database, sample: true, close: async () => {} },
    flows: await readFlowSet(),
    log: pino({ level: 'error' }),
    samples,
    clock,
  })
}

/** The hub of a newcomer: the sample accounts, and no provider. */
export async function startSampleHub() {
  const database = await freshDatabase()
  await seedSamples(database.pool)
  const clock = settableClock('2026-11-21T10:00:00+01:00')
  const app = await start(database, clock, {}, await readSamples())
  const close = async () => {
    await app.close()
    await database.drop()
  }
  return { app, database, clock, close }
}

async function copyFirstSample({ pool }: TestDatabase): Promise<void> {
  await pool.query(
    `with one as (select * from unnest($1::text[], $2::text[]) as one (reference, phone)),
     first as (select * from account where reference = 'HEL-7KQ2M9'),
     who as (insert into customer (creditor, id, name, language)
             select creditor, one.reference, 'Madame Diallo', 'fr' from first, one),
     phones as (insert into contact (creditor, customer, kind, address)
                select creditor, one.reference, 'phone', one.phone from first, one),
     owed as (insert into account (creditor, reference, customer, currency)
              select creditor, one.reference, one.reference, currency from first, one),
     bills as (insert into bill (creditor, number, account, issued, body)
               select b.creditor, b.number || one.reference, one.reference, b.issued, b.body
               from bill b, one where b.account = 'HEL-7KQ2M9')
     insert into payment (creditor, id, account, cents, date, method)
     select p.creditor, p.id || one.reference, one.reference, p.cents, p.date, p.method
     from payment p, one where p.account = 'HEL-7KQ2M9'`,
    [people.map(({ reference }) => reference), people.map(({ phone }) => phone)],
  )
}
