import Fastify from 'fastify'
import { isAmiableError, errors } from '../../../src/errors.ts'
import { playgroundRoutes } from '../../../src/pages/playground/routes.ts'
import { helia, samples, script } from './sample.ts'
import { makeScriptedHub } from './scripted-hub.ts'

/** The page's routes on a real server before a scripted hub; `await using` stops it. */
export async function openPlayground({
  pages,
  widget = '',
}: { pages?: string; widget?: string } = {}) {
  const { hub, heard } = makeScriptedHub(script)
  const clock = { now: () => Temporal.Instant.from('2026-11-21T10:00:00Z') }
  const app = Fastify()
  app.setErrorHandler((error, _request, reply) =>
    reply
      .code(isAmiableError(error) ? errors[error.code].status : 500)
      .send({ code: isAmiableError(error) ? error.code : 'internal' }),
  )
  const log = app.log
  await app.register(playgroundRoutes, { hub, clock, creditor: helia, samples, log, pages })
  app.get('/widget.js', (_request, reply) => reply.type('text/javascript').send(widget))
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  return { app, address, heard, hub, [Symbol.asyncDispose]: () => app.close() }
}
