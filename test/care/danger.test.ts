import { describe, expect, test } from 'vitest'
import type { Language } from '../../src/conversation/language.ts'
import { understand } from '../../src/understanding/understand.ts'
import { knownFalseAlarms, knownMisses } from './danger-known-misses.ts'
import { dangerFinal, harmlessFinal } from './danger-lines-final.ts'
import { dangerHeldOut, harmlessHeldOut } from './danger-lines-held-out.ts'
import { dangerLinesOne, harmlessLinesOne } from './danger-lines-one.ts'
import { dangerLinesTwo, harmlessLinesTwo } from './danger-lines-two.ts'

const languages: Language[] = ['fr', 'en']

/** Grades of a text on a French and on an English line. */
function grades(text: string): number[] {
  return languages.map(
    (language) => understand({ text, language, at: '2026-11-21T10:00:00+01:00' }).grade,
  )
}

const inDanger = [...dangerLinesOne, ...dangerLinesTwo, ...dangerHeldOut, ...dangerFinal]
const harmless = [...harmlessLinesOne, ...harmlessLinesTwo, ...harmlessHeldOut, ...harmlessFinal]
const found = inDanger.filter((text) => !knownMisses.includes(text))
const quiet = harmless.filter((text) => !knownFalseAlarms.includes(text))

describe('danger in wording of all kinds', () => {
  test.each(found)('is found on a line of either language: %s', (text) =>
    expect(Math.min(...grades(text))).toBe(4),
  )

  test.each(quiet)('is not seen in: %s', (text) =>
    expect(Math.max(...grades(text))).toBeLessThan(4),
  )

  test('is missed only where that is known, and the list can only shrink', () => {
    const missed = inDanger.filter((text) => Math.min(...grades(text)) < 4)
    expect(missed.filter((text) => !knownMisses.includes(text))).toEqual([])
    expect(knownMisses.length).toBeLessThanOrEqual(5)
    expect(knownMisses.filter((text) => !missed.includes(text))).toEqual([])
  })

  test('is wrongly seen only where that is known, and the list can only shrink', () => {
    const alarms = harmless.filter((text) => Math.max(...grades(text)) === 4)
    expect(alarms).toEqual(knownFalseAlarms)
    expect(knownFalseAlarms.length).toBeLessThanOrEqual(1)
  })

  test.each([
    ['if i die does the debt go away? i’m serious, i want to', 4],
    ['no reason to keep living', 4],
    ['no way out, the lift is broken', 0],
    ['this is my last message before I complain', 0],
    ['je vais le faire demain', 0],
    ['je vais vous faire un virement', 0],
    ['je vais vous retrouver la facture', 0],
  ])('is told from business in the same words: %s', (text, grade) => {
    if (grade === 4) expect(grades(text)).toEqual([4, 4])
    else expect(Math.max(...grades(text))).toBeLessThan(4)
  })

  test('is asked about gently where a farewell stands alone', () => {
    expect(grades('ok merci. adieu')).toEqual([3, 3])
    expect(Math.max(...grades('adieu les factures papier'))).toBe(0)
  })
})
