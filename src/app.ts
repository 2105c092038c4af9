import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import type { Channel } from './conversation/channel.ts'
import type { ChannelName } from './conversation/line.ts'
import type { Database } from './database.ts'
import type { Environment, Secrets } from './config.ts'
import type { FlowSet } from './dialog/load.ts'
import type { Language } from './conversation/language.ts'
import type { Live } from './live/live.ts'
import type { Sample } from './conversation/sample.ts'
import { chatRoutes } from './channels/chat/routes.ts'
import { fail } from './errors.ts'
import { makeCore, type Core } from './core.ts'
import { makeInProcessLive } from './live/in-process.ts'
import { makeServer } from './server.ts'
import { makeSms } from './channels/sms/send.ts'
import { outreachRoutes } from './outreach/routes.ts'
import { playgroundRoutes } from './pages/playground/routes.ts'
import { projectRoot } from './flow-set.ts'
import { samplePhone } from './pages/playground/phone.ts'
import { renderText } from './dialog/render.ts'
import { sampleViews } from './store/sample.ts'
import { smsRoutes } from './channels/sms/routes.ts'
import { systemClock, type Clock } from './conversation/clock.ts'
import { voiceRoutes } from './channels/voice/routes.ts'

export interface AppDeps {
  env: Environment
  secrets: Secrets
  database: Database
  flows: FlowSet
  log: Logger
  /** Sample mode: accounts whose published codes pass the identity check. Null: codes are drawn. */
  samples: Sample | null
  clock?: Clock
}

export interface App {
  server: FastifyInstance
  core: Core
  /** Where the hub listens: `http://127.0.0.1:3000`. */
  address: string
  /** What start prints. */
  welcome: string[]
  close(): Promise<void>
}

/** Wires everything and listens. The one place that knows every room. */
export async function startApp(deps: AppDeps): Promise<App> {
  const { env, log, flows, database, samples } = deps
  const clock = deps.clock ?? systemClock
  const live = await makeLive(env, log)
  const core = makeCore({
    pool: database.pool,
    flows,
    clock,
    log,
    live,
    channels: channelsOf(deps),
    codes:
      samples && new Map(samples.accounts.map((one) => [one.reference, one.verification.code])),
  })
  const server = await makeServer({ log, pool: database.pool })
  const host = samples ? '127.0.0.1' : env.HOST
  const publicUrl = env.PUBLIC_URL ?? `http://127.0.0.1:${env.PORT}`
  await openDoors(server, deps, core, clock, publicUrl)
  await core.ready
  const address = await server.listen({ port: env.PORT, host })
  await core.startSweep().once()
  return {
    server,
    core,
    address,
    welcome: welcomeOf(address, samples !== null),
    close: () => closeAll(server, core, live),
  }
}

async function openDoors(
  server: FastifyInstance,
  deps: AppDeps,
  core: Core,
  clock: Clock,
  publicUrl: string,
) {
  const { hub } = core
  const { secrets, flows, env, samples, log } = deps
  const creditorOf = addressBook(flows)
  const list = (secret: string | null) => secret?.split(',').map((one) => one.trim()) ?? []
  await server.register(smsRoutes, {
    hub,
    clock,
    authTokens: list(secrets.twilioToken),
    publicUrl,
    creditorOf,
  })
  await server.register(voiceRoutes, {
    hub,
    clock,
    secrets: list(secrets.voice),
    creditorOf,
    unknownNumber: unknownNumber(flows),
  })
  await server.register(outreachRoutes, {
    hub,
    clock,
    token: secrets.api,
    creditorOf: (id) => flows.creditors.get(id) ?? null,
  })
  if (secrets.chat)
    await server.register(chatRoutes, {
      hub,
      clock,
      secret: secrets.chat,
      publicUrl: env.PUBLIC_URL ?? null,
      origins: env.CHAT_ORIGINS,
      creditorOf,
      newId: randomUUID,
      widgetFile: join(projectRoot, 'dist', 'pages', 'widget.js'),
    })
  else closedChat(server)
  if (!samples) return
  const creditor = flows.creditors.get(samples.creditor)
  if (!creditor)
    throw fail(
      'config_invalid',
      `the samples name creditor "${samples.creditor}", which has no folder`,
    )
  await server.register(playgroundRoutes, {
    hub,
    clock,
    log,
    creditor,
    samples: await sampleViews(samples),
  })
}

/** What a caller hears on a number nobody here owns. */
function unknownNumber(flows: FlowSet): Record<Language, string> {
  const [first] = flows.creditors.values()
  if (!first) throw fail('config_invalid', 'flows/creditors holds no creditor')
  const say = (language: Language) =>
    renderText(
      flows.of(first.id),
      'welcome',
      'unknown_number',
      {},
      {
        language,
        level: 'standard',
        channel: 'voice',
        zone: first.zone,
        today: Temporal.PlainDate.from('2000-01-01'),
      },
    )
  return { fr: say('fr'), en: say('en') }
}

function closedChat(server: FastifyInstance): void {
  const closed = async () => {
    throw fail('door_closed', 'the chat: no CHAT_SECRET')
  }
  for (const url of ['/chat', '/widget.js']) server.get(url, closed)
  server.post('/chat/sessions', closed)
}

/** Which creditor owns one of our addresses. */
function addressBook(flows: FlowSet): (channel: ChannelName, ours: string) => string | null {
  const book = new Map<string, string>()
  for (const creditor of flows.creditors.values())
    for (const channel of ['sms', 'voice', 'chat'] as const)
      for (const ours of creditor[channel]) book.set(`${channel} ${ours}`, creditor.id)
  return (channel, ours) => book.get(`${channel} ${ours}`) ?? null
}

/** Ways out to providers. In sample mode without Twilio, the phone is the one on the page. */
function channelsOf({
  env,
  secrets,
  samples,
  log,
  clock,
}: AppDeps): Partial<Record<ChannelName, Channel>> {
  const authToken = secrets.twilioToken?.split(',')[0]?.trim() ?? null
  if (env.TWILIO_ACCOUNT_SID || !samples)
    return {
      sms: makeSms({
        accountSid: env.TWILIO_ACCOUNT_SID ?? null,
        authToken,
        apiUrl: env.TWILIO_API_URL ?? null,
        // The provider cannot reach this machine; a local stand-in for it can.
        publicUrl: env.PUBLIC_URL ?? (env.TWILIO_API_URL ? `http://127.0.0.1:${env.PORT}` : null),
        clock: clock ?? systemClock,
        log,
      }),
    }
  return { sms: samplePhone }
}

// The client is heavy: it is loaded where there is a Redis.
async function makeLive(env: Environment, log: Logger): Promise<Live> {
  if (!env.REDIS_URL) return makeInProcessLive()
  const { makeRedisLive } = await import('./live/redis.ts')
  return makeRedisLive({ url: env.REDIS_URL, id: randomUUID(), chance: Math.random, log })
}

function welcomeOf(address: string, sample: boolean): string[] {
  if (!sample) return [`Amiable listens on ${address}`]
  return [
    '',
    `  Amiable is ready. Open ${address}/ and text as a customer.`,
    '  Sample mode: a fictional creditor, this machine only, nothing leaves it.',
    '',
  ]
}

async function closeAll(server: FastifyInstance, core: Core, live: Live): Promise<void> {
  await server.close()
  await core.stop()
  await live.close()
}
