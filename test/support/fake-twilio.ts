import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js'

export const twilioAccount = 'AC00000000000000000000000000000000'
export const twilioToken = '12345'

/** What the next calls meet, one each; after them Twilio works again. */
export type TwilioFault =
  | { kind: 'too_many'; retryAfter?: string }
  | { kind: 'server_error'; status: number }
  | { kind: 'refused'; code: number; status?: number }
  /** Takes the message, then drops the connection: the sender cannot know. */
  | { kind: 'reset_after_accept' }
  /** Takes the message and never answers. */
  | { kind: 'hang_after_accept' }
  /** Takes the message and answers with a page of HTML. */
  | { kind: 'html' }
  /** Takes the message and answers with half a JSON. */
  | { kind: 'truncated' }

export interface TakenMessage {
  sid: string
  to: string
  from: string
  body: string
  statusCallback: string | null
  created: Date
}

/** Twilio's Messages API on a free local port, with the faults a provider has. */
export async function startFakeTwilio() {
  const taken: TakenMessage[] = []
  const faults: TwilioFault[] = []
  const seen: IncomingMessage[] = []
  const path = `/2010-04-01/Accounts/${twilioAccount}/Messages.json`

  const server = createServer(async (request, response) => {
    seen.push(request)
    const url = new URL(request.url ?? '/', 'http://twilio')
    if (!isAuthorized(request)) return refuse(response, 401, 20003)
    if (url.pathname !== path) return refuse(response, 404, 20404)
    if (request.method === 'GET') return list(url, taken, response)
    const form = new URLSearchParams(await readBody(request))
    const fault = faults.shift()
    if (fault && notTaken(fault, response)) return
    const message = take(form, taken)
    answerCreated(message, fault, response)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo

  return {
    url: `http://127.0.0.1:${port}`,
    taken,
    faults,
    seen,
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
    [Symbol.asyncDispose]() {
      return this.close()
    },
  }
}

/** A request as Twilio sends it: a form and its signature over the address it was given. */
export function signedByTwilio(url: string, params: Record<string, string>, token = twilioToken) {
  return {
    method: 'POST' as const,
    url: new URL(url).pathname + new URL(url).search,
    headers: {
      'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
      'x-twilio-signature': getExpectedTwilioSignature(token, url, params),
    },
    payload: new URLSearchParams(params).toString(),
  }
}

/** The status callback of a message that was taken, signed. */
export function statusCallback(message: TakenMessage, status: string, errorCode?: string) {
  if (!message.statusCallback) throw new Error(`${message.sid} was sent without a status callback`)
  return signedByTwilio(message.statusCallback, {
    MessageSid: message.sid,
    SmsSid: message.sid,
    MessageStatus: status,
    AccountSid: twilioAccount,
    From: message.from,
    To: message.to,
    ...(errorCode && { ErrorCode: errorCode }),
  })
}

function isAuthorized(request: IncomingMessage): boolean {
  const basic = Buffer.from(`${twilioAccount}:${twilioToken}`).toString('base64')
  return request.headers.authorization === `Basic ${basic}`
}

function take(form: URLSearchParams, taken: TakenMessage[]): TakenMessage {
  const message = {
    sid: `SM${String(taken.length + 1).padStart(32, '0')}`,
    to: form.get('To') ?? '',
    from: form.get('From') ?? '',
    body: form.get('Body') ?? '',
    statusCallback: form.get('StatusCallback'),
    created: new Date(),
  }
  taken.push(message)
  return message
}

/** Answers faults that come before the message is taken; true when it did. */
function notTaken(fault: TwilioFault, response: ServerResponse): boolean {
  if (fault.kind === 'too_many') {
    if (fault.retryAfter !== undefined) response.setHeader('Retry-After', fault.retryAfter)
    refuse(response, 429, 20429)
  } else if (fault.kind === 'server_error') {
    response.writeHead(fault.status, { 'content-type': 'text/html' }).end('<h1>Sorry</h1>')
  } else if (fault.kind === 'refused') {
    refuse(response, fault.status ?? 400, fault.code)
  } else {
    return false
  }
  return true
}

function answerCreated(
  message: TakenMessage,
  fault: TwilioFault | undefined,
  response: ServerResponse,
): void {
  const json = JSON.stringify(resource(message))
  if (fault?.kind === 'hang_after_accept') return
  if (fault?.kind === 'reset_after_accept') {
    response.socket?.resetAndDestroy()
  } else if (fault?.kind === 'html') {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome to the hotel</h1>')
  } else {
    const body = fault?.kind === 'truncated' ? json.slice(0, json.length / 2) : json
    response.writeHead(201, { 'content-type': 'application/json' }).end(body)
  }
}

function resource(message: TakenMessage) {
  return {
    sid: message.sid,
    account_sid: twilioAccount,
    to: message.to,
    from: message.from,
    body: message.body,
    status: 'queued',
    num_segments: '1',
    num_media: '0',
    direction: 'outbound-api',
    error_code: null,
    error_message: null,
    date_created: message.created.toUTCString(),
    date_updated: message.created.toUTCString(),
    date_sent: null,
  }
}

/** Twilio's list: newest first, by pages, the next one named by a path. */
function list(url: URL, taken: TakenMessage[], response: ServerResponse): void {
  const { searchParams: asked } = url
  const size = Number(asked.get('PageSize') ?? 50)
  const page = Number(asked.get('Page') ?? 0)
  const fitting = taken
    .filter(({ to }) => !asked.has('To') || to === asked.get('To'))
    .filter(({ from }) => !asked.has('From') || from === asked.get('From'))
    .toReversed()
  const next = new URLSearchParams(asked)
  next.set('Page', String(page + 1))
  const more = fitting.length > (page + 1) * size
  const body = {
    messages: fitting.slice(page * size, (page + 1) * size).map(resource),
    page,
    page_size: size,
    next_page_uri: more ? `${url.pathname}?${next}` : null,
    uri: url.pathname,
  }
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

function refuse(response: ServerResponse, status: number, code: number): void {
  const body = { code, message: `error ${code}`, more_info: '', status }
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request) body += chunk
  return body
}
