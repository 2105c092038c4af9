import type { NumberFound } from './numbers.ts'
import type { Token } from './token.ts'

const length = 6

/** Digits of all numbers in a row: "quatre huit deux neuf un trois", "48 29 13", "482 913". */
function digitsOf(numbers: (NumberFound | null)[]): string {
  let digits = ''
  for (const number of numbers) {
    if (!number) continue
    if (number.hundredths < 0 || number.decimal) return ''
    digits += number.figures || String(number.hundredths / 100)
  }
  return digits
}

/** The one-time code in a message; where it was asked, also said or written in pieces. */
export function findCode(
  tokens: Token[],
  numbers: (NumberFound | null)[],
  asked: boolean,
): string | null {
  const whole = numbers.filter((number) => number?.figures.length === length && !number.decimal)
  const alone = asked || tokens.length <= 4 || tokens.some(({ word }) => word === 'code')
  if (whole.length === 1 && alone) return whole[0]!.figures
  if (!asked) return null
  const digits = digitsOf(numbers)
  return digits.length === length ? digits : null
}
