import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryBill } from './arbitrary-bill.ts'
import { checkTotals, vatOf } from '../../src/billing/totals.ts'
import { sampleBill, samples } from './bill-files.ts'
import type { Bill } from '../../src/conversation/bill.ts'

const place = (path: string) => `bill.json, ${path}`
const check = (bill: Bill) => () => checkTotals(bill, place)
const bill = sampleBill(samples.higher)

describe('the worked example', () => {
  test('comes to 152.82 with 25.47 of VAT on 127.35, taxes included', () => {
    expect(bill.lines.map(({ cents }) => cents)).toEqual([2400, 8227, 1913, 195])
    expect(bill.netCents).toBe(12735)
    expect(vatOf(12735, '20')).toBe(2547)
    expect(bill.totalCents).toBe(15282)
  })

  test('a catch-up of 912.40 with ten payments of 78.00 leaves 132.40', () => {
    const catchUp = sampleBill(samples.catchUp)
    expect([catchUp.totalCents, catchUp.paidCents, catchUp.dueCents]).toEqual([91240, 78000, 13240])
  })
})

describe('a bill that does not add up is refused with both figures', () => {
  test('in a line', () => {
    const lines = bill.lines.map((line) => (line.id === '2' ? { ...line, cents: 8327 } : line))
    expect(check({ ...bill, lines })).toThrow(
      'bill.json, lines[1]: line "2", "Consommation, option Base": 620 × 0.1327 makes 82.27, but the document says 83.27',
    )
  })

  test.each([
    ['netCents', 'the lines sum to 127.35, but the document says 128.35'],
    ['taxCents', 'the VAT of all rates sums to 25.47, but the document says 26.47'],
    ['totalCents', 'net and VAT make 152.82, but the document says 153.82'],
    ['dueCents', 'the total less what is paid makes 152.82, but the document says 153.82'],
  ] as const)('in %s', (field, message) => {
    expect(check({ ...bill, [field]: bill[field] + 100 })).toThrow(
      `bill.json, ${field}: ${message}`,
    )
  })

  test('in the VAT of a rate', () => {
    const vat = [{ percent: '20', baseCents: 12735, cents: 2546 }]
    expect(check({ ...bill, vat })).toThrow(
      'VAT at 20 % of 127.35 makes 25.47, but the document says 25.46',
    )
    const other = [{ percent: '20', baseCents: 12700, cents: 2540 }]
    expect(check({ ...bill, vat: other })).toThrow(
      'VAT at 20 %: its lines sum to 127.35, but the document says 127.00',
    )
  })

  test('in a rate the summary lacks', () => {
    const vat = [{ percent: '5.5', baseCents: 12735, cents: 700 }]
    expect(check({ ...bill, vat })).toThrow('line "1" has VAT at 20 %, a rate the summary lacks')
  })

  test('by a single cent anywhere, whatever the bill', () => {
    const fields = fc.constantFrom('netCents', 'taxCents', 'totalCents', 'dueCents', 'paidCents')
    fc.assert(
      fc.property(arbitraryBill, fields, fc.constantFrom(-1, 1), (sound, field, cent) => {
        expect(check(sound)).not.toThrow()
        expect(check({ ...sound, [field]: (sound[field as 'netCents'] ?? 0) + cent })).toThrow(
          'but the document says',
        )
      }),
    )
  })
})
