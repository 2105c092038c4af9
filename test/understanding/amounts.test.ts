import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatMoney } from '../../src/conversation/money.ts'
import type { AmountFound } from '../../src/conversation/understanding.ts'
import { question, read } from './read.ts'

const euros = (cents: number, more: Partial<AmountFound> = {}) => ({
  cents,
  currency: 'EUR',
  ...more,
})
const pounds = (cents: number, more: Partial<AmountFound> = {}) => ({
  cents,
  currency: 'GBP',
  ...more,
})

const french: [text: string, amount: object][] = [
  ['3 fois 40 euros', euros(4000, { times: 3 })],
  ['3 fois 40', euros(4000, { times: 3 })],
  ['3x40', euros(4000, { times: 3 })],
  ['cent vingt euros', euros(12000)],
  ['cinquante balles', euros(5000)],
  ['120€50', euros(12050)],
  ['120E50', euros(12050)],
  ['120 euros et 50 centimes', euros(12050)],
  ['cent vingt euros cinquante', euros(12050)],
  ['la moitié', { share: 0.5, currency: 'EUR' }],
  ['un tiers', { share: 1 / 3, currency: 'EUR' }],
  ['je paie tout', { share: 1, currency: 'EUR' }],
  ['1 250,80 €', euros(125080)],
  ['1 250,80 E', euros(125080)],
  ['1.250,80', euros(125080)],
  ['deux cents euros', euros(20000)],
  ['septante-cinq euros', euros(7500)],
  ['huitante euros', euros(8000)],
  ['nonante-neuf euros', euros(9900)],
  ['quatre-vingt-dix-sept euros', euros(9700)],
  ['mille deux cent cinquante euros', euros(125000)],
  ["deux millions d'euros", euros(200_000_000)],
  ['60e', euros(6000)],
  ['50 par mois pendant 3 mois', euros(5000, { every: 'month', times: 3 })],
  ['20 euros par semaine', euros(2000, { every: 'week' })],
  ['entre 40 et 60', { minCents: 4000, maxCents: 6000, currency: 'EUR' }],
  ['40 à 60 euros', { minCents: 4000, maxCents: 6000, currency: 'EUR' }],
  ['pas plus de 30', { maxCents: 3000, currency: 'EUR' }],
  ['je peux mettre 60', euros(6000)],
  ['60 vendredi', euros(6000)],
  ['le 5 120 euros', euros(12000)],
  ['40-60 euros', { minCents: 4000, maxCents: 6000, currency: 'EUR' }],
  ['- 50 euros', euros(5000)],
]

const english: [text: string, amount: object][] = [
  ['£1,250.80', pounds(125080)],
  ['GBP 1,250.80', pounds(125080)],
  ['$50', { cents: 5000, currency: 'USD' }],
  ['50 dollars', { cents: 5000, currency: 'USD' }],
  ['fifty quid', pounds(5000)],
  ['one hundred and twenty pounds', pounds(12000)],
  ['£60 a month', pounds(6000, { every: 'month' })],
  ['half', { share: 0.5, currency: 'EUR' }],
  ['I can pay 60 on friday', euros(6000)],
]

const notMoney = [
  '482913',
  '06 39 98 00 01',
  '+33639980001',
  'HEL-7KQ2M9',
  'ma facture F2026001',
  'index 12345',
  "j'ai consommé 620 kWh",
  '5000 kWh à 0,2016 €/kWh',
  "j'ai 84 ans",
  '3 enfants',
  'en 3 fois',
  'le 5 décembre',
  'dans 10 jours',
  'à 14h30 lundi',
  'pas du tout',
  '-50 euros',
  '-50',
  '−50 €',
  '-€50',
]

describe('amounts', () => {
  test.each(french)('fr: %s', (text, amount) => {
    expect(read(text).amounts).toEqual([{ ...amount, text: expect.any(String) as string }])
  })

  test.each(english)('en: %s', (text, amount) => {
    expect(read(text, 'en').amounts).toEqual([{ ...amount, text: expect.any(String) as string }])
  })

  test.each(notMoney)('reads no money in: %s', (text) => {
    expect(read(text, 'fr', question('money')).amounts).toEqual([])
    expect(read(text).amounts).toEqual([])
  })

  test.each(['60', 'soixante', '60 svp', 'euh 60'])('%s is 60 € where money was asked', (text) => {
    expect(read(text, 'fr', question('money')).commands[0]).toEqual({ fill: 'amount', cents: 6000 })
  })

  test('a bare number is no money where none was asked', () => {
    expect(read('60').amounts).toEqual([])
    expect(read('bah dabitude c 120 la 150 je compren pas').amounts).toEqual([])
  })

  test('reads back every sum our own replies write', () => {
    const cents = fc.integer({ min: 1, max: 99_999_999 })
    fc.assert(
      fc.property(cents, (sum) => {
        const [french] = read(`je paie ${formatMoney(sum, 'EUR', 'fr')} demain`).amounts
        const [english] = read(`I will pay ${formatMoney(sum, 'GBP', 'en')} tomorrow`, 'en').amounts
        expect(french).toMatchObject({ cents: sum, currency: 'EUR' })
        expect(english).toMatchObject({ cents: sum, currency: 'GBP' })
      }),
    )
  })
})
