import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseMessage, parseStatus, readForm } from '../../../src/channels/sms/parse.ts'
import { creditorOf } from '../open-door.ts'

const at = '2026-11-21T12:00:00Z'
const fixture = (name: string) =>
  readForm(readFileSync(join(import.meta.dirname, '../../fixtures/sms', name)))!
const message = (fields: Record<string, string>) => ({
  ...fixture('inbound.txt'),
  ...fields,
})

test('a message becomes an event of its line, without one field name of the provider', () => {
  expect(parseMessage(fixture('inbound.txt'), creditorOf, at)).toEqual({
    source: 'twilio',
    id: 'SM0000000000000000000000000000000a',
    line: {
      creditor: 'helia',
      channel: 'sms',
      ours: '+33162000000',
      theirs: '+33639980001',
    },
    kind: 'message',
    text: 'jpeu pas tt payer la. 60 le 5',
    confidence: null,
    language: null,
    from: '+33639980001',
    at,
  })
})

test('a STOP the provider honoured is marked, so that nobody answers it', () => {
  expect(parseMessage(fixture('opt-out.txt'), creditorOf, at)).toMatchObject({
    text: 'STOP',
    optOut: 'stop',
  })
  expect(parseMessage(message({ OptOutType: 'START' }), creditorOf, at)).toMatchObject({
    optOut: 'start',
  })
  expect(parseMessage(message({ OptOutType: 'HELP' }), creditorOf, at)).toBe(
    'help_answered_by_provider',
  )
})

test('a picture without words is a message without words', () => {
  expect(parseMessage(fixture('picture.txt'), creditorOf, at)).toMatchObject({
    kind: 'message',
    text: '',
  })
})

test('a number nobody owns, and a number of ours writing to us, start nothing', () => {
  expect(parseMessage(message({ To: '+33162000099' }), creditorOf, at)).toBe('unknown_number')
  expect(parseMessage(message({ From: '+33162000000' }), creditorOf, at)).toBe('own_number')
})

test('a sender without a number keeps its line and is no hint of a person', () => {
  expect(parseMessage(message({ From: '36180' }), creditorOf, at)).toMatchObject({
    from: null,
    line: { theirs: '36180' },
  })
})

test('NUL and half surrogate pairs do not reach the database', () => {
  expect(parseMessage(message({ Body: 'a\0b\ud800c' }), creditorOf, at)).toMatchObject({
    text: 'ab\ufffdc',
  })
})

test('a parameter given twice is refused where one is expected', () => {
  const form = readForm(Buffer.from('MessageSid=SM1&From=%2B33639980001&To=a&To=b'))!
  expect(() => parseMessage(form, creditorOf, at)).toThrow('To is ["a","b"]')
})

test('a parameter called __proto__ stays a parameter', () => {
  const form = readForm(Buffer.from('__proto__=x&constructor=y&A=1'))!
  expect(Object.keys(form)).toEqual(['__proto__', 'constructor', 'A'])
  expect(({} as Record<string, unknown>).x).toBeUndefined()
})

test.each([
  ['a broken escape', 'Body=%GG'],
  ['half an escape at the end', 'Body=%4'],
  ['very many names', Array.from({ length: 501 }, (_, at) => `a${at}=1`).join('&')],
])('a form with %s is not readable', (_case, text) => {
  expect(readForm(Buffer.from(text))).toBeNull()
})

test('a form that is not UTF-8 is not readable', () => {
  expect(readForm(Buffer.from([0x41, 0x3d, 0xff]))).toBeNull()
})

test.each([
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'read'],
  ['undelivered', 'failed'],
  ['failed', 'failed'],
  ['canceled', 'failed'],
])('the status %s is reported as %s', (status, state) => {
  const form = { MessageSid: 'SM1', MessageStatus: status }
  expect(parseStatus(form, 'o-1', at)).toMatchObject({
    outbox: 'o-1',
    providerId: 'SM1',
    state,
    at,
  })
})

test.each(['accepted', 'queued', 'sending', 'partially_delivered', 'something_new'])(
  'the status %s is nothing to act on',
  (status) => {
    expect(parseStatus({ MessageSid: 'SM1', MessageStatus: status }, null, at)).toBeNull()
  },
)

test('a failure says why in words', () => {
  const failed = { MessageSid: 'SM1', MessageStatus: 'undelivered' }
  expect(parseStatus({ ...failed, ErrorCode: '30005' }, null, at)?.error).toBe(
    '30005 handset_unknown',
  )
  expect(parseStatus({ ...failed, ErrorCode: '99999' }, null, at)?.error).toBe(
    '99999 not_in_our_table',
  )
})
