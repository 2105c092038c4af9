import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { Clock } from '../../conversation/clock.ts'
import type { LineKey } from '../../conversation/line.ts'

/** How long a token opens its session; a running page asks for a new one before. */
const tokenHours = 24

const sessionSchema = z.strictObject({
  session: z.string(),
  creditor: z.string(),
  ours: z.string(),
  /** The page it was given to: of no use on another one. */
  origin: z.string(),
  /** Unix seconds. */
  expires: z.int(),
})
type ChatSession = z.infer<typeof sessionSchema>

/** The line of a session: a chat session is an address. */
export function lineOf({ creditor, ours, session }: ChatSession): LineKey {
  return { creditor, channel: 'chat', ours, theirs: session }
}

/** A session as a token: its record and an HMAC-SHA256 over it, both base64url. */
export function signSession(
  secret: string,
  session: Omit<ChatSession, 'expires'>,
  clock: Clock,
): string {
  const expires = Math.floor(clock.now().epochMilliseconds / 1000) + tokenHours * 3600
  const record = Buffer.from(JSON.stringify({ ...session, expires })).toString('base64url')
  return `${record}.${mac(secret, record).toString('base64url')}`
}

/** The session of a token; null for a token that is not ours, has run out, or is another page's. */
export function readSession(
  secret: string,
  token: string,
  origin: string,
  clock: Clock,
): ChatSession | null {
  const [record = '', signature = ''] = token.split('.', 2)
  const given = Buffer.from(signature, 'base64url')
  const expected = mac(secret, record)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  const json: unknown = JSON.parse(Buffer.from(record, 'base64url').toString())
  const session = sessionSchema.safeParse(json).data
  if (!session || session.origin !== origin) return null
  return session.expires * 1000 > clock.now().epochMilliseconds ? session : null
}

function mac(secret: string, record: string): Buffer {
  return createHmac('sha256', secret).update(`chat session ${record}`).digest()
}

const ownHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

/**
 * True for a page that may open a chat: ours, or one the operator named. Compared exactly. Without a
 * public address only this machine's own pages are ours, so that no foreign name resolved to it is.
 */
export function isAllowedOrigin(
  origin: string | undefined,
  host: string | undefined,
  allowed: { publicUrl: string | null; origins: string[] },
): origin is string {
  if (!origin || origin === 'null') return false
  if (allowed.origins.includes(origin)) return true
  if (allowed.publicUrl) return origin === URL.parse(allowed.publicUrl)?.origin
  return host !== undefined && ownHost.test(host) && origin === `http://${host}`
}
