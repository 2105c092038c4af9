import { isWorkingDay, nextWorkingDay } from '../conversation/calendar.ts'
import type { IsHoliday } from '../conversation/calendar.ts'
import type { CreditorProfile } from '../conversation/creditor.ts'
import { rules } from './rules.ts'

/** When people answer: the creditor's hours and the public holidays there. */
export interface OpeningHours {
  hours: CreditorProfile['hours']
  isHoliday: IsHoliday
}

interface Window {
  from: Temporal.ZonedDateTime
  to: Temporal.ZonedDateTime
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const daysSearched = 60

/** Windows of one day in order, in the zone of `now`; none on a public holiday. */
function windowsOn(opening: OpeningHours, day: Temporal.PlainDate, zone: string): Window[] {
  if (opening.isHoliday(day)) return []
  const name = weekdays[day.dayOfWeek - 1]
  const at = (time: string) => day.toZonedDateTime({ timeZone: zone, plainTime: time })
  return opening.hours
    .filter((hours) => hours.days.some((weekday) => weekday === name))
    .map((hours) => ({ from: at(hours.from), to: at(hours.to) }))
    .sort((a, b) => Temporal.ZonedDateTime.compare(a.from, b.from))
}

function windowAt(opening: OpeningHours, now: Temporal.ZonedDateTime): Window | null {
  const today = windowsOn(opening, now.toPlainDate(), now.timeZoneId)
  return today.find((window) => !isBefore(now, window.from) && isBefore(now, window.to)) ?? null
}

function windowAfter(opening: OpeningHours, now: Temporal.ZonedDateTime): Window | null {
  for (let ahead = 0; ahead <= daysSearched; ahead += 1) {
    const day = now.toPlainDate().add({ days: ahead })
    const found = windowsOn(opening, day, now.timeZoneId).find((window) =>
      isBefore(now, window.from),
    )
    if (found) return found
  }
  return null
}

/** Whether a person is there at `now` (the zone of `now` is the creditor's). */
export function openAt(opening: OpeningHours, now: Temporal.ZonedDateTime): boolean {
  return windowAt(opening, now) !== null
}

/** The next time a window opens after `now`; null for a creditor without hours in the next 60 days. */
export function nextOpening(
  opening: OpeningHours,
  now: Temporal.ZonedDateTime,
): Temporal.ZonedDateTime | null {
  return windowAfter(opening, now)?.from ?? null
}

/**
 * The time by which a person answers, as told to the customer (own rule AM-ANSWER). In hours: `minutes`
 * from now, rounded up to five minutes, if that still lies in hours. Else two hours after the next
 * opening, or its closing when that comes first. Without any hours: noon of the next working day.
 */
export function answerBy(
  opening: OpeningHours,
  now: Temporal.ZonedDateTime,
  minutes: number,
): Temporal.ZonedDateTime {
  const window = windowAt(opening, now)
  const soon = roundedUp(now.add({ minutes }))
  if (window && !isBefore(window.to, soon)) return soon
  const next = windowAfter(opening, now)
  if (!next) return noonOfNextWorkingDay(opening, now)
  const late = next.from.add({ minutes: rules['AM-ANSWER'].parameters.afterOpeningMinutes })
  return isBefore(next.to, late) ? next.to : late
}

function roundedUp(moment: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  const roundingIncrement = rules['AM-ANSWER'].parameters.roundMinutes
  return moment.round({ smallestUnit: 'minute', roundingIncrement, roundingMode: 'ceil' })
}

function noonOfNextWorkingDay(
  opening: OpeningHours,
  now: Temporal.ZonedDateTime,
): Temporal.ZonedDateTime {
  const tomorrow = now.toPlainDate().add({ days: 1 })
  const day = nextWorkingDay(tomorrow, opening.isHoliday)
  return day.toZonedDateTime({ timeZone: now.timeZoneId, plainTime: '12:00' })
}

function isBefore(a: Temporal.ZonedDateTime, b: Temporal.ZonedDateTime): boolean {
  return Temporal.ZonedDateTime.compare(a, b) < 0
}

/** The first moment, now or later, at which we may start a contact ourselves. */
export function nextInitiative(
  now: Temporal.ZonedDateTime,
  windows: readonly { from: string; to: string }[],
  isHoliday: IsHoliday,
): Temporal.ZonedDateTime {
  if (inInitiativeHours(now, windows, isHoliday)) return now
  let day = now.toPlainDate()
  for (;;) {
    const starts = windows
      .map(({ from }) => day.toZonedDateTime({ timeZone: now.timeZoneId, plainTime: from }))
      .filter((start) => isBefore(now, start) && isWorkingDay(day, isHoliday))
      .sort((a, b) => Temporal.ZonedDateTime.compare(a, b))
    if (starts[0]) return starts[0]
    day = day.add({ days: 1 })
  }
}

/** Monday to Friday, no public holiday, inside one of the windows given as times of day. */
export function inInitiativeHours(
  now: Temporal.ZonedDateTime,
  windows: readonly { from: string; to: string }[],
  isHoliday: IsHoliday,
): boolean {
  if (!isWorkingDay(now.toPlainDate(), isHoliday)) return false
  const time = now.toPlainTime()
  return windows.some(
    (window) =>
      Temporal.PlainTime.compare(time, window.from) >= 0 &&
      Temporal.PlainTime.compare(time, window.to) < 0,
  )
}
