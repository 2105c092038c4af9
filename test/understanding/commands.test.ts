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

  test.each([
    ["j'ai rien reçu", 'fr'],
    ["je n'ai pas reçu le code", 'fr'],
    ["I didn't get it", 'en'],
    ['nothing came', 'en'],
  ] as const)('decline a code that has not come, and only where one is asked: %s', (text, lang) => {
    expect(read(text, lang, question('code')).commands).toEqual([{ decline: true }])
    expect(read(text, lang).commands).not.toContainEqual({ decline: true })
  })

  test.each(['jpeux rien payer, attendez', 'je peux pas payer maintenant'])(
    'do not wait for somebody who cannot pay: %s',
    (text) => {
      const { commands } = read(text)
      expect(commands).toContainEqual({ start: 'cannot_pay', text })
      expect(commands).not.toContainEqual({ wait: true })
    },
  )

  test.each(['$50', '50 dollars', '50 CHF'])('fill no amount of another currency: %s', (text) => {
    expect(read(text, 'en', question('money')).commands).toEqual([])
  })

  test('fill pounds where the account is in pounds, and not where it is in euros', () => {
    const said = { text: '£50', language: 'en', at: saturday, asked: question('money') } as const
    const fill = { fill: 'amount', cents: 5000 }
    expect(understand({ ...said, currency: 'GBP' }).commands).toEqual([fill])
    expect(understand({ ...said, text: '50', currency: 'GBP' }).commands).toEqual([fill])
    expect(understand({ ...said, currency: 'EUR' }).commands).toEqual([])
  })

  test.each([
    [
      'la facture reçue le mois dernier, je peux payer 60 euros le 5 du mois prochain',
      '2026-12-05',
    ],
    ['la facture du 3 novembre, je paie 60 demain', '2026-11-22'],
    ['ma paie tombe le 28, je peux mettre 60 le 30', '2026-11-30'],
    ['60 le 5 et 40 le 20', '2026-12-05'],
    ['60 le 5, non plutôt le 12', '2026-12-12'],
  ])('take the day offered among the days named: %s', (text, day) => {
    const { commands } = read(text)
    expect(commands).toContainEqual(expect.objectContaining({ from: day, to: day }))
  })

  test('take no day of a promise that names only a past one', () => {
    const { commands } = read('suite à la facture reçue le mois dernier je peux payer 60 euros')
    expect(commands.filter((command) => 'fill' in command)).toEqual([
      { fill: 'amount', cents: 6000 },
    ])
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
