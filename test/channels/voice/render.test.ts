import { expect, test } from 'vitest'
import { renderTurn } from '../../../src/channels/voice/render.ts'
import type { Reply } from '../../../src/conversation/decision.ts'
import type { TurnAnswer } from '../../../src/conversation/hub.ts'

const reply: Reply = { text: 'Bonjour.', language: 'fr', purpose: 'reply', from: ['welcome.hello'] }
const render = (more: Partial<TurnAnswer>) =>
  JSON.parse(
    renderTurn({
      conversation: 'c-1',
      turn: 3,
      replies: [reply],
      expects: null,
      transfer: null,
      hangup: false,
      ...more,
    }),
  )

test('speaks the language of each reply', () => {
  const replies = [reply, { ...reply, text: 'Hello.', language: 'en' as const }]
  expect(render({ replies }).say).toEqual([
    { text: 'Bonjour.', language: 'fr-FR', interruptible: true },
    { text: 'Hello.', language: 'en-GB', interruptible: true },
  ])
})

test.each([
  ['care', false],
  ['security', false],
  ['reply', true],
  ['initiative', true],
] as const)('words of %s may be interrupted: %s', (purpose, interruptible) => {
  expect(render({ replies: [{ ...reply, purpose }] }).say).toMatchObject([{ interruptible }])
})

test.each([
  ['code', ['speech', 'dtmf'], 20_000],
  ['money', ['speech', 'dtmf'], 7_000],
  ['yes_no', ['speech', 'dtmf'], 7_000],
  ['one_of [card, transfer]', ['speech', 'dtmf'], 7_000],
  ['text', ['speech'], 7_000],
])('a question for %s listens to %s', (type, ears, timeoutMs) => {
  expect(render({ expects: { slot: 'x', type } }).listen).toEqual({ for: ears, timeoutMs })
})

test('waits longer for somebody who asked for a moment', () => {
  const replies = [{ ...reply, from: ['repair-wait.take_your_time'] }]
  expect(render({ replies }).listen.timeoutMs).toBe(30_000)
})

test('says when to hang up and when to put through', () => {
  expect(render({ hangup: true, transfer: { reason: 'asked_for_person' } })).toMatchObject({
    hangup: true,
    transfer: { reason: 'asked_for_person' },
  })
})
