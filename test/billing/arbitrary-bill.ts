import fc from 'fast-check'
import { lineKinds } from '../../src/conversation/bill.ts'
import { vatOf } from '../../src/billing/totals.ts'
import type { Bill, BillLine } from '../../src/conversation/bill.ts'

/** `1327` with four decimals is `0.1327`. */
function decimal(digits: number, scale: number): string {
  const text = String(digits).padStart(scale + 1, '0')
  return `${text.slice(0, -scale)}.${text.slice(-scale)}`
}

/** Half-up of quantity (one decimal) times price (four): an oracle of its own, in whole numbers. */
function product(quantity: number, price: number): number {
  return Number((BigInt(quantity) * BigInt(price) + 500n) / 1000n)
}

const line = fc
  .record({
    kind: fc.constantFrom(...lineKinds),
    quantity: fc.integer({ min: 0, max: 99_999 }),
    price: fc.integer({ min: 0, max: 99_999 }),
    unit: fc.constantFrom('kWh', 'month', 'day'),
    vatPercent: fc.constantFrom('20', '5.5', '0'),
    free: fc.option(fc.integer({ min: -50_000, max: 50_000 })),
    register: fc.constantFrom(undefined, 'HP', 'HC'),
  })
  .map(({ kind, quantity, price, unit, vatPercent, free, register }): Omit<BillLine, 'id'> => {
    if (free !== null) return { kind, label: 'ligne', cents: free, vatPercent }
    const how = 'real' as const
    return {
      kind,
      label: 'ligne',
      quantity: decimal(quantity, 1),
      unit,
      unitPrice: decimal(price, 4),
      cents: product(quantity, price),
      vatPercent,
      ...(register && {
        reading: {
          register,
          from: { day: '2026-01-01', index: '1', how },
          to: { day: '2026-02-01', index: '2', how },
        },
      }),
    }
  })

/** Bills of every shape whose figures add up. */
export const arbitraryBill: fc.Arbitrary<Bill> = fc
  .record({
    lines: fc.array(line, { minLength: 1, maxLength: 8 }),
    paidCents: fc.integer({ min: 0, max: 100_000 }),
    days: fc.integer({ min: 0, max: 400 }),
  })
  .map(({ lines, paidCents, days }) => {
    const rates = [...new Set(lines.map(({ vatPercent }) => vatPercent))]
    const vat = rates.map((percent) => {
      const baseCents = sum(lines.filter(({ vatPercent }) => vatPercent === percent))
      return { percent, baseCents, cents: vatOf(baseCents, percent) }
    })
    const [netCents, taxCents] = [sum(lines), sum(vat)]
    const from = Temporal.PlainDate.from('2026-01-01')
    return {
      number: 'B-1',
      kind: 'invoice',
      seller: 'Hélia',
      currency: 'EUR',
      energy: 'electricity',
      issued: '2026-10-02',
      period: { from: from.toString(), to: from.add({ days }).toString() },
      lines: lines.map((one, index) => ({ id: String(index + 1), ...one })),
      vat,
      netCents,
      taxCents,
      totalCents: netCents + taxCents,
      paidCents,
      dueCents: netCents + taxCents - paidCents,
      notes: [],
    }
  })

function sum(parts: { cents: number }[]): number {
  return parts.reduce((total, { cents }) => total + cents, 0)
}
