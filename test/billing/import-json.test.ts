import { describe, expect, test } from 'vitest'
import { readText, sampleText, samples } from './bill-files.ts'

const bill = () => JSON.parse(sampleText(samples.json))
const read = (changed: object) => () => readText(JSON.stringify(changed), 'b.json')

describe('a bill in JSON', () => {
  test('is read with what it leaves out', () => {
    const { notes, kind, paidCents } = readText(sampleText(samples.json), 'b.json')
    expect({ notes, kind, paidCents }).toEqual({ notes: [], kind: 'invoice', paidCents: 0 })
  })

  test('is refused with the path of what is wrong', () => {
    const lines = [{ ...bill().lines[0], cents: 12.5 }, ...bill().lines.slice(1)]
    expect(read({ ...bill(), lines })).toThrow('b.json: lines[0].cents: ')
    expect(read({ ...bill(), issued: '2026-02-30' })).toThrow('b.json: issued: ')
    expect(read({ ...bill(), more: 1 })).toThrow('"more"')
    expect(read({ ...bill(), period: { from: '2026-10-02', to: '2026-10-01' } })).toThrow(
      'period: a period that ends on or after its first day',
    )
  })

  test('is refused where its figures do not add up', () => {
    expect(read({ ...bill(), dueCents: 8741 })).toThrow(
      'b.json, dueCents: the total less what is paid makes 87.40, but the document says 87.41',
    )
  })
})
