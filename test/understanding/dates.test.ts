import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { understand } from '../../src/understanding/understand.ts'
import { question, read } from './read.ts'

type Row = [text: string, from: string | null, to: string | null]

const french: Row[] = [
  ['vendredi prochain', '2026-11-27', '2026-11-27'],
  ['le 5 du mois prochain', '2026-12-05', '2026-12-05'],
  ['fin du mois', '2026-11-30', '2026-11-30'],
  ["d'ici 10 jours", null, '2026-12-01'],
  ['à la paie, vers le 28', '2026-11-28', '2026-11-28'],
  ['apres-demain', '2026-11-23', '2026-11-23'],
  ['dans une quinzaine', '2026-12-05', '2026-12-06'],
  ['mi-janvier', '2027-01-15', '2027-01-15'],
  ['le lundi en huit', '2026-11-30', '2026-11-30'],
  ['mardi en quinze', '2026-12-08', '2026-12-08'],
  ['demain matin', '2026-11-22', '2026-11-22'],
  ['2main', '2026-11-22', '2026-11-22'],
  ['le 15 janvier', '2027-01-15', '2027-01-15'],
  ['lundi', '2026-11-23', '2026-11-23'],
  ['samedi', '2026-11-28', '2026-11-28'],
  ['le 3/12', '2026-12-03', '2026-12-03'],
  ['jeudi 26 novembre a 14h30', '2026-11-26', '2026-11-26'],
  ['dans 48 heures', '2026-11-23', '2026-11-23'],
  ['la semaine prochaine', '2026-11-23', '2026-11-28'],
  ['dans trois semaines', '2026-12-12', '2026-12-12'],
  ['début décembre', '2026-12-01', '2026-12-01'],
  ['avant Noël', null, '2026-12-25'],
  ['le premier du mois', '2026-12-01', '2026-12-01'],
  ['le 5', '2026-12-05', '2026-12-05'],
  ['le cinq', '2026-12-05', '2026-12-05'],
  ['le 28', '2026-11-28', '2026-11-28'],
  ['le 31', '2026-12-31', '2026-12-31'],
  ['le 1er décembre', '2026-12-01', '2026-12-01'],
  ['le vingt-cinq décembre', '2026-12-25', '2026-12-25'],
  ['le 5 decembre 2026', '2026-12-05', '2026-12-05'],
  ['05/12/2026', '2026-12-05', '2026-12-05'],
  ['5.12.26', '2026-12-05', '2026-12-05'],
  ['2026-12-05', '2026-12-05', '2026-12-05'],
  ['samedi 5 décembre', '2026-12-05', '2026-12-05'],
  ['avant le 5', null, '2026-12-05'],
  ['au plus tard le 5', null, '2026-12-05'],
  ['sous 48h', null, '2026-11-23'],
  ['après le 10', '2026-12-10', null],
  ['à partir du 10', '2026-12-10', null],
  ['entre le 5 et le 10', '2026-12-05', '2026-12-10'],
  ['du 28 au 3', '2026-11-28', '2026-12-03'],
  ['le mois prochain', '2026-12-01', '2026-12-31'],
  ['en janvier', '2027-01-01', '2027-01-31'],
  ['fin janvier', '2027-01-31', '2027-01-31'],
  ['ce week-end', '2026-11-21', '2026-11-22'],
  ['ajd', '2026-11-21', '2026-11-21'],
  ["j'ai payé le 3", '2026-11-03', '2026-11-03'],
  ['décédé le 2 novembre', '2026-11-02', '2026-11-02'],
  ['il y a 3 jours', '2026-11-18', '2026-11-18'],
]

const english: Row[] = [
  ['next friday', '2026-11-27', '2026-11-27'],
  ['the 5th of next month', '2026-12-05', '2026-12-05'],
  ['end of the month', '2026-11-30', '2026-11-30'],
  ['within 10 days', null, '2026-12-01'],
  ['on payday, around the 28th', '2026-11-28', '2026-11-28'],
  ['in a fortnight', '2026-12-05', '2026-12-05'],
  ['mid-January', '2027-01-15', '2027-01-15'],
  ['a week on Monday', '2026-11-30', '2026-11-30'],
  ['5/12', '2026-12-05', '2026-12-05'],
  ['December 5th', '2026-12-05', '2026-12-05'],
  ['5 Dec 2026', '2026-12-05', '2026-12-05'],
  ['the twenty-first of December', '2026-12-21', '2026-12-21'],
  ['tomorrow at 3pm', '2026-11-22', '2026-11-22'],
  ['by the 5th', null, '2026-12-05'],
  ['after the 10th', '2026-12-10', null],
  ['before Christmas', null, '2026-12-25'],
]

describe('dates said on Saturday 21 November 2026', () => {
  test.each(french)('fr: %s', (text, from, to) => {
    expect(read(text).dates).toEqual([expect.objectContaining({ from, to })])
  })

  test.each(english)('en: %s', (text, from, to) => {
    expect(read(text, 'en').dates).toEqual([expect.objectContaining({ from, to })])
  })

  test.each(['le 30 février', 'le 31 novembre', 'le 32', '31/02/2027', '99/99', 'bientôt'])(
    'leaves out what is no day: %s',
    (text) => expect(read(text).dates).toEqual([]),
  )

  test('says so when a weekday contradicts its day', () => {
    expect(read('vendredi 5 décembre').dates[0]).toMatchObject({
      from: '2026-12-05',
      ambiguous: true,
    })
    expect(read('samedi 5 décembre').dates[0]).not.toHaveProperty('ambiguous')
  })

  test('keeps the time of day apart', () => {
    expect(read('jeudi 26 novembre à 14h30').dates[0]).toMatchObject({ time: '14:30' })
    expect(read('tomorrow at 3pm', 'en').dates[0]).toMatchObject({ time: '15:00' })
  })

  test('keeps the words as they were written', () => {
    expect(read('je paie LE 5 DU MOIS PROCHAIN').dates[0]?.text).toBe('LE 5 DU MOIS PROCHAIN')
  })

  test('reads a bare number as a day only where a date was asked', () => {
    expect(read('5').dates).toEqual([])
    expect(read('5', 'fr', question('date')).dates).toHaveLength(1)
  })

  test('looks back where the question is about something that happened', () => {
    const asked = { slot: 'date', type: 'date', past: true } as const
    expect(read('le 3', 'fr', asked).dates[0]).toMatchObject({ from: '2026-11-03' })
  })

  test('never puts "le N" in the past', () => {
    const days = fc.integer({ min: 1, max: 31 })
    const today = fc.integer({ min: 0, max: 2000 })
    fc.assert(
      fc.property(days, today, (day, after) => {
        const from = Temporal.PlainDate.from('2026-01-01').add({ days: after })
        const at = `${from.toString()}T12:00:00+01:00`
        const [date] = understand({ text: `le ${day}`, language: 'fr', at }).dates
        const found = Temporal.PlainDate.from(date!.from!)
        expect(Temporal.PlainDate.compare(found, from)).toBeGreaterThanOrEqual(0)
        expect(found.day).toBe(day)
      }),
    )
  })

  test('reads every written date back as the day it names', () => {
    const day = fc.integer({ min: 0, max: 10_000 })
    fc.assert(
      fc.property(day, (days) => {
        const date = Temporal.PlainDate.from('2020-01-01').add({ days })
        const french = `${date.day}/${date.month}/${date.year}`
        expect(read(french).dates[0]?.from).toBe(date.toString())
        expect(read(date.toString()).dates[0]?.from).toBe(date.toString())
      }),
    )
  })
})
