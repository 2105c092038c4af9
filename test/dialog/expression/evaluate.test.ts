import * as fc from 'fast-check'
import { compileExpression } from '../../../src/dialog/expression/evaluate.ts'
import { describe, expect, it } from 'vitest'
import { parseExpression } from '../../../src/dialog/expression/parse.ts'
import type { Value } from '../../../src/conversation/state.ts'

const values: Record<string, Value> = {
  amount: 6000,
  due: 15282,
  date: '2026-12-05',
  today: '2026-11-21',
  method: 'card',
  proven: true,
  empty: null,
}

const evaluate = (source: string) =>
  compileExpression(source, parseExpression(source)).evaluate((name) => values[name] ?? null)

describe('an expression', () => {
  it.each([
    ['0 < amount <= due', true],
    ['0 < amount <= 5999', false],
    ['amount + 1 > 6000 and not (due < amount)', true],
    ['due - amount * 2 == 3282', true],
    ["method == 'card' or amount == 1", true],
    ["method in ['transfer', 'card']", true],
    ["method != 'card'", false],
    ['today <= date <= today + 14', true],
    ['date <= today + 13', false],
    ['date - today == 14', true],
    ['proven == true', true],
    ['not proven or false', false],
    ['given(amount) and not given(empty)', true],
  ])('%s is %s', (source, expected) => {
    expect(evaluate(source)).toBe(expected)
  })

  it('holds for nothing that is missing', () => {
    expect(evaluate('empty < 1')).toBe(false)
    expect(evaluate('empty > 1')).toBe(false)
    expect(evaluate('empty == empty')).toBe(false)
    expect(evaluate('empty + 1')).toBeNull()
  })

  it('crosses months and years by the calendar', () => {
    expect(evaluate('date + 27')).toBe('2027-01-01')
    expect(evaluate('date - 5')).toBe('2026-11-30')
  })

  it('names what it reads, and not what it only asks to be given', () => {
    const source = 'given(amount) and date > today'
    expect(compileExpression(source, parseExpression(source)).names).toEqual(['date', 'today'])
  })

  it('binds like arithmetic: a product before a sum, "and" before "or"', () => {
    fc.assert(
      fc.property(fc.nat(99), fc.nat(99), fc.nat(99), (a, b, c) => {
        expect(evaluate(`${a} + ${b} * ${c}`)).toBe(a + b * c)
        expect(evaluate(`${a} - ${b} - ${c}`)).toBe(a - b - c)
        expect(evaluate(`${a} < ${b} and ${b} < ${c} or ${a} == ${c}`)).toBe(
          (a < b && b < c) || a === c,
        )
      }),
    )
  })
})

describe('an expression that cannot be read', () => {
  it.each([
    ['amount <', 8, "found 'the end', expected a value"],
    ['amount due', 7, "found 'due', expected an operator or the end"],
    ['amount & due', 7, "'&' is no part of an expression"],
    ['(amount', 7, "found 'the end', expected ')'"],
    ['amount in due', 10, "found 'due', expected a list like [a, b]"],
    ['given amount', 6, "found 'amount', expected '(' after given"],
  ])('%s', (source, at, message) => {
    expect(() => parseExpression(source)).toThrow(expect.objectContaining({ at, message }))
  })
})
