import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import type { Pool } from 'pg'
import type { Registry } from 'prom-client'
import { errors, isAmiableError, type ErrorCode } from './errors.ts'

export interface ServerDeps {
  log: Logger
  pool: Pool
}

/** Node cuts slow clients only where headersTimeout < requestTimeout; both in milliseconds. */
const timeouts = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  connectionsCheckingInterval: 2_000,
}

/** A Fastify instance with what every door shares: limits, problem+json errors, health and metrics. */
export async function makeServer({ log, pool }: ServerDeps): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new Fastify.LogController({ disableRequestLogging: true }),
    bodyLimit: 64 * 1024,
    requestTimeout: timeouts.requestTimeout,
    http: { connectionsCheckingInterval: timeouts.connectionsCheckingInterval },
    return503OnClosing: true,
  })
  app.server.headersTimeout = timeouts.headersTimeout
  app.setErrorHandler((error, request, reply) => {
    const code = codeOf(error)
    const { status, sentence } = errors[code]
    if (status >= 500) request.log.error({ err: error, code }, 'request failed')
    else request.log.info({ code, reason: messageOf(error) }, 'request refused')
    const detail = status < 500 && isAmiableError(error) ? { detail: error.message } : {}
    return reply
      .code(status)
      .type('application/problem+json')
      .send({
        type: `https://amiable.dev/errors/${code}`,
        title: sentence,
        status,
        code,
        ...detail,
      })
  })
  app.setNotFoundHandler((_request, reply) => {
    const { status, sentence } = errors.not_found
    return reply.code(status).type('application/problem+json').send({
      type: 'https://amiable.dev/errors/not_found',
      title: sentence,
      status,
      code: 'not_found',
    })
  })
  operatorRoutes(app, pool)
  return app
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

/** The registry's code of whatever was thrown; Fastify's own refusals keep their meaning. */
function codeOf(error: unknown): ErrorCode {
  if (isAmiableError(error)) return error.code
  const status = (error as { statusCode?: number }).statusCode
  if (status === 413) return 'too_large'
  if (status === 429) return 'too_many_requests'
  if (status && status >= 400 && status < 500) return 'bad_request'
  const postgres = (error as { code?: string }).code ?? ''
  if (/^(ECONN|08|57P)/.test(postgres)) return 'store_unavailable'
  return 'internal'
}

function operatorRoutes(app: FastifyInstance, pool: Pool): void {
  let metrics: Promise<Registry> | undefined
  app.get('/healthz', async () => ({ status: 'ok' }))
  app.get('/readyz', async () => {
    await pool.query('select 1')
    return { status: 'ready' }
  })
  app.get('/metrics', async (_request, reply) => {
    const registry = await (metrics ??= openMetrics())
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}

// The library is heavy, and many hubs are never asked.
async function openMetrics(): Promise<Registry> {
  const { collectDefaultMetrics, Registry } = await import('prom-client')
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return registry
}
