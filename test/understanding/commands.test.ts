import { describe, expect, test } from 'vitest'
import type { SlotType } from '../../src/conversation/understanding.ts'
import { understand } from '../../src/understanding/understand.ts'
import { question, read, saturday } from './read.ts'

const answers: [asked: SlotType, text: string, ...commands: object[]][] = [
  [
    'money',
    '60 le 5',
    { fill: 'amount', cents: 6000 },
    { fill: 'date', from: '2026-12-05', to: '2026-12-05' },
  ],
  ['money', 'la moitié', { fill: 'amount', share: 0.5 }],
  ['money', 'tout', { fill: 'amount', share: 1 }],
  ['date', 'le 5', { fill: 'date', from: '2026-12-05', to: '2026-12-05' }],
  ['date', '5', { fill: 'date', from: '2026-12-05', to: '2026-12-05' }],
  ['date', 'après le 10', { fill: 'date', from: '2026-12-10', to: null }],
  ['count', '3', { fill: 'count', count: 3 }],
  ['count', 'en trois fois', { fill: 'count', count: 3 }],
  ['code', '482913', { fill: 'code', code: '482913' }],
  ['code', '482 913', { fill: 'code', code: '482913' }],
  ['code', '4 8 2 9 1 3', { fill: 'code', code: '482913' }],
  ['code', 'quatre huit deux neuf un trois', { fill: 'code', code: '482913' }],
  ['code', 'c est le quarante-huit vingt-neuf treize', { fill: 'code', code: '482913' }],
  ['yes_no', 'ben ouais ok ca marche', { affirm: true }],
  ['yes_no', 'nan', { deny: true }],
  ['yes_no', 'non, 80 euros', { correct: 'amount', cents: 8000 }],
  ['yes_no', 'non plutôt 80', { correct: 'amount', cents: 8000 }],
  ['yes_no', 'finalement le 12', { correct: 'date', from: '2026-12-12', to: '2026-12-12' }],
  ['yes_no', 'pas le 5, le 12 plutot', { correct: 'date', from: '2026-12-12', to: '2026-12-12' }],
  ['one_of', '1', { fill: 'choice', choice: 'card' }],
  ['one_of', 'la deuxième', { fill: 'choice', choice: 'transfer' }],
  ['one_of', 'cb', { fill: 'choice', choice: 'card' }],
  ['one_of', 'par virment', { fill: 'choice', choice: 'transfer' }],
  ['one_of', 'prelevemnt svp', { fill: 'choice', choice: 'direct_debit' }],
]

describe('answers to a question', () => {
  test.each(answers)('%s: %s', (asked, text, ...commands) => {
    expect(read(text, 'fr', question(asked)).commands).toEqual(commands)
  })

  test.each(['mouais', 'bof', 'je sais pas', 'on verra', 'oui et non'])(
    '%s is no yes and no no',
    (text) => {
      const { commands } = read(text, 'fr', question('yes_no'))
      expect(commands).not.toContainEqual({ affirm: true })
      expect(commands).not.toContainEqual({ deny: true })
    },
  )

  test('a yes that is taken back is no yes', () => {
    const { commands } = read('oui mais apres le 10 ma paie tombe le 9', 'fr', question('yes_no'))
    expect(commands).not.toContainEqual({ affirm: true })
    expect(commands).toContainEqual({ fill: 'date', from: '2026-12-10', to: null })
  })

  test('what was paid is no offer', () => {
    const { commands } = read("j'ai déjà payé 50 le 3", 'fr', question('money'))
    expect(commands).toEqual([{ start: 'already_paid', text: "j'ai déjà payé 50 le 3" }])
  })
})

describe('commands', () => {
  test('take an answer and a question from one message', () => {
    const terms = [{ key: 'cta', label: 'CTA', match: ["contribution tarifaire d'acheminement"] }]
    const text = "60 le 5, et c'est quoi la CTA ?"
    const asked = question('money')
    expect(understand({ text, language: 'fr', at: saturday, asked, terms }).commands).toEqual([
      { fill: 'amount', cents: 6000 },
      { fill: 'date', from: '2026-12-05', to: '2026-12-05' },
      { start: 'explain_bill', term: 'cta', text: 'CTA' },
    ])
  })

  test.each(['HEL-7KQ2M9', 'hel 7kq2m9', 'ma référence : HEL-7KQ2M9.'])(
    'find a reference: %s',
    (text) => {
      expect(read(text).commands).toEqual([
        { fill: 'reference', text: 'HEL-7KQ2M9' },
        { start: 'identify', text: 'HEL-7KQ2M9' },
      ])
    },
  )

  test('decline an answer without a reason', () => {
    expect(read('je préfère pas dire').commands).toEqual([{ decline: true }])
    expect(read('rather not say', 'en').commands).toEqual([{ decline: true }])
  })

  test('ask what a word too general means', () => {
    const { commands, confidence } = read('facture')
    expect(commands).toEqual([{ clarify: ['explain_bill', 'already_paid', 'promise'] }])
    expect(confidence).toBeLessThan(0.5)
  })

  test('are none, and certainty is nil, where nothing is understood', () => {
    expect(read('azerty qsdf')).toMatchObject({ intents: ['other'], commands: [], confidence: 0 })
  })

  test('are less certain of an unsettled date than of a plain one', () => {
    const plain = read('samedi 5 décembre', 'fr', question('date')).confidence
    expect(read('vendredi 5 décembre', 'fr', question('date')).confidence).toBeLessThan(plain)
  })
})
