import { createHash, timingSafeEqual } from 'node:crypto'
import { validateRequest } from 'twilio/lib/webhooks/webhooks.js'
import type { TwilioForm } from './parse.ts'

interface TwilioRequest {
  /** Exactly what Twilio called: PUBLIC_URL and the raw path and query. */
  url: string
  /** The `X-Twilio-Signature` header. */
  signature: string | undefined
  body: Buffer
  /** The body's parameters; null where the body is not a form, which Twilio signs by its hash. */
  form: TwilioForm | null
}

/**
 * True when one of our auth tokens (several while they rotate) signed this request.
 * The algorithm is Twilio's, from its SDK; a body that is no form is compared by SHA-256 of its bytes.
 */
export function isFromTwilio(tokens: string[], request: TwilioRequest): boolean {
  const { url, signature, form } = request
  if (!signature || (!form && !isHashedBody(request))) return false
  return tokens.some((token) => isSigned(token, signature, url, form ?? {}))
}

function isSigned(token: string, signature: string, url: string, form: TwilioForm): boolean {
  try {
    return validateRequest(token, signature, url, form)
  } catch {
    // The SDK throws on an address `new URL` cannot read: nothing Twilio could have called.
    return false
  }
}

function isHashedBody({ url, body }: TwilioRequest): boolean {
  const claimed = URL.parse(url)?.searchParams.get('bodySHA256')
  const actual = createHash('sha256').update(body).digest()
  const expected = Buffer.from(claimed ?? '', 'hex')
  return expected.length === actual.length && timingSafeEqual(expected, actual)
}
