import { describe, expect, test } from 'vitest'
import { guessLanguage } from '../../src/understanding/language.ts'

describe('the language of a message', () => {
  test.each(['je peux payer le 5', 'oui merci', 'jpe pas payer', "c'est quoi cette facture"])(
    '%s is French',
    (text) => expect(guessLanguage(text, 'en')).toBe('fr'),
  )

  test.each(['I can pay on the 5th', 'yes please', 'who are you', 'half of it next week'])(
    '%s is English',
    (text) => expect(guessLanguage(text, 'fr')).toBe('en'),
  )

  test('is the expected one where nothing decides', () => {
    expect(guessLanguage('482913', 'en')).toBe('en')
    expect(guessLanguage('', 'fr')).toBe('fr')
  })
})
