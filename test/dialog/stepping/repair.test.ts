import { describe, expect, it } from 'vitest'
import { amount, choice, dialogOf, explain, no, on, promise, talkOver, yes } from '../tiny.ts'

const dialog = dialogOf({ promise, explain })
const started = () => {
  const talk = talkOver(dialog)
  talk.hear('je veux payer', { start: 'promise' })
  return talk
}

describe('what is not understood', () => {
  it('is asked once more, then a person takes over and the question stays open', () => {
    const talk = started()
    expect(talk.hear('blabla')).toEqual(['repair-cannot-understand.sorry', 'promise.amount'])
    expect(talk.hear('blabla')).toEqual(['repair-cannot-understand.sorry', 'human-coming.coming'])
    expect(talk.effects).toMatchObject([{ handoff: { reason: 'not_understood' } }])
    expect(talk.hear('60', amount(6000))).toEqual(['promise.date'])
  })

  it('is forgotten after something that is', () => {
    const talk = started()
    talk.hear('blabla')
    talk.hear('60', amount(6000))
    talk.hear('blabla')
    expect(talk.effects).toEqual([])
  })

  it('is answered with nothing under way too', () => {
    const talk = talkOver(dialog)
    expect(talk.hear('blabla')).toEqual(['repair-cannot-understand.sorry'])
    expect(talk.hear('blabla')).toContain('human-coming.coming')
  })

  it('asks for a second time in other words', () => {
    const asked = {
      yaml: promise,
      words: { amount: '{ default: Combien ?, again: Et combien ? }' },
    }
    const talk = talkOver(dialogOf({ promise: asked }))
    talk.hear('je veux payer', { start: 'promise' })
    expect(talk.hear('blabla')).toEqual(['repair-cannot-understand.sorry', 'promise.amount#again'])
  })

  it('goes where the question wants other words to go', () => {
    const open = promise.replace(
      '  - ask: date\n',
      '  - ask: date\n    on_other: { goto: ask:method }\n',
    )
    const talk = talkOver(dialogOf({ promise: open }))
    talk.hear('60', { start: 'promise' }, amount(6000))
    expect(talk.hear('quand je serai payé')).toEqual(['promise.method'])
  })

  it('offers two or three things that may have been meant', () => {
    const clarify = {
      yaml: `repair: clarify
slots:
  which: one_of [promise, explain_bill, aid]
steps:
  - ask: which
  - branch:
      - { if: which == 'promise', goto: pay }
      - { else: true, goto: explain }
  - { id: pay, call: promise }
  - end: true
  - { id: explain, call: explain }
`,
      words: {},
    }
    const talk = talkOver(dialogOf({ promise, explain, 'repair-clarify': clarify }))
    expect(talk.hear('euh', { clarify: ['promise', 'explain_bill'] })).toEqual([
      'repair-clarify.which',
    ])
    expect(talk.last.said[0]?.options?.map(({ key }) => key)).toEqual(['promise', 'explain_bill'])
    expect(talk.hear('payer', choice('promise'))).toEqual(['promise.amount'])
  })
})

describe('a refusal', () => {
  it('is accepted, and the question stays open without being pressed', () => {
    const talk = started()
    expect(talk.hear('je préfère pas dire', { decline: true })).toEqual(['repair-refuse.fine'])
    expect(talk.hear('bon, 60', amount(6000))).toEqual(['promise.date'])
  })

  it('goes where the question says, or takes its value', () => {
    const refusing = promise
      .replace('  - ask: date\n', '  - ask: date\n    on_refuse: { goto: ask:method }\n')
      .replace('  - ask: method\n', '  - ask: method\n    on_refuse: { fill: transfer }\n')
    const talk = talkOver(dialogOf({ promise: refusing }))
    talk.hear('60', { start: 'promise' }, amount(6000))
    expect(talk.hear('non', no)).toEqual(['promise.method'])
    talk.hear('le 5', on('2026-12-05'))
    expect(talk.hear('peu importe', { decline: true })).toEqual(['promise.confirm'])
    expect(talk.state.stack[0]?.slots['method']).toBe('transfer')
  })

  it('at the read-back ends it, with nothing recorded', () => {
    const talk = started()
    talk.hear('60 le 5 carte', amount(6000), on('2026-12-05'), choice('card'))
    expect(talk.hear('je ne veux pas', { decline: true })).toEqual(['repair-refuse.fine'])
    expect(talk.state.stack).toEqual([])
    expect(talk.effects).toEqual([])
  })
})

describe('a moment, again, simpler', () => {
  it('gives a moment without asking again', () => {
    const talk = started()
    expect(talk.hear('attendez', { wait: true })).toEqual(['repair-wait.time'])
    expect(talk.last.expects).toEqual({ slot: 'amount', type: 'money' })
    expect(talk.hear('60', amount(6000))).toEqual(['promise.date'])
  })

  it('says the last words again, more than once', () => {
    const talk = started()
    expect(talk.hear('pardon ?', { repeat: true })).toEqual([
      'repair-repeat.again',
      'promise.amount',
    ])
    expect(talk.hear('pardon ?', { repeat: true })).toEqual([
      'repair-repeat.again',
      'promise.amount',
    ])
  })

  it('does not repeat what needs the proof once it has run out', () => {
    const secret = { 'the-sum': 'starts_on: [aid]\nrequires: proven\nsteps:\n  - say: sum\n' }
    const proof = { customer: 'c-1', account: 'LU-1001', until: '2026-11-21T10:30:00Z' }
    const talk = talkOver(dialogOf(secret), { facts: { proof } })
    expect(talk.hear('combien', { start: 'aid' })).toEqual(['the-sum.sum'])
    talk.facts = { ...talk.facts, proof: null }
    expect(talk.hear('pardon ?', { repeat: true })).toEqual(['repair-repeat.again'])
  })

  it('says it more simply, and keeps to it', () => {
    const talk = talkOver(dialog, { state: { level: 'expert' } })
    talk.hear('je veux payer', { start: 'promise' })
    expect(talk.hear('je comprends pas', { simpler: true })).toEqual([
      'repair-simpler.simpler',
      'promise.amount',
    ])
    expect(talk.state.level).toBe('standard')
    talk.hear('je comprends toujours pas', { simpler: true })
    expect(talk.state.level).toBe('simple')
  })
})

describe('never silent', () => {
  it.each([
    ['thanks for nothing asked', [yes]],
    ['a no to nothing', [no]],
    ['a wait with nothing under way', [{ wait: true as const }]],
    ['a cancel with nothing under way', [{ cancel: true as const }]],
    ['an amount out of the blue', [amount(100)]],
    ['a correction of nothing', [{ start: 'correct' as const }]],
  ])('answers %s', (_, commands) => {
    expect(talkOver(dialog).hear('…', ...commands)).not.toEqual([])
  })
})
