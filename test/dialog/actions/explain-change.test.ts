import { describe, expect, it } from 'vitest'
import { explainChange } from '../../../src/dialog/actions/explain-change.ts'
import { sampleBill, samples } from '../../billing/bill-files.ts'
import { explaining, frame } from './explain-input.ts'

describe('explain_change', () => {
  it('says the difference and its reasons, which sum to it', () => {
    const { outcome, vars, says = [] } = explainChange.run(explaining())
    expect(outcome).toBe('higher')
    expect(vars).toEqual({ alone: true })
    const [first, ...parts] = says
    expect(first?.params).toMatchObject({
      change: { cents: 3272 },
      from: { cents: 12010 },
      to: { cents: 15282 },
    })
    const amounts = parts.map(({ params }) => params['amount'])
    expect(amounts.reduce((sum, one) => sum + (one?.type === 'money' ? one.cents : NaN), 0)).toBe(
      3272,
    )
  })

  it('says when it went down', () => {
    const bills = [
      { ...sampleBill(samples.before), issued: '2026-11-01' },
      sampleBill(samples.higher),
    ]
    expect(explainChange.run(explaining({}, { bills })).outcome).toBe('lower')
  })

  it('compares with nothing it does not have', () => {
    const bills = [sampleBill(samples.higher)]
    const { outcome, says } = explainChange.run(explaining({}, { bills }))
    expect([outcome, says]).toEqual(['no_previous', undefined])
  })

  it('leaves the way back to what waits below', () => {
    const { state } = explaining()
    const stack = [frame('promise-to-pay'), frame('why-higher')]
    expect(explainChange.run(explaining({ state: { ...state, stack } })).vars).toEqual({
      alone: false,
    })
  })
})
