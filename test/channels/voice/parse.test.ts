import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { without } from '../open-door.ts'
import { parseTranscript, transcriptSchema } from '../../../src/channels/voice/parse.ts'

const read = (name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../fixtures/voice', name), 'utf8'))
const parse = (body: object) => parseTranscript(transcriptSchema.parse(body), 'helia')

test('an utterance becomes an event of its call', () => {
  expect(parse(read('utterance.json'))).toEqual({
    source: 'voice',
    id: 'c1/c1-3',
    line: { creditor: 'helia', channel: 'voice', ours: '+33162000000', theirs: 'c1' },
    kind: 'message',
    text: 'je peux payer le cinq',
    confidence: 0.93,
    language: 'fr',
    from: '+33639980001',
    at: '2026-11-21T10:00:00Z',
  })
})

test.each([
  ['call-started.json', 'call_started', ''],
  ['dtmf.json', 'dtmf', '482913'],
  ['silence.json', 'silence', ''],
  ['interrupt.json', 'interrupt', 'attendez'],
  ['call-ended.json', 'call_ended', ''],
  ['transfer-result.json', 'transfer_result', 'no_answer'],
])('%s is heard as %s', (name, kind, text) => {
  expect(parse(read(name))).toMatchObject({ kind, text })
})

test('keys may come as digits or as text', () => {
  const dtmf = without(read('dtmf.json'), 'text')
  expect(parse({ ...dtmf, digits: '12#' })).toMatchObject({ text: '12#' })
})

test.each([
  ['anonymous', null],
  [null, null],
  ['', null],
  ['sip:someone@example.fr', null],
  ['+33 6 39 98 00 01', '+33639980001'],
])('a caller shown as %s is %s', (from, expected) => {
  expect(parse({ ...read('utterance.json'), from }).from).toBe(expected)
})

test('a caller of whom nothing is shown is nobody in particular', () => {
  const hidden = without(read('utterance.json'), 'from')
  expect(parse(hidden).from).toBeNull()
})

test('the same event number on two calls is two events, however calls are named', () => {
  const ids = [
    ['a', 'b/c'],
    ['a/b', 'c'],
    ['a%2Fb', 'c'],
  ].map(([callId, eventId]) => parse({ ...read('silence.json'), callId, eventId }).id)
  expect(new Set(ids).size).toBe(3)
})

test('a language we do not speak is no language', () => {
  const spoken = (language: unknown) => parse({ ...read('silence.json'), language }).language
  expect(['fr', 'en_GB', 'de-DE', null, undefined].map(spoken)).toEqual([
    'fr',
    'en',
    null,
    null,
    null,
  ])
})

test('NUL and half surrogate pairs do not reach the database', () => {
  const heard = parse({ ...read('utterance.json'), text: 'a\0b\udfffc', callId: 'c\ud800' })
  expect(heard).toMatchObject({ text: 'ab\ufffdc', line: { theirs: 'c\ufffd' } })
})

test('a moment with an offset is the same instant', () => {
  const heard = parse({ ...read('utterance.json'), occurredAt: '2026-11-21T11:00:00+01:00' })
  expect(heard.at).toBe('2026-11-21T10:00:00Z')
})
