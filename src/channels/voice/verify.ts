import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../../conversation/clock.ts'

/** How far the sender's clock may be from ours, either way (seconds). */
const tolerance = 300

/**
 * True when `X-Amiable-Signature: t=<unix>,v1=<hex>` is an HMAC-SHA256 of `t.body` under one of our
 * secrets, not older and not further in the future than five minutes. Several `v1` may stand there
 * while a secret rotates. The scheme is Stripe's, with the future closed too.
 */
export function isSigned(
  secrets: string[],
  header: string | undefined,
  body: Buffer,
  clock: Clock,
): boolean {
  if (!header || header.length > 2048) return false
  let time = ''
  const signatures: string[] = []
  for (const part of header.split(',')) {
    const [name, value = ''] = part.trim().split('=', 2)
    if (name === 't') time = value
    if (name === 'v1') signatures.push(value)
  }
  if (!/^\d{1,12}$/.test(time)) return false
  const seconds = Math.floor(clock.now().epochMilliseconds / 1000)
  if (Math.abs(seconds - Number(time)) > tolerance) return false
  return secrets.some((secret) => {
    const expected = createHmac('sha256', secret).update(`${time}.`).update(body).digest()
    return signatures.some((signature) => equals(signature, expected))
  })
}

function equals(signature: string, expected: Buffer): boolean {
  const given = Buffer.from(signature, 'hex')
  return (
    signature.length === 2 * expected.length &&
    given.length === expected.length &&
    timingSafeEqual(given, expected)
  )
}
