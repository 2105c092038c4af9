import { describe, expect, test } from 'vitest'
import { fixtureText, readText, sampleBill, sampleText, samples } from './bill-files.ts'
import { owedCents } from '../../src/conversation/bill.ts'

const text = sampleText(samples.higher)
const changed = (from: string, to: string) => () => {
  expect(text).toContain(from)
  return readText(text.replace(from, to), 'b.xml')
}

describe('a UBL invoice', () => {
  test('gives its energy: readings, power, taxes by name, period', () => {
    const bill = sampleBill(samples.estimated)
    expect(bill).toMatchObject({
      number: 'HEL-2026-10-0533',
      seller: 'Hélia',
      buyer: 'Mr Daniel Reed',
      reference: 'HEL-4TR8WC',
      energy: 'electricity',
      subscribedKva: '6',
      period: { from: '2026-08-05', to: '2026-10-04' },
    })
    expect(bill.lines.map(({ kind, tax }) => tax ?? kind)).toEqual([
      'standing_charge',
      'consumption',
      'service',
      'accise',
      'cta',
    ])
    expect(bill.lines[1]?.reading).toEqual({
      meter: 'M-118290',
      from: { day: '2026-08-04', index: '7742', how: 'real' },
      to: { day: '2026-10-04', index: '8152', how: 'estimated' },
    })
  })

  test('is read by namespace, with charges, allowances, base quantities and rounding', () => {
    const bill = readText(fixtureText('charges.xml'))
    expect(bill).toMatchObject({ seller: 'Eaux & Rives', energy: 'water', reference: 'CLI-9' })
    expect(bill.notes).toEqual(['Relevé & facture'])
    expect(bill.lines.map(({ id, kind, cents }) => [id, kind, cents])).toEqual([
      ['A', 'consumption', 9600],
      ['B', 'standing_charge', 1235],
      ['charge-1', 'fee', 700],
      ['allowance-2', 'allowance', -124],
    ])
    expect(bill.lines[0]).toMatchObject({ quantity: '30', priceBase: '10', adjustmentCents: -300 })
    expect([bill.totalCents, bill.paidCents, bill.roundingCents, bill.dueCents]).toEqual([
      12000, 2000, 1, 10001,
    ])
  })

  test('that takes back a bill is owed to the customer', () => {
    const note = readText(fixtureText('credit-note.xml'))
    expect(note).toMatchObject({
      kind: 'credit_note',
      corrects: 'HEL-2026-10-0533',
      totalCents: 600,
    })
    expect(owedCents(note)).toBe(-600)
    expect(owedCents(sampleBill(samples.higher))).toBe(15282)
  })
})

describe('a UBL invoice is refused with its place', () => {
  test('where a line does not add up, naming it and both figures', () => {
    const wrong = changed(
      '<cbc:LineExtensionAmount currencyID="EUR">82.27',
      '<cbc:LineExtensionAmount currencyID="EUR">83.27',
    )
    expect(wrong).toThrow(
      /^b\.xml:\d+:3: line "2", "Consommation, option Base": 620 × 0\.1327 makes 82\.27, but the document says 83\.27/,
    )
    const quantity = changed('unitCode="KWH">620<', 'unitCode="KWH">621<')
    expect(quantity).toThrow(
      /^b\.xml:\d+:3: line "2", "Consommation, option Base": 621 × 0\.1327 makes 82\.41, but the document says 82\.27/,
    )
  })

  test('where the total does not add up', () => {
    expect(
      changed(
        '<cbc:TaxInclusiveAmount currencyID="EUR">152.82',
        '<cbc:TaxInclusiveAmount currencyID="EUR">162.82',
      ),
    ).toThrow(/^b\.xml:\d+:5: net and VAT make 152\.82, but the document says 162\.82/)
    expect(
      changed(
        '<cbc:PayableAmount currencyID="EUR">152.82',
        '<cbc:PayableAmount currencyID="EUR">152.00',
      ),
    ).toThrow('makes 152.82, but the document says 152.00')
  })

  test.each([
    ['<cbc:IssueDate>2026-10-02</cbc:IssueDate>', '', 'Invoice needs a cbc:IssueDate'],
    ['<cbc:IssueDate>2026-10-02', '<cbc:IssueDate>2 octobre', 'issued: '],
    ['EUR">24.00', 'EUR">24,00', 'cbc:LineExtensionAmount is "24,00", expected a decimal number'],
    ['EUR">24.00', 'EUR">24.001', 'expected an amount with at most two decimals'],
    ['EUR">24.00', 'USD">24.00', 'cbc:LineExtensionAmount is in "USD", not in EUR'],
    [
      '<cbc:Value>standing_charge',
      '<cbc:Value>rent',
      'LineKind is "rent", expected one of standing_charge',
    ],
    ['<cbc:Value>real', '<cbc:Value>guessed', 'lines[1].reading.from.how'],
    [
      'CommonAggregateComponents-2',
      'CommonAggregateComponents-3',
      'Invoice needs a cac:LegalMonetaryTotal',
    ],
  ])('%s to %s', (from, to, message) => {
    expect(changed(from, to)).toThrow(message)
    expect(changed(from, to)).toThrow(/^b\.xml:\d+:\d+: /)
  })

  test('where a charge is not the share it says', () => {
    const wrong = fixtureText('charges.xml').replace(
      '<MultiplierFactorNumeric>10<',
      '<MultiplierFactorNumeric>11<',
    )
    expect(() => readText(wrong)).toThrow('11 % of 12.35 makes 1.36, but the document says 1.24')
  })
})

test('a sum of lines that is wrong by itself is refused', () => {
  const wrong = changed(
    '<cbc:LineExtensionAmount currencyID="EUR">127.35',
    '<cbc:LineExtensionAmount currencyID="EUR">127.53',
  )
  expect(wrong).toThrow(
    /^b\.xml:\d+:5: cbc:LineExtensionAmount: its parts sum to 127\.35, but the document says 127\.53/,
  )
})
