import { civil, existingDay, startOfMonth } from './calendar.ts'
import { isPast, oneDay, wholeNumber, word } from './date-context.ts'
import type { DateContext, Span } from './date-context.ts'
import { months, notDays, rankEndings } from './lexicon/date-words.ts'
import { ranksEn } from './lexicon/number-words.ts'

export interface DayOfMonth {
  day: number
  next: number
  /** Said as a rank: "5th", "1er", "premier". */
  ranked: boolean
}

/** A day of the month at a place: "5", "cinq", "1er", "premier", "5th", "twenty-first". */
export function dayOfMonth(context: DateContext, i: number): DayOfMonth | null {
  const here = word(context, i)
  if (here === 'premier') return { day: 1, next: i + 1, ranked: true }
  const rank = ranksEn[here]
  if (rank) return { day: rank, next: i + 1, ranked: true }
  const number = wholeNumber(context, i)
  if (!number || number.value < 1 || number.value > 31) return null
  const token = context.tokens[number.next]
  const unitRank =
    number.value % 10 === 0 && number.value < 31 ? ranksEn[token?.word ?? ''] : undefined
  if (unitRank && unitRank < 10 && number.value >= 20)
    return { day: number.value + unitRank, next: number.next + 1, ranked: true }
  const ending = token && !token.spaced && rankEndings.has(token.word)
  const ranked = ending === true && (token.word !== 'e' || context.askedDate)
  return { day: number.value, next: ranked ? number.next + 1 : number.next, ranked }
}

/** The next month that has this day, today counted; or the last one where the talk is of the past. */
export function nearestDay(context: DateContext, day: number, past: boolean): number | null {
  const today = context.notBefore ?? context.today
  const { year, month } = civil(today)
  for (let n = 0; n <= 12; n++) {
    const start = startOfMonth(year, past ? month - n : month + n)
    const at = civil(start)
    const found = existingDay(at.year, at.month, day)
    if (found !== null && (past ? found <= today : found >= today)) return found
  }
  return null
}

/** A day of a named month, this year or the nearest that fits. */
export function dayInYear(
  context: DateContext,
  day: number,
  month: number,
  past: boolean,
): number | null {
  const today = context.notBefore ?? context.today
  const { year } = civil(today)
  const same = existingDay(year, month, day)
  if (past) return same !== null && same <= today ? same : existingDay(year - 1, month, day)
  if (same !== null && same >= today) return same
  return existingDay(year + 1, month, day)
}

interface Year {
  year: number
  next: number
}

/** A year at a place: 1990 to 2100. */
export function yearAt(context: DateContext, i: number): Year | null {
  const number = context.tokens[i]?.breakBefore === 2 ? null : wholeNumber(context, i)
  return number && number.value >= 1990 && number.value <= 2100
    ? { year: number.value, next: number.next }
    : null
}

/** "05/12/2026", "5/12", "2026-12-05". */
export function readWritten(context: DateContext, i: number): Span | null {
  const token = context.tokens[i]
  if (token?.kind !== 'date' || !token.written) return null
  const { day, month, year } = token.written
  const found = year
    ? existingDay(year, month, day)
    : dayInYear(context, day, month, isPast(context, i))
  return found === null ? null : oneDay(found, i, i + 1)
}

/** "5 décembre 2026", "the 5th of December", "December 5". */
export function readDayAndMonth(context: DateContext, i: number): Span | null {
  const day = dayOfMonth(context, i)
  if (day) {
    const of = word(context, day.next) === 'of' || word(context, day.next) === 'de' ? 1 : 0
    const month = months.get(word(context, day.next + of))
    return month ? inYear(context, i, day.day, month, day.next + of + 1) : null
  }
  const month = months.get(word(context, i))
  if (!month) return null
  const the = word(context, i + 1) === 'the' ? 1 : 0
  const after = dayOfMonth(context, i + 1 + the)
  if (!after || context.tokens[i + 1]!.breakBefore > 0 || yearAt(context, i + 1)) return null
  const english = context.tokens[i]!.word === 'may' ? after.ranked : context.language === 'en'
  if (!english || notDays.has(word(context, after.next))) return null
  return inYear(context, i, after.day, month, after.next)
}

function inYear(
  context: DateContext,
  i: number,
  day: number,
  month: number,
  next: number,
): Span | null {
  const year = yearAt(context, next)
  const found = year
    ? existingDay(year.year, month, day)
    : dayInYear(context, day, month, isPast(context, i))
  const span = oneDay(found ?? 0, i, year?.next ?? next)
  return found === null ? { ...span, from: null, to: null } : span
}
