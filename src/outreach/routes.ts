import { timingSafeEqual } from 'node:crypto'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Clock } from '../conversation/clock.ts'
import type { Creditor } from '../conversation/creditor.ts'
import type { Hub } from '../conversation/hub.ts'
import type { InboundEvent } from '../conversation/event.ts'
import { fail } from '../errors.ts'
import { holidaysOf } from '../conversation/holidays.ts'
import { nextInitiative } from '../rules/opening.ts'
import { rules } from '../rules/rules.ts'

export interface OutreachDeps {
  hub: Pick<Hub, 'accept'>
  clock: Clock
  /** Bearer token of the creditor's systems; null closes the door. */
  token: string | null
  creditorOf(id: string): Creditor | null
}

const bodySchema = z.strictObject({
  creditor: z.string().min(1),
  /** The account the conversation is about; it stays unspoken until the person is proven. */
  account: z.string().regex(/^[\x21-\x7e]{1,64}$/, '1 to 64 printable characters'),
  channel: z.literal('sms'),
  /** Their number in E.164. */
  to: z.string().regex(/^\+[1-9]\d{6,14}$/, 'a number in E.164 like +33639980001'),
})

/** `POST /api/conversations`: the creditor's system opens a conversation; the opener reveals nothing. */
export const outreachRoutes: FastifyPluginAsync<OutreachDeps> = async (app, deps) => {
  app.post('/api/conversations', { bodyLimit: 16_384 }, async (request, reply) => {
    authorize(request, deps.token)
    const key = idempotencyKey(request)
    const parsed = bodySchema.safeParse(request.body)
    if (!parsed.success) throw fail('bad_request', z.prettifyError(parsed.error))
    const opening = openingOf(deps, parsed.data, key)
    const { conversation, entry } = await deps.hub.accept(opening)
    const leavesAt = opening.notBefore ?? null
    return reply.code(202).send({ conversationId: conversation, event: entry, leavesAt })
  })
}

function authorize(request: FastifyRequest, token: string | null): void {
  if (!token) throw fail('door_closed', 'POST /api/conversations: no API_TOKEN')
  const given = Buffer.from(request.headers.authorization ?? '')
  const expected = Buffer.from(`Bearer ${token}`)
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw fail('unauthorized', 'the bearer token is missing or wrong')
}

function idempotencyKey(request: FastifyRequest): string {
  const key = request.headers['idempotency-key']
  if (typeof key === 'string' && /^[\x21-\x7e]{8,128}$/.test(key)) return key
  throw fail(
    'bad_request',
    `Idempotency-Key is "${String(key ?? '')}": expected 8 to 128 printable characters`,
  )
}

/** Out of the permitted hours it leaves when they begin; null: at once. */
function leavesAt(creditor: Creditor, now: Temporal.Instant): string | null {
  const here = now.toZonedDateTimeISO(creditor.zone)
  const { windows } = rules['FR-HOURS'].parameters
  const start = nextInitiative(here, windows, holidaysOf(creditor.holidays))
  return start.equals(here) ? null : start.toInstant().toString()
}

function openingOf(
  deps: OutreachDeps,
  body: z.infer<typeof bodySchema>,
  key: string,
): InboundEvent {
  const creditor = deps.creditorOf(body.creditor)
  const ours = creditor?.sms[0]
  if (!creditor || !ours)
    throw fail('bad_request', `creditor "${body.creditor}" is unknown or has no number for SMS`)
  const notBefore = leavesAt(creditor, deps.clock.now())
  return {
    source: 'api',
    ...(notBefore ? { notBefore } : {}),
    id: key,
    line: { creditor: creditor.id, channel: 'sms', ours, theirs: body.to },
    kind: 'opened',
    text: '',
    confidence: null,
    language: null,
    from: body.to,
    account: body.account,
    at: deps.clock.now().toString(),
  }
}
