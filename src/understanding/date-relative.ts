import { addMonths, civil, startOfMonth, weekday } from './calendar.ts'
import { wholeNumber, word } from './date-context.ts'
import type { DateContext, Span } from './date-context.ts'
import { lasts, nexts, units, weekdays } from './lexicon/date-words.ts'
import type { Unit } from './lexicon/date-words.ts'
import { aboutSoMany } from './lexicon/number-words.ts'

function days(from: number, to: number, start: number, next: number): Span {
  return { from, to, start, next, sure: true }
}

/** Days from today said in one or a few words; the longest first. */
const fixed: [string[], number][] = (
  [
    ['le lendemain', 1],
    ['apres demain', 2],
    ['aprs demain', 2],
    ['surlendemain', 2],
    ['the day after tomorrow', 2],
    ['day after tomorrow', 2],
    ['demain', 1],
    ['tomorrow', 1],
    ['aujourd hui', 0],
    ['ce soir', 0],
    ['ce matin', 0],
    ['cet apres midi', 0],
    ['cette nuit', 0],
    ['today', 0],
    ['tonight', 0],
    ['this morning', 0],
    ['this evening', 0],
    ['this afternoon', 0],
    ['avant hier', -2],
    ['hier soir', -1],
    ['hier', -1],
    ['the day before yesterday', -2],
    ['yesterday', -1],
    ['last night', -1],
  ] as [string, number][]
)
  .map(([words, shift]): [string[], number] => [words.split(' '), shift])
  .sort((a, b) => b[0].length - a[0].length)

const fixedByFirst = new Map<string, [string[], number][]>()
for (const entry of fixed)
  fixedByFirst.set(entry[0][0]!, [...(fixedByFirst.get(entry[0][0]!) ?? []), entry])

/** A day said in words alone: "demain", "après-demain", "the day before yesterday". */
export function readFixed(context: DateContext, i: number): Span | null {
  const at = ['pour', 'des', 'a', 'for'].includes(word(context, i)) ? i + 1 : i
  for (const [words, shift] of fixedByFirst.get(word(context, at)) ?? []) {
    if (!words.every((expected, n) => word(context, at + n) === expected)) continue
    return days(context.today + shift, context.today + shift, at === i ? i : at, at + words.length)
  }
  return null
}

interface Length {
  /** Days or months; about so many where the two differ. */
  from: number
  to: number
  months: boolean
  next: number
}

const daysIn: Record<Unit, number> = { hour: 0, day: 1, week: 7, fortnight: 14, month: 0, year: 0 }

function lengthOf(count: number, unit: Unit, next: number): Length {
  if (unit === 'month' || unit === 'year') {
    const all = count * (unit === 'year' ? 12 : 1)
    return { from: all, to: all, months: true, next }
  }
  const all = unit === 'hour' ? Math.floor(count / 24) : count * daysIn[unit]
  return { from: all, to: all, months: false, next }
}

function readAbout(context: DateContext, i: number): Length | null {
  const count = aboutSoMany[word(context, i)]
  if (!count) return null
  const of = word(context, i + 1) === 'de' || word(context, i + 1) === 'd' ? 2 : 1
  const unit = of === 2 ? units.get(word(context, i + 2)) : 'day'
  if (unit !== 'day') return null
  const next = of === 2 ? i + 3 : i + 1
  // A fortnight is counted fifteen days in French and is two weeks; a "huitaine" is a week likewise.
  const shorter = count === 15 || count === 8 ? count - 1 : count
  return { from: shorter, to: count, months: false, next }
}

/** A length of time at a place: "10 jours", "trois semaines", "une quinzaine", "a fortnight". */
function readLength(context: DateContext, i: number): Length | null {
  const token = context.tokens[i]
  if (token?.kind === 'time' && token.word.endsWith(':00'))
    return lengthOf(Number(token.word.slice(0, 2)), 'hour', i + 1)
  const an = ['un', 'une', 'a', 'an', 'one', 'la', 'le', 'the'].includes(word(context, i))
  const about = readAbout(context, an ? i + 1 : i)
  if (about) return about
  const number = wholeNumber(context, i)
  if (number) {
    const unit = units.get(word(context, number.next))
    return unit && number.value <= 400 ? lengthOf(number.value, unit, number.next + 1) : null
  }
  const unit = an ? units.get(word(context, i + 1)) : undefined
  return unit && word(context, i) !== 'le' && word(context, i) !== 'la'
    ? lengthOf(1, unit, i + 2)
    : null
}

function shift(context: DateContext, length: Length, sign: 1 | -1): [number, number] {
  const move = (count: number): number =>
    length.months ? addMonths(context.today, sign * count) : context.today + sign * count
  return sign === 1 ? [move(length.from), move(length.to)] : [move(length.to), move(length.from)]
}

const within = new Set(['sous', 'within'])

/** "dans 10 jours", "in a fortnight", "sous 48 h", "il y a 3 jours", "3 days ago". */
function readShift(context: DateContext, i: number, open: boolean): Span | null {
  const here = word(context, i)
  const leads = here === 'dans' || here === 'in' || within.has(here)
  const ago = here === 'il' && word(context, i + 1) === 'y' && word(context, i + 2) === 'a'
  const at = ago ? i + 3 : leads ? i + 1 : i
  const filler =
    ['environ', 'about', 'les', 'the', 'next'].includes(word(context, at)) && leads ? 1 : 0
  const length = readLength(context, at + filler)
  if (!length) return null
  if (word(context, length.next) === 'ago')
    return days(...shift(context, length, -1), i, length.next + 1)
  if (ago) return days(...shift(context, length, -1), i, length.next)
  if (here === 'la' || here === 'the' || (!leads && !open)) return readWeekOn(context, i, length)
  const [from, to] = shift(context, length, 1)
  return within.has(here) ||
    (filler === 1 && word(context, at) !== 'environ' && word(context, at) !== 'about')
    ? { from: null, to, start: i, next: length.next, sure: true }
    : days(from, to, i, length.next)
}

/** "a week on Monday", "two weeks today": the named day, and so many weeks. */
function readWeekOn(context: DateContext, i: number, length: Length): Span | null {
  const on = ['on', 'from'].includes(word(context, length.next)) ? 1 : 0
  const named = word(context, length.next + on)
  if (length.months || length.to % 7 !== 0 || length.to === 0) return null
  if (named === 'today')
    return days(context.today + length.to, context.today + length.to, i, length.next + on + 1)
  if (named === 'tomorrow')
    return days(
      context.today + length.to + 1,
      context.today + length.to + 1,
      i,
      length.next + on + 1,
    )
  const day = weekdays.get(named)
  if (!day || on === 0) return null
  const ahead = ((day - weekday(context.today) + 6) % 7) + 1
  const found = context.today + ahead + length.to
  return days(found, found, i, length.next + 2)
}

/** Monday to Saturday, the working days of a French calendar. */
function workingWeek(monday: number, start: number, next: number): Span {
  return days(monday, monday + 5, start, next)
}

function readPeriod(context: DateContext, i: number): Span | null {
  const article = ['la', 'le', 'the', 'cette', 'this', 'ce', 'de'].includes(word(context, i))
  const at = article ? i + 1 : i
  const front = nexts.has(word(context, at)) || lasts.has(word(context, at)) ? 1 : 0
  const unit = units.get(word(context, at + front))
  const back = front ? word(context, at) : word(context, at + 1)
  const next = at + 2 + (back === 'qui' && word(context, at + 2) === 'vient' ? 1 : 0)
  const lead = word(context, i)
  const isThis = lead === 'cette' || lead === 'this' || lead === 'ce'
  const sign = nexts.has(back) ? 1 : lasts.has(back) ? -1 : 0
  const weekend = word(context, at + front + 1) === 'end'
  if (!unit || weekend || (sign === 0 && !isThis)) return readWeekend(context, i)
  const end = sign === 0 ? at + 1 + (word(context, at + 1) === 'ci' ? 1 : 0) : next
  return periodOf(context, unit, sign, i, end)
}

function periodOf(
  context: DateContext,
  unit: Unit,
  sign: number,
  start: number,
  next: number,
): Span | null {
  const { today } = context
  const monday = today - weekday(today) + 1
  if (unit === 'week') {
    if (sign !== 0) return workingWeek(monday + 7 * sign, start, next)
    return days(today, Math.max(today, monday + 5), start, next)
  }
  const { year, month } = civil(today)
  if (unit === 'month') {
    const first = startOfMonth(year, month + sign)
    return days(sign === 0 ? today : first, startOfMonth(year, month + sign + 1) - 1, start, next)
  }
  if (unit !== 'year') return null
  const first = startOfMonth(year + sign, 1)
  return days(sign === 0 ? today : first, startOfMonth(year + sign + 1, 1) - 1, start, next)
}

/** "ce week-end", "le week-end prochain", "next weekend". */
function readWeekend(context: DateContext, i: number): Span | null {
  let at = i
  if (['ce', 'le', 'this', 'the', 'next', 'at'].includes(word(context, at))) at++
  const joined = word(context, at) === 'weekend'
  if (!joined && !(word(context, at) === 'week' && word(context, at + 1) === 'end')) return null
  const end = joined ? at + 1 : at + 2
  const further = nexts.has(word(context, end)) || word(context, i) === 'next'
  const saturday = context.today - weekday(context.today) + 6
  const from = saturday + (further ? 7 : 0)
  return days(
    Math.max(from, context.today),
    from + 1,
    i,
    nexts.has(word(context, end)) ? end + 1 : end,
  )
}

/** Reads a date said from today: words, lengths of time, the week or month around. */
export function readRelative(context: DateContext, i: number, open: boolean): Span | null {
  return readFixed(context, i) ?? readShift(context, i, open) ?? readPeriod(context, i)
}
