import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  judgePromise,
  latestPromiseDate,
  leastPromiseCents,
} from '../../src/commitments/promise.ts'
import { policy } from './policy.ts'

const today = Temporal.PlainDate.from('2026-11-21')
const judge = (cents: number, date: string, due = 15282) =>
  judgePromise({ cents, date: Temporal.PlainDate.from(date) }, due, today, policy)

describe('a promise to pay', () => {
  it('may be a part or the whole, today or later', () => {
    expect(judge(6000, '2026-12-05')).toEqual({ outcome: 'ok' })
    expect(judge(15282, '2026-11-21')).toEqual({ outcome: 'ok' })
    expect(judge(15282, '2026-12-21')).toEqual({ outcome: 'ok' })
  })

  it('is never more than what is due, and says what is', () => {
    expect(judge(15283, '2026-12-05')).toEqual({ outcome: 'too_much', maxCents: 15282 })
  })

  it('is not less than the policy asks, unless less is due', () => {
    expect(judge(499, '2026-12-05')).toEqual({ outcome: 'too_small', minCents: 500 })
    expect(judge(0, '2026-12-05')).toEqual({ outcome: 'too_small', minCents: 500 })
    expect(judge(-100, '2026-12-05')).toEqual({ outcome: 'too_small', minCents: 500 })
    expect(judge(300, '2026-12-05', 300)).toEqual({ outcome: 'ok' })
    expect(leastPromiseCents(300, policy)).toBe(300)
  })

  it('is never in the past', () => {
    expect(judge(6000, '2026-11-20')).toEqual({ outcome: 'past', earliest: today })
  })

  it('lies within the days of the policy, and says the last one', () => {
    const latest = Temporal.PlainDate.from('2026-12-21')
    expect(latestPromiseDate(today, policy).equals(latest)).toBe(true)
    expect(judge(6000, '2026-12-22')).toEqual({ outcome: 'too_late', latest })
  })

  it('has no object when nothing is due', () => {
    expect(judge(6000, '2026-12-05', 0)).toEqual({ outcome: 'nothing_due' })
  })

  it('is only ever accepted between its limits', () => {
    const days = fc.integer({ min: -90, max: 90 })
    const cents = fc.integer({ min: -500, max: 50_000 })
    fc.assert(
      fc.property(cents, days, fc.integer({ min: 0, max: 40_000 }), (amount, offset, due) => {
        const date = today.add({ days: offset })
        const { outcome } = judgePromise({ cents: amount, date }, due, today, policy)
        const inside = amount > 0 && amount <= due && amount >= Math.min(500, due)
        expect(outcome === 'ok').toBe(inside && offset >= 0 && offset <= 30)
      }),
    )
  })
})
