import { join, resolve } from 'node:path'
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Hub } from '../../conversation/hub.ts'
import type { Language } from '../../conversation/language.ts'
import type { Log } from '../../conversation/log.ts'
import { languageOf } from '../../conversation/language.ts'
import { fail } from '../../errors.ts'
import type { Playground } from './events.ts'
import {
  callEvent,
  callSchema,
  lineOf,
  lineSchema,
  messageEvent,
  messageSchema,
  openEvent,
  openSchema,
  read,
} from './events.ts'
import type { AssetName } from './shell.ts'
import { assetNames, missingShell, pagePolicy, pageShell, readAsset } from './shell.ts'
import { sitePolicy, siteShell } from './site.ts'
import type { EntriesView, JournalView, SamplesView } from './views.ts'
import { makeChangeStreams } from './watch.ts'
import { whyOf } from './why.ts'

export interface PlaygroundDeps extends Playground {
  hub: Hub
  log: Pick<Log, 'warn'>
  /** Where the built pages are; `dist/pages` of the project where left out. */
  pages?: string
}

const builtPages = resolve(import.meta.dirname, '../../../dist/pages')

/**
 * The page on `/` where a newcomer plays a sample customer, and what it reads. It shows codes and
 * journals: register it in sample mode only.
 */
export const playgroundRoutes: FastifyPluginAsync<PlaygroundDeps> = async (app, deps) => {
  pageRoutes(app, deps)
  writeRoutes(app, deps)
  readRoutes(app, deps)
  watchRoute(app, deps)
}

function pageRoutes(app: FastifyInstance, deps: PlaygroundDeps): void {
  const folder = join(deps.pages ?? builtPages, 'playground')
  app.get('/', async (request, reply) => {
    const language = languageIn(request)
    html(reply, pagePolicy)
    if (await readAsset(folder, 'playground.js')) return pageShell(language)
    deps.log.warn({ folder }, 'pages are not built: run npm run prepare')
    return reply.code(503).send(missingShell(language))
  })
  app.get<{ Params: { name: string } }>('/playground/app/:name', async (request, reply) => {
    const { name } = request.params
    const known = assetNames.find((asset): asset is AssetName => asset === name)
    const asset = known && (await readAsset(folder, known))
    if (!asset) throw fail('not_found', `page file "${name}": expected ${assetNames.join(' or ')}`)
    reply.headers({
      etag: asset.etag,
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
    })
    if (request.headers['if-none-match'] === asset.etag) return reply.code(304).send()
    return reply.type(asset.type).send(asset.body)
  })
  app.get('/playground/site', async (request, reply) => {
    html(reply, sitePolicy)
    return siteShell(languageIn(request), deps.creditor)
  })
}

function writeRoutes(app: FastifyInstance, deps: PlaygroundDeps): void {
  app.post('/playground/message', async (request, reply) => {
    const event = messageEvent(deps, read(messageSchema, request.body))
    return reply.code(202).send(await deps.hub.accept(event))
  })
  app.post('/playground/open', async (request, reply) => {
    const event = openEvent(deps, read(openSchema, request.body))
    return reply.code(202).send(await deps.hub.accept(event))
  })
  app.post('/playground/call', async (request, reply) => {
    const event = callEvent(deps, read(callSchema, request.body))
    const answer = await deps.hub.answer(event, (turn) => JSON.stringify(turn))
    return reply.type('application/json; charset=utf-8').send(answer)
  })
}

function readRoutes(app: FastifyInstance, deps: PlaygroundDeps): void {
  const { creditor, hub } = deps
  app.get('/playground/samples', async (): Promise<SamplesView> => {
    const { brand, sms, voice, chat } = creditor
    const { samples } = deps
    return { brand, sms: first(sms), voice: first(voice), chat: first(chat), samples }
  })
  app.get('/playground/entries', async (request): Promise<EntriesView> => {
    const { channel, theirs, after } = read(lineSchema, request.query)
    return { entries: await hub.entries(lineOf(creditor, channel, theirs), after) }
  })
  app.get('/playground/journal', async (request): Promise<JournalView> => {
    const { channel, theirs } = read(lineSchema, request.query)
    const found = await hub.conversationOf(lineOf(creditor, channel, theirs))
    if (!found) return { conversation: null, owner: 'bot', verified: false, turns: [] }
    const turns = (await hub.journal(creditor.id, found.id)) ?? []
    const { id, owner, verified } = found
    return { conversation: id, owner, verified, turns: turns.map(whyOf) }
  })
}

function watchRoute(app: FastifyInstance, deps: PlaygroundDeps): void {
  const streams = makeChangeStreams()
  app.addHook('preClose', async () => streams.closeAll())
  app.get('/playground/watch', async (request, reply) => {
    const { channel, theirs } = read(lineSchema, request.query)
    const line = lineOf(deps.creditor, channel, theirs)
    streams.open(reply, (changed) => deps.hub.watch(line, changed))
    return reply
  })
}

function html(reply: FastifyReply, policy: string): void {
  reply.type('text/html; charset=utf-8').headers({
    'content-security-policy': policy,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  })
}

function languageIn(request: FastifyRequest): Language {
  const { language } = request.query as { language?: unknown }
  const asked = typeof language === 'string' ? language : request.headers['accept-language']
  return languageOf(asked, 'fr')
}

const first = (addresses: string[]): string | null => addresses[0] ?? null
