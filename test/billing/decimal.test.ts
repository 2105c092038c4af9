import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as decimal from '../../src/billing/decimal.ts'

const read = (text: string) => decimal.parseDecimal(text) ?? expect.fail(`${text} was not read`)

describe('a decimal', () => {
  test.each(['620', '-0.5', '0.03085', '0', '12.00', '+3', '.5', '5.'])('reads %s', (text) => {
    expect(Number(decimal.formatDecimal(read(text)))).toBe(Number(text))
  })

  test.each(['', '.', '1e3', '1,5', ' 1', '0x1', 'NaN', '1'.repeat(19)])('refuses %j', (text) => {
    expect(decimal.parseDecimal(text)).toBeNull()
  })

  test('writes itself the shortest way and reads back the same', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }),
        fc.nat(9),
        (digits, scale) => {
          const text = decimal.formatDecimal({ digits, scale })
          expect(text).toMatch(/^-?(0|[1-9]\d*)(\.\d*[1-9])?$/)
          const back = read(text)
          expect(back.digits * 10n ** BigInt(scale)).toBe(digits * 10n ** BigInt(back.scale))
        },
      ),
    )
  })
})

describe('rounding', () => {
  test('takes a half away from zero, where floats would go down', () => {
    expect(decimal.toCents(read('1.005'))).toBe(101)
    expect(decimal.toCents(read('-1.005'))).toBe(-101)
    expect(decimal.toCents(decimal.times(read('350'), read('0.1327')))).toBe(4645)
  })

  test('is never more than half a cent off', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), (digits) => {
        const cents = BigInt(decimal.toCents({ digits, scale: 5 }))
        const off = digits - cents * 1000n
        expect(off >= -500n && off <= 500n).toBe(true)
      }),
    )
  })

  test('is not done where an amount must be exact', () => {
    expect(decimal.exactCents(read('12.50'))).toBe(1250)
    expect(decimal.exactCents(read('12.505'))).toBeNull()
  })

  test('writes cents as an amount', () => {
    expect([5, -5, 15282, 0].map(decimal.writeCents)).toEqual(['0.05', '-0.05', '152.82', '0.00'])
  })
})
