/**
 * Days as whole numbers (0 is 1970-01-01, proleptic Gregorian). A message may hold many dates and a
 * turn reads them all, so the arithmetic is on integers; results leave this room as ISO days.
 * The two conversions are Howard Hinnant's `days_from_civil` and `civil_from_days`.
 */
export interface Civil {
  year: number
  month: number
  day: number
}

export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

export function civil(dayNumberOf: number): Civil {
  const z = dayNumberOf + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted + (shifted < 10 ? 3 : -9)
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  }
}

/** Days in a month; months outside 1 to 12 carry into the years. */
export function daysInMonth(year: number, month: number): number {
  return startOfMonth(year, month + 1) - startOfMonth(year, month)
}

/** First day of a month; months outside 1 to 12 carry into the years. */
export function startOfMonth(year: number, month: number): number {
  const carried = year + Math.floor((month - 1) / 12)
  return dayNumber(carried, ((((month - 1) % 12) + 12) % 12) + 1, 1)
}

/** A day that exists, or null: 31 November, 29 February of a common year. */
export function existingDay(year: number, month: number, day: number): number | null {
  if (month < 1 || month > 12 || day < 1 || year < 1900 || year > 2200) return null
  return day <= daysInMonth(year, month) ? dayNumber(year, month, day) : null
}

/** Same day of another month, or that month's last day. */
export function addMonths(from: number, months: number): number {
  const { year, month, day } = civil(from)
  const start = startOfMonth(year, month + months)
  const to = civil(start)
  return start + Math.min(day, daysInMonth(to.year, to.month)) - 1
}

/** 1 Monday to 7 Sunday. */
export function weekday(of: number): number {
  return ((((of + 3) % 7) + 7) % 7) + 1
}

/** ISO day: 2026-12-05. */
export function isoDay(of: number): string {
  const { year, month, day } = civil(of)
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Easter Sunday (anonymous Gregorian computus). */
export function easter(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d =
    (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  return dayNumber(year, Math.floor(f / 31), (f % 31) + 1)
}
