import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { slotTypes } from '../../src/conversation/understanding.ts'
import { understand } from '../../src/understanding/understand.ts'
import { question, read, saturday } from './read.ts'

describe('understanding', () => {
  test('reads a whole message at once', () => {
    const text = "j'ai perdu mon boulot, je peux payer 120€ le 5 du mois prochain"
    expect(read(text, 'fr', question('date'))).toEqual({
      text,
      language: 'fr',
      intents: ['promise'],
      amounts: [{ cents: 12000, currency: 'EUR', text: '120€' }],
      dates: [{ from: '2026-12-05', to: '2026-12-05', text: 'le 5 du mois prochain' }],
      signals: [{ kind: 'income_shock', grade: 2, text: "j'ai perdu mon boulot" }],
      grade: 2,
      optOut: false,
      commands: [
        { fill: 'amount', cents: 12000 },
        { fill: 'date', from: '2026-12-05', to: '2026-12-05' },
      ],
      confidence: expect.closeTo(0.98, 1) as number,
    })
  })

  test('never throws, whatever the characters and the question', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc
        .array(
          fc.constantFrom(
            'le',
            '5',
            '60',
            '€',
            "d'",
            'pas',
            '\u0000',
            '\ud800',
            'mi',
            '/',
            '12',
            'fin',
            'du',
            'mois',
            'dans',
            'un',
            'x',
            '3',
            'par',
          ),
        )
        .map((words) => words.join(' ')),
    )
    fc.assert(
      fc.property(text, fc.constantFrom(...slotTypes), (words, type) => {
        const { confidence, dates, amounts } = read(words, 'fr', question(type))
        expect(confidence).toBeGreaterThanOrEqual(0)
        expect(confidence).toBeLessThanOrEqual(1)
        for (const { text: said } of [...dates, ...amounts]) expect(words).toContain(said)
      }),
      { numRuns: 500 },
    )
  })

  test('gives the same answer to the same words', () => {
    const texts = fc.string({ unit: 'grapheme' })
    fc.assert(
      fc.property(texts, (text) => {
        expect(read(text)).toEqual(read(text))
      }),
    )
  })

  test.each(['je ', '1 ', "'", 'le 5 ', 'cent ', 'stop ', 'a-', '60 € ', 'pas ', '\ud800'])(
    'stays quick on %j a hundred thousand times',
    (part) => {
      const started = performance.now()
      read(part.repeat(100_000))
      expect(performance.now() - started).toBeLessThan(2000)
    },
  )

  test('names the date-time it cannot read', () => {
    expect(() => understand({ text: 'oui', language: 'fr', at: 'noon' })).toThrow(/noon/)
    expect(() => understand({ text: 'oui', language: 'fr', at: saturday })).not.toThrow()
  })
})
