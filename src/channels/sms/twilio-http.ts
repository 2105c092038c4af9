import type { Twilio } from 'twilio'
import type { Clock } from '../../conversation/clock.ts'

type HttpClient = NonNullable<NonNullable<ConstructorParameters<typeof Twilio>[2]>['httpClient']>
type Request = Parameters<HttpClient['request']>[0]

const longestWaitMs = 5 * 60_000

/** Twilio asked us to slow down; `afterMs` is its own wish, capped at five minutes. */
export interface TooMany extends Error {
  name: 'TooMany'
  afterMs: number | undefined
}

/**
 * The HTTP side of Twilio's SDK over `fetch`: one deadline for the whole exchange (a slow answer
 * included), no redirects, and another host than Twilio's own where `apiUrl` names one.
 */
export function makeTwilioHttp(apiUrl: string | null, timeoutMs: number, clock: Clock): HttpClient {
  const request = async (asked: Request) => {
    const response = await fetch(address(asked, apiUrl), {
      method: asked.method.toUpperCase(),
      headers: headersOf(asked),
      body: asked.data ? formOf(asked.data) : undefined,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    })
    if (response.status === 429) throw tooMany(response.headers.get('retry-after'), clock)
    const body = await response.text()
    return { statusCode: response.status, body, headers: Object.fromEntries(response.headers) }
  }
  // The SDK types its own class here and calls nothing but `request`.
  return { request } as unknown as HttpClient
}

function address(asked: Request, apiUrl: string | null): URL {
  const url = new URL(asked.uri)
  for (const [name, value] of formOf(asked.params ?? {})) url.searchParams.append(name, value)
  return apiUrl ? new URL(url.pathname + url.search, apiUrl) : url
}

function headersOf({ headers, username, password }: Request): Record<string, string> {
  const basic = Buffer.from(`${username}:${password}`).toString('base64')
  return { ...(headers as Record<string, string>), Authorization: `Basic ${basic}` }
}

function formOf(fields: object): URLSearchParams {
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) if (one !== undefined) form.append(name, String(one))
  }
  return form
}

/** `Retry-After` is a number of seconds or an HTTP date (RFC 9110, 10.2.3). */
function tooMany(retryAfter: string | null, clock: Clock): TooMany {
  const seconds = Number(retryAfter || Number.NaN)
  const until = Date.parse(retryAfter ?? '') - clock.now().epochMilliseconds
  const asked = Number.isNaN(seconds) ? until : seconds * 1000
  const afterMs = Number.isNaN(asked) ? undefined : Math.min(Math.max(asked, 0), longestWaitMs)
  return Object.assign(new Error('too many requests'), { name: 'TooMany' as const, afterMs })
}
