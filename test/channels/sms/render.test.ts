import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countSegments, renderSms } from '../../../src/channels/sms/render.ts'

const many = (text: string, times: number) => text.repeat(times)

test.each([
  [many('a', 160), 1],
  [many('a', 161), 2],
  [many('a', 306), 2],
  [many('a', 307), 3],
  [many('€', 80), 1],
  [many('€', 81), 2],
  ['éèàùìòÇÉäöüñ', 1],
  ['Reçu', 1],
  ['10\u00a0€', 1],
  [many('ê', 70), 1],
  [many('ê', 71), 2],
  [many('ê', 134), 2],
  [many('ê', 135), 3],
  [many('😀', 35), 1],
  [many('😀', 36), 2],
])('%.12s… counts as the carrier counts it', (text, segments) => {
  expect(countSegments(text)).toBe(segments)
})

const options = [
  { key: 'card', label: 'carte' },
  { key: 'transfer', label: 'virement' },
]

test('choices are digits, and not twice where the text has them', () => {
  const text = 'Par quel moyen ?'
  const body = 'Par quel moyen ? 1 carte, 2 virement'
  expect(renderSms({ text, options }).body).toBe(body)
  expect(renderSms({ text: body, options }).body).toBe(body)
})

test('choices already in the text in plain apostrophes are not said twice', () => {
  const text = "Qu'est-ce qui a bloqué ? 1 c'est difficile"
  const difficult = [{ key: 'gap', label: 'c’est difficile' }]
  expect(renderSms({ text, options: difficult }).body).toBe(text)
})

test('a text too long is cut at a word and says so', () => {
  const { body, cut } = renderSms({ text: many('Bonjour ', 300) })
  expect(cut).toBe(true)
  expect(body.length).toBeLessThanOrEqual(1600)
  expect(body.endsWith('Bonjour…')).toBe(true)
})

test('never cuts inside a character, whatever was written', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom('😀', '👩‍👧', 'a', 'é', ' ', '\ud800', '\0'),
        maxLength: 2000,
      }),
      (text) => {
        const { body } = renderSms({ text })
        expect(body.isWellFormed()).toBe(true)
        expect(body.length).toBeLessThanOrEqual(1600)
        expect(body).not.toContain('\0')
        expect(body).not.toMatch(/\u200d…$/)
      },
    ),
    { numRuns: 200 },
  )
})
