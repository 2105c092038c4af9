import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addMonths,
  civil,
  dayNumber,
  easter,
  existingDay,
  isoDay,
  weekday,
} from '../../src/understanding/calendar.ts'

const days = fc.integer({ min: -20_000, max: 60_000 })
const epoch = Temporal.PlainDate.from('1970-01-01')

describe('days as numbers', () => {
  test('agree with Temporal on every day', () => {
    fc.assert(
      fc.property(days, (number) => {
        const date = epoch.add({ days: number })
        expect(isoDay(number)).toBe(date.toString())
        expect(weekday(number)).toBe(date.dayOfWeek)
        const { year, month, day } = civil(number)
        expect(dayNumber(year, month, day)).toBe(number)
      }),
    )
  })

  test('add months as Temporal does', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -40, max: 40 }), (number, months) => {
        const date = epoch.add({ days: number }).add({ months })
        expect(isoDay(addMonths(number, months))).toBe(date.toString())
      }),
    )
  })

  test('know what does not exist', () => {
    expect(existingDay(2026, 11, 31)).toBeNull()
    expect(existingDay(2027, 2, 29)).toBeNull()
    expect(existingDay(2028, 2, 29)).not.toBeNull()
  })

  test.each([
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
  ])('Easter %i is %s', (year, day) => expect(isoDay(easter(year))).toBe(day))
})
