import { describe, expect, test } from 'vitest'
import { aidsOf } from '../../src/care/aid.ts'
import { debtWordsIn } from '../../src/care/debt-words.ts'
import { emergencyLines } from '../../src/care/emergency.ts'
import { gradeDuties, maxGrade } from '../../src/care/grades.ts'

describe('words of debt', () => {
  test.each([
    ['Votre facture est de 152,82 €.', ['facture', '152,82', '€']],
    ['Vous pouvez payer plus tard.', ['payer']],
    ['Your bill is overdue.', ['bill', 'overdue']],
    ['Le RÈGLEMENT attendra.', ['reglement']],
  ])('are found in: %s', (text, words) => expect(debtWordsIn(text)).toEqual(words))

  test.each([
    'Merci de me l’avoir dit. Êtes-vous en danger en ce moment ?',
    'Le 3114 répond jour et nuit ; en cas de danger, appelez le 15 ou le 112.',
    'Someone on our team is being told right now. You can call 116 123 or 999.',
    'Y a-t-il quelqu’un près de vous, ou que vous pourriez appeler ?',
  ])('are absent from: %s', (text) => expect(debtWordsIn(text)).toEqual([]))
})

describe('care data', () => {
  test('gives numbers of the country, and says where they were read', () => {
    expect(emergencyLines('FR')).toMatchObject({ suicide: '3114', emergency: '15', europe: '112' })
    expect(emergencyLines('gb')).toMatchObject({ suicide: '116 123', emergency: '999' })
    expect(emergencyLines('XX').suicide).toBe('3114')
    expect(emergencyLines('BE').source).toMatch(/^https:/)
  })

  test('presses nobody from grade 3 on, and at 4 speaks of no debt', () => {
    expect(gradeDuties[3]).toMatchObject({ reminders: false, promises: false, surveys: false })
    expect(gradeDuties[4]).toMatchObject({ debtWords: false, person: 'now', safetyQuestion: true })
    expect(gradeDuties[2].promises).toBe(true)
  })

  test('keeps the graver of two grades', () => {
    expect(maxGrade(2, 4)).toBe(4)
    expect(maxGrade(3, 0)).toBe(3)
  })

  test('names each aid with a source and the day it was read', () => {
    expect(aidsOf('fr').map(({ key }) => key)).toEqual([
      'cheque_energie',
      'fsl',
      'ccas',
      'point_conseil_budget',
    ])
    for (const { source, read } of aidsOf('FR')) {
      expect(source).toMatch(/^https:/)
      expect(Temporal.PlainDate.from(read).year).toBe(2026)
    }
    expect(aidsOf('GB')).toEqual([])
  })
})
