import { describe, expect, it } from 'vitest'
import { parseExpression } from '../../../src/dialog/expression/parse.ts'
import { typeOfExpression } from '../../../src/dialog/expression/types.ts'
import type { ValueType } from '../../../src/dialog/action.ts'

const types: Record<string, ValueType> = {
  amount: 'money',
  due: 'money',
  times: 'count',
  date: 'date',
  today: 'date',
  proven: 'yes_no',
  brand: 'text',
  by: 'moment',
}
const typeOf = (name: string) => {
  if (name === 'method') return { type: 'one_of' as const, options: ['card', 'transfer'] }
  return types[name] && { type: types[name] }
}
const judge = (source: string) => typeOfExpression(parseExpression(source), typeOf)

describe('types', () => {
  it.each([
    ['0 < amount <= due', 'yes_no'],
    ['amount * 2', 'money'],
    ['times + 1', 'count'],
    ['date + times', 'date'],
    ['date - today', 'count'],
    ["method in ['card', brand]", 'yes_no'],
    ['given(amount)', 'yes_no'],
  ])('%s is %s', (source, type) => {
    expect(judge(source)).toEqual({ type, faults: [] })
  })

  it.each([
    ['amount < date', 9, 'money cannot be compared with date'],
    ['amount < 5 and brand', 15, 'expected yes or no, found text'],
    ["method == 'cash'", 10, "'cash' is no choice of method, expected card, transfer"],
    ['amount + date > 1', 7, 'money + date means nothing'],
    ['ammount > 1', 0, "'ammount' is unknown here"],
    ['given(ammount)', 0, "'ammount' is unknown here"],
    ["brand < 'b'", 0, "text has no order for '<'"],
    ['by < by', 0, "moment has no order for '<'"],
    ['amount * due > 1', 7, 'money * money means nothing'],
  ])('%s is a fault', (source, at, message) => {
    expect(judge(source).faults).toContainEqual({ at, message })
  })
})
