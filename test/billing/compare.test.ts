import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryBill } from './arbitrary-bill.ts'
import { compareBills } from '../../src/billing/compare.ts'
import { sampleBill, samples } from './bill-files.ts'
import type { Bill } from '../../src/conversation/bill.ts'

const before = sampleBill(samples.before)
const after = sampleBill(samples.higher)
const parts = (from: Bill, to: Bill) =>
  Object.fromEntries(compareBills(from, to).parts.map(({ kind, cents }) => [kind, cents]))

describe('the change between two bills', () => {
  test('of 32.72 is 135 kWh more, taxes with VAT, and twelve days more', () => {
    expect(compareBills(before, after)).toEqual({
      fromCents: 12010,
      toCents: 15282,
      parts: [
        { kind: 'volume', cents: 1791, quantity: { value: '135', unit: 'kWh' } },
        { kind: 'taxes', cents: 1001 },
        { kind: 'days', cents: 480, quantity: { value: '12', unit: 'day' } },
      ],
    })
  })

  test('is a new price on the new quantity beside more at the old price', () => {
    const lines = before.lines.map((line) =>
      line.kind === 'consumption' ? { ...line, unitPrice: '0.1', cents: 4850 } : line,
    )
    expect(parts({ ...before, lines }, after)).toMatchObject({ volume: 1350, price: 2027 })
  })

  test('shows an option that began', () => {
    const reed = sampleBill(samples.estimated)
    expect(parts(sampleBill('HEL-2026-08-0518.xml'), reed)).toEqual({
      volume: 796,
      options: 500,
      taxes: 481,
    })
  })

  test('compares peak with peak', () => {
    const peak = sampleBill('HEL-2026-10-0702.xml')
    const lines = peak.lines.map((line) =>
      line.reading?.register === 'HC' ? { ...line, quantity: '200', cents: 2130 } : line,
    )
    expect(parts(peak, { ...peak, lines })).toEqual({ volume: 213 })
  })

  test('sums to the difference to the cent, whatever the bills', () => {
    fc.assert(
      fc.property(arbitraryBill, arbitraryBill, (from, to) => {
        const change = compareBills(from, to)
        const sum = change.parts.reduce((cents, part) => cents + part.cents, 0)
        expect(sum).toBe(change.toCents - change.fromCents)
        expect(change.parts.every(({ cents }) => Number.isSafeInteger(cents) && cents !== 0)).toBe(
          true,
        )
        expect(new Set(change.parts.map(({ kind }) => kind)).size).toBe(change.parts.length)
      }),
      { numRuns: 500 },
    )
  })

  test('of a bill with itself is nothing', () => {
    fc.assert(
      fc.property(arbitraryBill, (bill) => {
        expect(compareBills(bill, bill).parts).toEqual([])
      }),
    )
  })

  test('is the other way round from the other side', () => {
    const back = parts(after, before)
    expect(back).toEqual({ volume: -1791, taxes: -1001, days: -480 })
  })

  test('is refused between two currencies', () => {
    expect(() => compareBills(before, { ...after, currency: 'GBP' })).toThrow('EUR and GBP')
  })
})
