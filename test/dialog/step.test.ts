import { describe, expect, it } from 'vitest'
import { amount, choice, dialogOf, explain, no, on, promise, talkOver, yes } from './tiny.ts'
import { now } from './actions/facts.ts'
import type { Stepped } from '../../src/dialog/step.ts'

const dialog = dialogOf({ promise, explain })
const recorded = (last: Stepped) =>
  last.effects.flatMap((effect) => (effect.kind === 'withdrawal' ? [effect.reference] : []))

const upToReadBack = () => {
  const talk = talkOver(dialog)
  talk.hear('60 le 5', { start: 'promise' }, amount(6000), on('2026-12-05'))
  talk.hear('carte', choice('card'))
  return talk
}

describe('a promise, question by question', () => {
  it('asks one thing a turn, reads back and records', () => {
    const talk = talkOver(dialog)
    expect(talk.hear('je veux payer', { start: 'promise' })).toEqual(['promise.amount'])
    expect(talk.last.expects).toEqual({ slot: 'amount', type: 'money' })
    expect(talk.hear('60', amount(6000))).toEqual(['promise.date'])
    expect(talk.hear('le 5', on('2026-12-05'))).toEqual(['promise.method'])
    expect(talk.last.said[0]?.options).toEqual([
      { key: 'card', label: 'le card' },
      { key: 'transfer', label: 'le transfer' },
    ])
    expect(talk.hear('carte', choice('card'))).toEqual(['promise.confirm'])
    expect(talk.last.expects).toEqual({ slot: 'confirm', type: 'yes_no' })
    expect(talk.hear('oui', yes)).toEqual(['promise.recorded'])
    expect(recorded(talk.last)).toEqual([
      JSON.stringify({ amount: 6000, date: '2026-12-05', method: 'card' }),
    ])
    expect(talk.state.stack).toEqual([])
  })

  it('takes several answers from one message', () => {
    const talk = talkOver(dialog)
    const said = talk.hear('60 le 5', { start: 'promise' }, amount(6000), on('2026-12-05'))
    expect(said).toEqual(['promise.method'])
  })

  it('takes an answer to another question and still asks its own', () => {
    const talk = talkOver(dialog)
    talk.hear('je veux payer', { start: 'promise' })
    expect(talk.hear('le 5', on('2026-12-05'))).toEqual(['promise.amount'])
    expect(talk.hear('60', amount(6000))).toEqual(['promise.method'])
  })

  it('does not start again what it is doing', () => {
    const talk = talkOver(dialog)
    talk.hear('je veux payer', { start: 'promise' })
    expect(talk.hear('je veux payer 60', { start: 'promise' }, amount(6000))).toEqual([
      'promise.date',
    ])
    expect(talk.state.stack).toHaveLength(1)
  })

  it('reads "2" as the second choice it offered', () => {
    const talk = talkOver(dialog)
    talk.hear('60 le 5', { start: 'promise' }, amount(6000), on('2026-12-05'))
    talk.hear('2', { fill: 'count', count: 2 })
    expect(talk.state.stack[0]?.slots['method']).toBe('transfer')
  })

  it('says why an answer does not fit and asks again, then a person takes over', () => {
    const talk = talkOver(dialog)
    talk.hear('je veux payer', { start: 'promise' })
    expect(talk.hear('mille', amount(100_000))).toEqual(['promise.too_much', 'promise.amount'])
    expect(talk.last.said[0]?.params).toEqual({})
    expect(talk.hear('deux mille', amount(200_000))).toEqual([
      'promise.too_much',
      'human-coming.coming',
    ])
    expect(talk.last.effects[0]).toMatchObject({
      kind: 'handoff',
      handoff: { reason: 'cannot_answer' },
    })
    expect(talk.hear('60', amount(6000))).toEqual(['promise.date'])
  })
})

describe('corrections', () => {
  it('corrects late: at the read-back, judged and read back again', () => {
    const talk = upToReadBack()
    expect(
      talk.hear('le 8 plutôt', { correct: 'date', from: '2026-12-08', to: '2026-12-08' }),
    ).toEqual(['promise.confirm'])
    expect(talk.last.said[0]?.params['date']).toEqual({ type: 'date', date: '2026-12-08' })
    talk.hear('oui', yes)
    expect(recorded(talk.last)[0]).toContain('2026-12-08')
  })

  it('corrects twice', () => {
    const talk = upToReadBack()
    talk.hear('non le 8', no, on('2026-12-08'))
    expect(talk.hear('et 50', amount(5000))).toEqual(['promise.confirm'])
    talk.hear('oui', yes)
    expect(recorded(talk.last)).toEqual([
      JSON.stringify({ amount: 5000, date: '2026-12-08', method: 'card' }),
    ])
  })

  it('does not take "oui mais le 10" for a yes', () => {
    const talk = upToReadBack()
    expect(talk.hear('oui mais le 10', yes, on('2026-12-10'))).toEqual(['promise.confirm'])
    expect(recorded(talk.last)).toEqual([])
  })

  it('takes "oui, 60 le 5" for a yes: nothing changed', () => {
    const talk = upToReadBack()
    expect(talk.hear('oui, 60 le 5', yes, amount(6000), on('2026-12-05'))).toEqual([
      'promise.recorded',
    ])
  })

  it('judges a correction by the rule of its own question', () => {
    const talk = upToReadBack()
    expect(talk.hear('non, mille', no, amount(100_000))).toEqual([
      'promise.too_much',
      'promise.amount',
    ])
    expect(talk.hear('60', amount(6000))).toEqual(['promise.confirm'])
  })

  it('asks what to change after a bare no, and goes on waiting', () => {
    const talk = upToReadBack()
    expect(talk.hear('non', no)).toEqual(['repair-correct.what'])
    expect(talk.last.expects).toEqual({ slot: 'confirm', type: 'yes_no' })
    expect(talk.hear('le 8', on('2026-12-08'))).toEqual(['promise.confirm'])
  })

  it('asks again for the slot that is named without a value', () => {
    const named = {
      'repair-correct': { yaml: 'repair: correct\nsteps:\n  - say: what\n', words: {} },
    }
    const set = dialogOf({ promise, ...named })
    const book = set.texts.options as Map<string, unknown>
    const place = { file: 'x', line: 1, column: 1 }
    book.set('fr repair-correct.confirm', [
      { key: 'date', label: 'la date', match: ['le jour'], hidden: false, place },
    ])
    const talk = talkOver(set)
    talk.hear('60 le 5', { start: 'promise' }, amount(6000), on('2026-12-05'))
    talk.hear('carte', choice('card'))
    talk.hear('non', no)
    expect(talk.hear('le jour')).toEqual(['promise.date'])
    expect(talk.hear('le 8', on('2026-12-08'))).toEqual(['promise.confirm'])
  })

  it('corrects an earlier answer while another is asked', () => {
    const talk = talkOver(dialog)
    talk.hear('60 le 5', { start: 'promise' }, amount(6000), on('2026-12-05'))
    expect(talk.hear('finalement 50', amount(5000))).toEqual(['promise.method'])
    expect(talk.state.stack[0]?.slots).toMatchObject({ amount: 5000, date: '2026-12-05' })
  })

  it('goes where the read-back says after a change, so that what follows is worked out again', () => {
    const changed = promise.replace(
      'confirm: [amount, date, method]',
      'id: read\n    confirm: [amount, date, method]\n    on_change: { goto: worked }',
    )
    const set = dialogOf({
      promise: changed.replace('  - id: read', '  - id: worked\n    say: worked\n  - id: read'),
    })
    const talk = talkOver(set)
    talk.hear('60 le 5', { start: 'promise' }, amount(6000), on('2026-12-05'))
    talk.hear('carte', choice('card'))
    expect(talk.hear('le 8', on('2026-12-08'))).toEqual(['promise.worked', 'promise.confirm'])
  })
})

describe('the input', () => {
  it('is left as it was', () => {
    const talk = upToReadBack()
    const before = structuredClone(talk.state)
    const state = talk.state
    talk.hear('oui mais le 10', yes, on('2026-12-10'))
    expect(state).toEqual(before)
    expect(now.toString()).toBe('2026-11-21T10:00:00+01:00[Europe/Paris]')
  })

  it('gives the same turn for ever', () => {
    const once = upToReadBack()
    const twice = upToReadBack()
    expect(once.last).toEqual(twice.last)
  })

  it('keeps a small state', () => {
    expect(JSON.stringify(upToReadBack().state).length).toBeLessThan(1200)
  })

  it('says why: an entry for each command, start, question and deed', () => {
    const talk = upToReadBack()
    talk.hear('oui', yes)
    expect(talk.last.trace.map(({ what }) => what)).toEqual([
      'command',
      'confirm',
      'do',
      'say',
      'end',
    ])
    expect(talk.last.trace[1]).toMatchObject({ flow: 'promise', step: 'confirm:confirm' })
  })
})
