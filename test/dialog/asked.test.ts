import { amount, choice, dialogOf, on, promise, talkOver } from './tiny.ts'
import { askedOf, standsAt, termsOf } from '../../src/dialog/asked.ts'
import { describe, expect, it } from 'vitest'

const vocabulary = {
  yaml: 'starts_on: [term]\nslots:\n  term: one_of [cta]\nsteps:\n  - ask: term\n  - say: meaning_{term}\n',
  words: { meaning_cta: 'CTA.' },
}
const dialog = dialogOf({ promise, vocabulary })

describe('what was asked last', () => {
  it('is nothing at the start', () => {
    const { state } = talkOver(dialog)
    expect(askedOf(dialog, state)).toBeUndefined()
    expect(standsAt(dialog, state)).toEqual({ flow: null, step: null })
  })

  it('is a slot with its type, and its choices with every way to say them', () => {
    const talk = talkOver(dialog)
    talk.hear('payer', { start: 'promise' })
    expect(askedOf(dialog, talk.state)).toEqual({ slot: 'amount', type: 'money' })
    talk.hear('60 le 5', amount(6000), on('2026-12-05'))
    expect(askedOf(dialog, talk.state)).toEqual({
      slot: 'method',
      type: 'one_of',
      options: [
        { key: 'card', label: 'le card', match: [] },
        { key: 'transfer', label: 'le transfer', match: [] },
      ],
    })
  })

  it('is a yes or no at the read-back', () => {
    const talk = talkOver(dialog)
    talk.hear('60 le 5 carte', { start: 'promise' }, amount(6000), on('2026-12-05'), choice('card'))
    talk.hear('carte', choice('card'))
    expect(askedOf(dialog, talk.state)).toEqual({ slot: 'confirm', type: 'yes_no' })
    expect(standsAt(dialog, talk.state)).toEqual({ flow: 'promise', step: 'confirm' })
  })
})

it('knows the words of the glossary', () => {
  expect(termsOf(dialog, 'fr')).toEqual([{ key: 'cta', label: 'le cta', match: [] }])
  expect(termsOf(dialogOf({ promise }), 'fr')).toEqual([])
})
