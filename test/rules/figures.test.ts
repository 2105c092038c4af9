import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bareFigures } from '../../src/rules/figures.ts'

describe('figures in a text', () => {
  it('are fine when each stands in a typed value', () => {
    const text = '60 € le samedi 5 décembre, puis 30,94 € le 11 janvier.'
    const allowed = ['60 €', 'samedi 5 décembre', '30,94 €', '11 janvier']
    expect(bareFigures(text, allowed)).toEqual([])
  })

  it('are bare when nothing stands behind them', () => {
    expect(bareFigures('Il reste 92,82 € en 3 fois.', ['92,82 €'])).toEqual(['3'])
    expect(bareFigures('Soit 1 180,50 € le 05/12/2026', [])).toEqual(['1 180,50', '05/12/2026'])
  })

  it('do not borrow the end or the beginning of another figure', () => {
    expect(bareFigures('160 €', ['60 €'])).toEqual(['160'])
    expect(bareFigures('60,50', ['60'])).toEqual(['60,50'])
    expect(bareFigures('1,60 €', ['60 €'])).toEqual(['1,60'])
    expect(bareFigures('1 180 €', ['180 €'])).toEqual(['1 180'])
  })

  it('compare whatever the kind of space', () => {
    expect(bareFigures('152,82\u00a0€', ['152,82 €'])).toEqual([])
    expect(bareFigures('1 180,00 €', ['1\u202f180,00\u00a0€'])).toEqual([])
  })

  it('count in other digits and as fractions', () => {
    expect(bareFigures('٦٠ euros', [])).toEqual(['٦٠'])
    expect(bareFigures('½ tout de suite', [])).toEqual(['½'])
  })

  it('may end a sentence', () => {
    expect(bareFigures('Appelez le 3114. Ou le 15.', ['3114', '15'])).toEqual([])
    expect(bareFigures('Vous devez 60.', [])).toEqual(['60'])
  })

  it('are all found, and all covered by themselves', () => {
    const figures = fc.array(fc.integer({ min: 0, max: 999_999 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(figures, (numbers) => {
        const text = numbers.map((number) => `soit ${number} euros`).join(' ; ')
        const words = numbers.map(String)
        expect(bareFigures(text, [])).toEqual(words)
        expect(bareFigures(text, words)).toEqual([])
      }),
    )
  })
})
