import { expect, test } from 'vitest'
import { readForm } from '../../../src/channels/sms/parse.ts'
import type { TwilioForm } from '../../../src/channels/sms/parse.ts'
import { isFromTwilio } from '../../../src/channels/sms/verify.ts'

const token = '12345'
const none = Buffer.alloc(0)
const form = (pairs: string[][]): TwilioForm => {
  const read = readForm(Buffer.from(new URLSearchParams(pairs).toString()))
  if (!read) throw new Error('the form of the test is not readable')
  return read
}

const documented = 'https://mycompany.com/myapp.php?foo=1&bar=2'
const call = [
  ['CallSid', 'CA1234567890ABCDE'],
  ['Caller', '+14158675309'],
  ['Digits', '1234'],
  ['From', '+14158675309'],
  ['To', '+18005551212'],
]
const callSignature = 'RSOYDt4T1cUTdK1PDd93/VVr8B8='
const sms = 'https://bot.example.fr/webhooks/twilio/sms'
const french = [
  ['MessageSid', 'SM00000000000000000000000000000001'],
  ['From', '+33612345678'],
  ['To', '+33756001122'],
  ['Body', 'Bonjour, j’ai reçu une facture de 120 € — pourquoi ? 😡'],
  ['NumMedia', '0'],
  ['AccountSid', 'AC00000000000000000000000000000000'],
]
const repeated = 'aFDvv79+FXlfmg3KgOraytPRvzM='
const vectors: [string, string, string[][], string][] = [
  ['Twilio’s own example', documented, call, callSignature],
  ['a name given three times', documented, ['b', 'a', 'b'].map((v) => ['A', v]), repeated],
  ['the same name in another order', documented, ['a', 'b'].map((v) => ['A', v]), repeated],
  ['French words and an emoji', sms, french, '6mWIFWysKdO95Q2zRuPsePiJtXA='],
  [
    'an empty value',
    sms,
    ['Body=', 'A=x'].map((p) => p.split('=')),
    '1e9SzEtjQH12Bng+z5sYWWr1V6c=',
  ],
  ['a WebSocket', 'wss://bot.example.fr/voice/relay', [], 'pBzy2DwWyrxa3FODd+MOpAS8hyw='],
]

test.each(vectors)('accepts the published signature of %s', (_case, url, pairs, signature) => {
  expect(isFromTwilio([token], { url, signature, body: none, form: form(pairs) })).toBe(true)
})

test('accepts an address with its default port written out', () => {
  const url = documented.replace('mycompany.com', 'mycompany.com:443')
  const request = { url, signature: callSignature, body: none, form: form(call) }
  expect(isFromTwilio([token], request)).toBe(true)
})

test.each([
  ['a slash more', documented.replace('.php', '.php/'), call],
  ['http instead of https', documented.replace('https', 'http'), call],
  ['a query more', `${documented}&baz=3`, call],
  ['another host', documented.replace('mycompany', 'yourcompany'), call],
  ['a parameter more', documented, [...call, ['Extra', '1']]],
  ['a parameter less', documented, call.slice(1)],
  ['an address that is none', 'https://[', call],
])('refuses a signature over %s', (_case, url, pairs) => {
  const request = { url, signature: callSignature, body: none, form: form(pairs) }
  expect(isFromTwilio([token], request)).toBe(false)
})

test('accepts the token of before while tokens rotate', () => {
  const request = { url: documented, signature: callSignature, body: none, form: form(call) }
  expect(isFromTwilio(['the-new-one', token], request)).toBe(true)
  expect(isFromTwilio(['the-new-one'], request)).toBe(false)
  expect(isFromTwilio([], request)).toBe(false)
})

const hash = '0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620'
const jsonUrl = `https://mycompany.com/myapp.php?bodySHA256=${hash}`
const json = '{"property": "value", "boolean": true}'

test('accepts a signed hash of a body that is no form, and no other body', () => {
  const signature = 'y77kIzt2vzLz71DgmJGsen2scGs='
  const request = { url: jsonUrl, signature, form: null }
  expect(isFromTwilio([token], { ...request, body: Buffer.from(json) })).toBe(true)
  expect(isFromTwilio([token], { ...request, body: Buffer.from(`${json} `) })).toBe(false)
  expect(isFromTwilio([token], { ...request, url: documented, body: none })).toBe(false)
})

test('a missing signature is no signature', () => {
  const request = { url: documented, signature: undefined, body: none, form: form(call) }
  expect(isFromTwilio([token], request)).toBe(false)
})
