import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addWorkingDays,
  dayOfMonth,
  isWorkingDay,
  nextWorkingDay,
} from '../../src/conversation/calendar.ts'
import { holidaysOf } from '../../src/conversation/holidays.ts'

const france = holidaysOf('FR')
const day = (iso: string) => Temporal.PlainDate.from(iso)

describe('working days', () => {
  it('leave out weekends and public holidays', () => {
    expect(isWorkingDay(day('2026-11-20'), france)).toBe(true)
    expect(isWorkingDay(day('2026-11-21'), france)).toBe(false)
    expect(isWorkingDay(day('2026-11-11'), france)).toBe(false)
    expect(isWorkingDay(day('2026-12-25'), france)).toBe(false)
  })

  it('count a feast that moves and leave out days that are only observed', () => {
    expect(france(day('2027-03-29'))).toBe(true)
    expect(france(day('2026-05-31'))).toBe(false)
  })

  it('know the holidays of a region', () => {
    expect(holidaysOf('FR-57')(day('2026-12-26'))).toBe(true)
    expect(france(day('2026-12-26'))).toBe(false)
  })

  it('refuse a region nobody knows', () => {
    expect(() => holidaysOf('ZZ')(day('2026-12-26'))).toThrow('Unknown holidays "ZZ"')
  })

  it('move forward past a long weekend', () => {
    expect(nextWorkingDay(day('2026-12-25'), france).toString()).toBe('2026-12-28')
    expect(nextWorkingDay(day('2026-11-23'), france).toString()).toBe('2026-11-23')
  })

  it('are counted from the day after', () => {
    expect(addWorkingDays(day('2026-11-21'), 4, france).toString()).toBe('2026-11-26')
    expect(addWorkingDays(day('2026-11-20'), 1, france).toString()).toBe('2026-11-23')
    expect(addWorkingDays(day('2026-11-20'), 0, france).toString()).toBe('2026-11-20')
  })

  it('are always reached within a few days, never backwards', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (days) => {
        const start = day('2020-01-01').add({ days })
        const reached = nextWorkingDay(start, france)
        expect(isWorkingDay(reached, france)).toBe(true)
        expect(start.until(reached).days).toBeGreaterThanOrEqual(0)
        expect(start.until(reached).days).toBeLessThanOrEqual(5)
      }),
    )
  })
})

describe('a day of a month', () => {
  it('is the last one where the month is too short', () => {
    expect(dayOfMonth(Temporal.PlainYearMonth.from('2027-02'), 31).toString()).toBe('2027-02-28')
    expect(dayOfMonth(Temporal.PlainYearMonth.from('2028-02'), 30).toString()).toBe('2028-02-29')
    expect(dayOfMonth(Temporal.PlainYearMonth.from('2027-01'), 10).toString()).toBe('2027-01-10')
  })
})
