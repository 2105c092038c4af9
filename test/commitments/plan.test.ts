import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { proposePlan } from '../../src/commitments/plan.ts'
import type { PlanRequest } from '../../src/commitments/plan.ts'
import { isWorkingDay } from '../../src/conversation/calendar.ts'
import { holidaysOf } from '../../src/conversation/holidays.ts'
import { policy } from './policy.ts'

const isHoliday = holidaysOf('FR')
const from = Temporal.PlainDate.from('2027-01-01')
const base: PlanRequest = {
  cents: 9282,
  share: { times: 3 },
  from,
  payday: 9,
  policy,
  isHoliday,
}

function instalmentsOf(request: Partial<PlanRequest>) {
  const proposal = proposePlan({ ...base, ...request })
  if (proposal.outcome !== 'ok') throw new Error(`expected a plan, not ${proposal.outcome}`)
  return proposal.instalments
}

const datesOf = (request: Partial<PlanRequest>) => instalmentsOf(request).map((part) => part.date)

describe('a plan', () => {
  it('falls after the pay day, off a Sunday', () => {
    expect(instalmentsOf({})).toEqual([
      { cents: 3094, date: '2027-01-11' },
      { cents: 3094, date: '2027-02-10' },
      { cents: 3094, date: '2027-03-10' },
    ])
  })

  it('lets the last instalment take what the division leaves', () => {
    expect(instalmentsOf({ cents: 10_000 }).map((part) => part.cents)).toEqual([3333, 3333, 3334])
  })

  it('pays a sum a month and what remains last', () => {
    const parts = instalmentsOf({ cents: 37_240, share: { monthlyCents: 6000 } })
    expect(parts.map((part) => part.cents)).toEqual([6000, 6000, 6000, 6000, 6000, 6000, 1240])
  })

  it('asks all at once of who can pay more a month than is due', () => {
    const parts = instalmentsOf({ share: { monthlyCents: 20_000 } })
    expect(parts.map((part) => part.cents)).toEqual([9282])
  })

  it('takes the last day of a month that is too short', () => {
    const dates = datesOf({ payday: null, day: 31, share: { times: 4 } })
    // 31 January 2027 and 28 February are Sundays, each pushed to the Monday; one a month stays.
    expect(dates).toEqual(['2027-02-01', '2027-03-31', '2027-04-30', '2027-05-31'])
  })

  it('moves off a public holiday', () => {
    const may = Temporal.PlainDate.from('2026-05-01')
    expect(datesOf({ from: may, payday: null, day: 8, share: { times: 1 } })).toEqual([
      '2026-05-11',
    ])
  })

  it('waits for the pay day even when an earlier day was asked for', () => {
    expect(datesOf({ day: 5 })[0]).toBe('2027-01-11')
    expect(datesOf({ day: 20 })[0]).toBe('2027-01-20')
  })

  it('keeps the day of its start when no pay day is known', () => {
    const start = Temporal.PlainDate.from('2027-01-05')
    expect(datesOf({ from: start, payday: null })).toEqual([
      '2027-01-05',
      '2027-02-05',
      '2027-03-05',
    ])
  })

  it('says how many payments would fit when there are too many', () => {
    const proposal = proposePlan({ ...base, share: { times: 13 } })
    expect(proposal).toEqual({ outcome: 'too_many', maxTimes: 9, minCents: 1000 })
  })

  it('says how many payments would fit when each would be too small', () => {
    const proposal = proposePlan({ ...base, share: { times: 10 } })
    expect(proposal).toEqual({ outcome: 'too_small', maxTimes: 9, minCents: 1000 })
  })

  it('still allows one payment of a total below the least instalment', () => {
    expect(proposePlan({ ...base, cents: 700, share: { times: 1 } }).outcome).toBe('ok')
    expect(proposePlan({ ...base, cents: 700, share: { times: 2 } })).toEqual({
      outcome: 'too_small',
      maxTimes: 1,
      minCents: 700,
    })
  })

  it('has nothing to lay out when nothing is left', () => {
    expect(proposePlan({ ...base, cents: 0 })).toEqual({ outcome: 'nothing_left' })
  })
})

describe('any plan', () => {
  const day = fc
    .integer({ min: 0, max: 3000 })
    .map((days) => Temporal.PlainDate.from('2026-01-01').add({ days }))
  const share = fc.oneof(
    fc.record({ times: fc.integer({ min: 1, max: 12 }) }),
    fc.record({ monthlyCents: fc.integer({ min: 1000, max: 50_000 }) }),
  )
  const request: fc.Arbitrary<PlanRequest> = fc.record({
    cents: fc.integer({ min: 1, max: 200_000 }),
    share,
    from: day,
    payday: fc.option(fc.integer({ min: 1, max: 31 })),
    policy: fc.constant(policy),
    isHoliday: fc.constant(isHoliday),
  })
  const plans = (check: (parts: { cents: number; date: string }[], request: PlanRequest) => void) =>
    fc.assert(
      fc.property(request, (asked) => {
        const proposal = proposePlan(asked)
        if (proposal.outcome === 'ok') check(proposal.instalments, asked)
      }),
      { numRuns: 500 },
    )

  it('sums to the total, in equal parts but the last', () => {
    plans((parts, { cents }) => {
      expect(parts.reduce((sum, part) => sum + part.cents, 0)).toBe(cents)
      expect(new Set(parts.slice(0, -1).map((part) => part.cents)).size).toBeLessThanOrEqual(1)
      expect(parts.every((part) => part.cents > 0)).toBe(true)
    })
  })

  it('keeps one instalment a calendar month, in order, never before its start', () => {
    plans((parts, asked) => {
      const months = parts.map((part) => part.date.slice(0, 7))
      expect(new Set(months).size).toBe(months.length)
      expect([...months].sort()).toEqual(months)
      expect(parts.every((part) => part.date >= asked.from.toString())).toBe(true)
    })
  })

  it('falls on working days', () => {
    plans((parts) => {
      for (const { date } of parts) {
        expect(isWorkingDay(Temporal.PlainDate.from(date), isHoliday)).toBe(true)
      }
    })
  })

  it('never falls before the pay of its month, nor within weeks after it', () => {
    plans((parts, { payday }) => {
      if (payday === null) return
      for (const part of parts) {
        const date = Temporal.PlainDate.from(part.date)
        const paid = [date, date.subtract({ months: 1 })]
          .map((each) => each.with({ day: Math.min(payday, each.daysInMonth) }))
          .find((each) => Temporal.PlainDate.compare(each, date) <= 0)
        expect(paid && paid.until(date).days).toBeLessThanOrEqual(6)
      }
    })
  })

  it('comes out the same again', () => {
    fc.assert(
      fc.property(request, (asked) => {
        expect(proposePlan(asked)).toEqual(proposePlan(asked))
      }),
    )
  })

  it('is refused only with a number of payments that would be accepted', () => {
    fc.assert(
      fc.property(request, (asked) => {
        const proposal = proposePlan(asked)
        if (proposal.outcome !== 'too_many' && proposal.outcome !== 'too_small') return
        const again = proposePlan({ ...asked, share: { times: proposal.maxTimes } })
        expect(again.outcome).toBe('ok')
      }),
    )
  })
})
