import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holidaysOf } from '../../src/conversation/holidays.ts'
import { answerBy, inInitiativeHours, nextOpening, openAt } from '../../src/rules/opening.ts'
import type { OpeningHours } from '../../src/rules/opening.ts'

const isHoliday = holidaysOf('FR')
const opening: OpeningHours = {
  hours: [
    {
      days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
      from: '09:00',
      to: '12:30',
    },
    {
      days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
      from: '13:30',
      to: '18:00',
    },
    { days: ['saturday'], from: '09:00', to: '12:00' },
  ],
  isHoliday,
}
const closed: OpeningHours = { hours: [], isHoliday }
const at = (local: string) => Temporal.ZonedDateTime.from(`${local}[Europe/Paris]`)
const told = (local: string, minutes = 10) =>
  answerBy(opening, at(local), minutes).toPlainDateTime().toString()

describe('opening hours', () => {
  it('open at the first minute and close at the last', () => {
    expect(openAt(opening, at('2026-11-23T09:00'))).toBe(true)
    expect(openAt(opening, at('2026-11-23T08:59'))).toBe(false)
    expect(openAt(opening, at('2026-11-23T18:00'))).toBe(false)
  })

  it('stay closed at noon, on Sundays and on public holidays', () => {
    expect(openAt(opening, at('2026-11-23T13:00'))).toBe(false)
    expect(openAt(opening, at('2026-11-22T10:00'))).toBe(false)
    expect(openAt(opening, at('2026-11-11T10:00'))).toBe(false)
  })

  it('open next after lunch, after the weekend, after a holiday', () => {
    const next = (local: string) => nextOpening(opening, at(local))?.toPlainDateTime().toString()
    expect(next('2026-11-23T12:45')).toBe('2026-11-23T13:30:00')
    expect(next('2026-11-21T12:00')).toBe('2026-11-23T09:00:00')
    expect(next('2026-11-10T18:00')).toBe('2026-11-12T09:00:00')
  })

  it('keep the hour on the wall when clocks change', () => {
    const friday = at('2027-03-26T19:00')
    const next = nextOpening({ ...opening, isHoliday: () => false }, friday)
    expect(next?.toString()).toBe('2027-03-27T09:00:00+01:00[Europe/Paris]')
    const monday = next && nextOpening({ ...opening, isHoliday: () => false }, next)
    expect(monday?.toString()).toBe('2027-03-29T09:00:00+02:00[Europe/Paris]')
  })

  it('never open for a creditor without hours', () => {
    expect(openAt(closed, at('2026-11-23T10:00'))).toBe(false)
    expect(nextOpening(closed, at('2026-11-23T10:00'))).toBeNull()
  })
})

describe('the time a person answers by', () => {
  it('is a few minutes away in hours, rounded up to five', () => {
    expect(told('2026-11-23T10:00')).toBe('2026-11-23T10:10:00')
    expect(told('2026-11-23T10:01')).toBe('2026-11-23T10:15:00')
    expect(told('2026-11-23T10:01:01')).toBe('2026-11-23T10:15:00')
  })

  it('lies in the next window when this one closes before', () => {
    expect(told('2026-11-23T17:50')).toBe('2026-11-23T18:00:00')
    expect(told('2026-11-23T17:55')).toBe('2026-11-24T11:00:00')
    expect(told('2026-11-23T12:29')).toBe('2026-11-23T15:30:00')
  })

  it('is two hours after the next opening out of hours', () => {
    expect(told('2026-11-22T03:00')).toBe('2026-11-23T11:00:00')
  })

  it('is the closing of a window shorter than two hours', () => {
    const short: OpeningHours = {
      hours: [{ days: ['monday'], from: '09:00', to: '10:00' }],
      isHoliday,
    }
    const time = answerBy(short, at('2026-11-22T03:00'), 10)
    expect(time.toPlainDateTime().toString()).toBe('2026-11-23T10:00:00')
  })

  it('is noon of the next working day where nobody has hours', () => {
    const time = answerBy(closed, at('2026-11-20T15:00'), 10)
    expect(time.toPlainDateTime().toString()).toBe('2026-11-23T12:00:00')
  })

  it('is never in the past and never out of hours', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 525_600 }), fc.integer({ min: 1, max: 90 }), (m, n) => {
        const now = at('2026-01-01T00:00').add({ minutes: m })
        const time = answerBy(opening, now, n)
        expect(Temporal.ZonedDateTime.compare(time, now)).toBeGreaterThan(0)
        const justBefore = time.subtract({ seconds: 1 })
        expect(openAt(opening, justBefore)).toBe(true)
      }),
    )
  })
})

describe('hours for what we start', () => {
  const windows = [{ from: '10:00', to: '13:00' }]

  it('end at the last minute of a window and skip weekends and holidays', () => {
    expect(inInitiativeHours(at('2026-11-23T10:00'), windows, isHoliday)).toBe(true)
    expect(inInitiativeHours(at('2026-11-23T13:00'), windows, isHoliday)).toBe(false)
    expect(inInitiativeHours(at('2026-11-21T10:00'), windows, isHoliday)).toBe(false)
    expect(inInitiativeHours(at('2026-12-25T10:00'), windows, isHoliday)).toBe(false)
  })
})
