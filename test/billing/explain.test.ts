import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryBill } from './arbitrary-bill.ts'
import { boxesOf } from '../../src/billing/boxes.ts'
import { bySteps, explainBill, stepOf } from '../../src/billing/explain.ts'
import { fixtureText, readText, sampleBill, samples } from './bill-files.ts'
import type { ExplainStep } from '../../src/billing/sentence.ts'

const today = Temporal.PlainDate.from('2026-11-21')
const bill = sampleBill(samples.higher)
const texts = (sentences: ExplainStep[]) => sentences.map(({ text }) => text)
const find = (sentences: ExplainStep[], text: string) =>
  sentences.find((one) => one.text === text)?.params ?? expect.fail(`${text} is not said`)
const euros = (cents: number) => ({ type: 'money', cents, currency: 'EUR' })

describe('a bill is explained', () => {
  test('total first, then each box, then what remains', () => {
    const steps = bySteps(explainBill(bill, { today }))
    expect(steps.map(([first]) => first && stepOf(first))).toEqual([
      'total',
      'fixed',
      'used',
      'taxes',
      'remains',
    ])
  })

  test('with the figures of the bill', () => {
    const said = explainBill(bill, { today })
    expect(find(said, 'total')).toMatchObject({ total: euros(15282) })
    expect(find(said, 'box_fixed')).toEqual({ amount: euros(2400) })
    expect(find(said, 'used')).toMatchObject({
      quantity: { value: '620', unit: 'kWh' },
      price: { value: '0.1327', unit: '€' },
      amount: euros(8227),
    })
    expect(find(said, 'taxes')).toEqual({ amount: euros(4655) })
    expect(find(said, 'tax_accise')).toEqual({ amount: euros(1913) })
    expect(find(said, 'tax_cta')).toEqual({ amount: euros(195) })
    expect(find(said, 'tax_vat')).toMatchObject({ amount: euros(2547) })
    expect(find(said, 'left')).toEqual({ left: euros(15282) })
  })

  test('with the change in the middle when there is a bill before', () => {
    const said = explainBill(bill, { today, previous: sampleBill(samples.before) })
    const change = said.filter((one) => stepOf(one) === 'change')
    expect(texts(change)).toEqual(['higher', 'volume_more', 'taxes_more', 'days_more'])
    expect(change[3]?.params).toEqual({
      amount: euros(480),
      quantity: { type: 'count', count: 12 },
    })
    expect(change.every(({ flow }) => flow === 'why-higher')).toBe(true)
  })

  test('says plainly that a reading is estimated', () => {
    expect(texts(explainBill(sampleBill(samples.estimated), { today }))).toContain(
      'reading_estimated',
    )
    expect(texts(explainBill(bill, { today }))).toContain('reading_real')
  })

  test('says whether the day to pay is past', () => {
    expect(texts(explainBill(bill, { today }))).toContain('due_past')
    const early = Temporal.PlainDate.from('2026-10-16')
    expect(texts(explainBill(bill, { today: early }))).toContain('due')
  })

  test('says what was paid on the way, and what the account still owes', () => {
    const said = explainBill(sampleBill(samples.catchUp), { today, accountCents: 3240 })
    expect(find(said, 'paid')).toEqual({ paid: euros(78000), total: euros(91240) })
    expect(find(said, 'left')).toEqual({ left: euros(13240) })
    expect(find(said, 'account')).toEqual({ owed: euros(3240) })
    expect(find(said, 'tax_accise')).toEqual({ amount: euros(4137 + 7111) })
    expect(texts(said).filter((text) => text === 'used_part')).toHaveLength(2)
  })

  test('tells fees, discounts and rounding by name', () => {
    const said = explainBill(readText(fixtureText('charges.xml')), { today })
    expect(find(said, 'fee_line')).toMatchObject({ amount: euros(700) })
    expect(find(said, 'allowance_line_less')).toMatchObject({ amount: euros(124) })
    expect(find(said, 'rounding')).toEqual({ amount: euros(1) })
    expect(find(said, 'used_amount')).toMatchObject({ amount: euros(9600) })
  })

  test('calls a credit note what it is', () => {
    const said = explainBill(readText(fixtureText('credit-note.xml')), { today })
    expect(texts(said)[0]).toBe('credit')
    expect(texts(said).at(-1)).toBe('credit_left')
  })

  test('in at most four boxes that sum to the total, whatever the bill', () => {
    fc.assert(
      fc.property(arbitraryBill, (any) => {
        const boxes = boxesOf(any)
        expect(boxes.length).toBeLessThanOrEqual(4)
        expect(boxes.reduce((sum, { cents }) => sum + cents, 0)).toBe(any.totalCents)
      }),
    )
  })

  test('with ids that are all different, whatever the bill', () => {
    fc.assert(
      fc.property(arbitraryBill, arbitraryBill, (any, previous) => {
        const ids = explainBill(any, { today, previous }).map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
      }),
    )
  })
})
