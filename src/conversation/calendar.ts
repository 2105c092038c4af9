/** Whether a day is a public holiday where the creditor lives. Pure: the same day, the same answer. */
export type IsHoliday = (day: Temporal.PlainDate) => boolean

/** Monday to Friday and no public holiday. */
export function isWorkingDay(day: Temporal.PlainDate, isHoliday: IsHoliday): boolean {
  return day.dayOfWeek <= 5 && !isHoliday(day)
}

/** The day itself when it is a working day, else the first one after it. */
export function nextWorkingDay(day: Temporal.PlainDate, isHoliday: IsHoliday): Temporal.PlainDate {
  let candidate = day
  while (!isWorkingDay(candidate, isHoliday)) candidate = candidate.add({ days: 1 })
  return candidate
}

/** The day that lies `count` working days after `day`; `day` itself is not counted. */
export function addWorkingDays(
  day: Temporal.PlainDate,
  count: number,
  isHoliday: IsHoliday,
): Temporal.PlainDate {
  let reached = day
  for (let left = count; left > 0; left -= 1) {
    reached = nextWorkingDay(reached.add({ days: 1 }), isHoliday)
  }
  return reached
}

/** That day of a month; "31" in a shorter month is its last day. */
export function dayOfMonth(month: Temporal.PlainYearMonth, day: number): Temporal.PlainDate {
  return month.toPlainDate({ day: Math.min(day, month.daysInMonth) })
}
