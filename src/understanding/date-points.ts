import {
  addMonths,
  civil,
  daysInMonth,
  easter,
  existingDay,
  startOfMonth,
  weekday,
} from './calendar.ts'
import { isPast, wholeNumber, word } from './date-context.ts'
import type { DateContext, Span } from './date-context.ts'
import { readRelative } from './date-relative.ts'
import {
  articles,
  doubtfulMonths,
  lasts,
  months,
  nexts,
  notDays,
  partsOfMonth,
  rankEndings,
  weekdays,
} from './lexicon/date-words.ts'
import { ranksEn } from './lexicon/number-words.ts'

/** One day, read from tokens `start` to before `next`. */
export function oneDay(day: number, start: number, next: number): Span {
  return { from: day, to: day, start, next, sure: true }
}

interface DayOfMonth {
  day: number
  next: number
  /** Said as a rank: "5th", "1er", "premier". */
  ranked: boolean
}

/** A day of the month at a place: "5", "cinq", "1er", "premier", "5th", "twenty-first". */
function dayOfMonth(context: DateContext, i: number): DayOfMonth | null {
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
function nearestDay(context: DateContext, day: number, past: boolean): number | null {
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

function dayInYear(context: DateContext, day: number, month: number, past: boolean): number | null {
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

function yearAt(context: DateContext, i: number): Year | null {
  const number = context.tokens[i]?.breakBefore === 2 ? null : wholeNumber(context, i)
  return number && number.value >= 1990 && number.value <= 2100
    ? { year: number.value, next: number.next }
    : null
}

function readWritten(context: DateContext, i: number): Span | null {
  const token = context.tokens[i]
  if (token?.kind !== 'date' || !token.written) return null
  const { day, month, year } = token.written
  const found = year
    ? existingDay(year, month, day)
    : dayInYear(context, day, month, isPast(context, i))
  return found === null ? null : oneDay(found, i, i + 1)
}

/** "5 décembre 2026", "the 5th of December", "December 5". */
function readDayAndMonth(context: DateContext, i: number): Span | null {
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

const ofThis = [
  'de ce mois',
  'ce mois ci',
  'ce mois',
  'of this month',
  'this month',
  'courant',
  'du mois',
]
const ofEvery = [
  'de chaque mois',
  'du mois',
  'chaque mois',
  'of each month',
  'of every month',
  'of the month',
]
const ofNext = [
  'du mois prochain',
  'du mois suivant',
  'du mois qui vient',
  'le mois prochain',
  'of next month',
  'next month',
  'of the next month',
  'of the following month',
  'prochain',
]
const ofLast = [
  'du mois dernier',
  'du mois passe',
  'le mois dernier',
  'of last month',
  'last month',
  'dernier',
]

const cut = (phrases: string[]): string[][] => phrases.map((phrase) => phrase.split(' '))
const monthEndings: [string[][], 'next' | 'last' | 'this' | 'every'][] = [
  [cut(ofNext), 'next'],
  [cut(ofLast), 'last'],
  [cut(ofEvery), 'every'],
  [cut(ofThis), 'this'],
]

/** Which month a day belongs to: "du mois prochain", "de ce mois". */
function monthEnding(context: DateContext, i: number): { which: string; next: number } | null {
  for (const [phrases, which] of monthEndings)
    for (const phrase of phrases)
      if (phrase.every((expected, n) => word(context, i + n) === expected))
        return { which, next: i + phrase.length }
  return null
}

function dayOfWhichMonth(context: DateContext, i: number, day: DayOfMonth): Span | null {
  const past = isPast(context, i)
  const ending = monthEnding(context, day.next)
  const next = ending?.next ?? day.next
  const { year, month } = civil(context.today)
  const shift = ending?.which === 'next' ? 1 : ending?.which === 'last' ? -1 : 0
  const at = civil(startOfMonth(year, month + shift))
  const isNamed = shift !== 0 || ending?.which === 'this'
  const found = isNamed
    ? existingDay(at.year, at.month, day.day)
    : nearestDay(context, day.day, past)
  if (found === null) return null
  const monthOf = (other: number): number => {
    const { year: y, month: m } = civil(found)
    return startOfMonth(y, m - 1) + civil(other).day - 1
  }
  return { ...oneDay(found, i, next), monthOf }
}

/** "le 5", "the 5th", "le premier du mois", and a bare "5" where a date was asked. */
function readDay(context: DateContext, i: number, open: boolean): Span | null {
  const article = articles.has(word(context, i)) && word(context, i) !== 'les'
  const at = article ? i + 1 : i
  const day = dayOfMonth(context, at)
  if (!day || context.tokens[at]!.kind === 'time') return null
  const rankedWord = ranksEn[word(context, at)] !== undefined || word(context, at) === 'premier'
  const bare = context.tokens.length === day.next - at && context.askedDate
  const named = monthEnding(context, day.next) !== null
  const closes = article && day.day > 2 && (context.tokens[day.next]?.breakBefore ?? 2) > 0
  if (rankedWord && !named && !context.askedDate && !open && !closes) return null
  if (!article && !named && !bare && !(day.ranked && !rankedWord) && !(open && context.askedDate))
    return null
  if (!article && open && notDays.has(word(context, day.next))) return null
  const follows = context.tokens[day.next]
  if (
    follows &&
    follows.breakBefore === 0 &&
    notDays.has(follows.word) &&
    follows.word !== 'par' &&
    follows.word !== 'pour'
  )
    return null
  if (article && isCountedThing(context, day.next)) return null
  const span = dayOfWhichMonth(context, i, day)
  return span && { ...span, sure: article || named || day.ranked }
}

const counted = new Set(
  'premiers premieres dernieres derniers autres factures mois jours semaines ans annees'.split(' '),
)

function isCountedThing(context: DateContext, i: number): boolean {
  return counted.has(word(context, i))
}

/** "vendredi", "vendredi prochain", "le lundi en huit", "samedi 5 décembre". */
function readWeekday(context: DateContext, i: number): Span | null {
  const lead =
    articles.has(word(context, i)) || nexts.has(word(context, i)) || lasts.has(word(context, i))
  const day = weekdays.get(word(context, lead ? i + 1 : i))
  if (!day) return null
  const start = i
  const next = (lead ? i + 1 : i) + 1
  const dated =
    readDayAndMonth(context, skipThe(context, next)) ??
    readDayAfter(context, skipThe(context, next))
  if (dated?.from != null && context.tokens[next]!.breakBefore < 2)
    return weekday(dated.from) === day ? { ...dated, start } : { ...dated, start, ambiguous: true }
  return weekdayAlone(context, start, next, day, lead ? word(context, i) : '')
}

function skipThe(context: DateContext, i: number): number {
  return word(context, i) === 'the' || word(context, i) === 'le' ? i + 1 : i
}

function readDayAfter(context: DateContext, i: number): Span | null {
  const day = dayOfMonth(context, i)
  if (!day || context.tokens[i]!.breakBefore > 0) return null
  const follows = context.tokens[day.next]
  if (follows && follows.breakBefore === 0 && notDays.has(follows.word)) return null
  return dayOfWhichMonth(context, i, day)
}

const eights = new Map([
  ['huit', 7],
  ['8', 7],
  ['quinze', 14],
  ['15', 14],
])

function weekdayAlone(
  context: DateContext,
  start: number,
  next: number,
  day: number,
  lead: string,
): Span {
  const ahead = ((day - weekday(context.today) + 6) % 7) + 1
  const after = word(context, next)
  const weeks = after === 'en' ? eights.get(word(context, next + 1)) : undefined
  if (weeks) return oneDay(context.today + ahead + weeks, start, next + 2)
  if (
    after === 'week' ||
    (after === 'in' && word(context, next + 1) === 'a' && word(context, next + 2) === 'week')
  )
    return oneDay(context.today + ahead + 7, start, after === 'week' ? next + 1 : next + 3)
  if (lasts.has(after) || lasts.has(lead) || isPast(context, start))
    return oneDay(
      context.today + ahead - 7 * (ahead === 7 ? 1 : 1),
      start,
      lasts.has(after) ? next + 1 : next,
    )
  const said = nexts.has(after) || nexts.has(lead)
  const end = nexts.has(after) ? next + (after === 'qui' ? 2 : 1) : next
  if (said) return nextWeekday(context, start, end, day, ahead)
  const sameDay = ahead === 7 && (lead === 'ce' || lead === 'this')
  return oneDay(context.today + (sameDay ? 0 : ahead), start, end)
}

/** "prochain" said of a day of this very week may be that day or the one after: not settled. */
function nextWeekday(
  context: DateContext,
  start: number,
  end: number,
  day: number,
  ahead: number,
): Span {
  const thisWeek = day > weekday(context.today)
  if (!thisWeek) return oneDay(context.today + ahead, start, end)
  const found = context.today + (ahead <= 2 ? ahead + 7 : ahead)
  return { ...oneDay(found, start, end), ambiguous: true }
}

const { ends, begins, middles } = partsOfMonth
const insides = new Set(['en', 'in', 'courant', 'during', 'pour', 'for', 'by', 'd'])

function skipOf(context: DateContext, i: number): number {
  const here = word(context, i)
  if (here === 'of') return word(context, i + 1) === 'the' ? i + 2 : i + 1
  return here === 'de' || here === 'du' || here === 'le' || here === 'd' ? i + 1 : i
}

/** The month named at a place, with the token after it: "janvier 2027", "mois prochain", "month". */
function readMonth(context: DateContext, i: number): { start: number; next: number } | null {
  const { year, month } = civil(context.today)
  const named = months.get(word(context, i))
  if (named) {
    const at = yearAt(context, i + 1)
    const inThisYear = named >= month
    return {
      start: startOfMonth(at?.year ?? (inThisYear ? year : year + 1), named),
      next: at?.next ?? i + 1,
    }
  }
  const [here, after] = [word(context, i), word(context, i + 1)]
  if (nexts.has(here) && after === 'month')
    return { start: startOfMonth(year, month + 1), next: i + 2 }
  const this_ = here === 'ce' || here === 'this' ? 1 : 0
  const unit = word(context, i + this_)
  if (unit !== 'mois' && unit !== 'month') return null
  if (nexts.has(word(context, i + this_ + 1)))
    return { start: startOfMonth(year, month + 1), next: i + 2 }
  return {
    start: startOfMonth(year, month),
    next: i + this_ + (word(context, i + this_ + 1) === 'ci' ? 2 : 1),
  }
}

/** "fin du mois", "mi-janvier", "début décembre", "en janvier", "fin d'année". */
function readPartOfMonth(context: DateContext, i: number): Span | null {
  let at = i
  while (
    ['le', 'la', 'a', 'au', 'the', 'at', 'en', 'vers', 'de'].includes(word(context, at)) &&
    at < i + 2
  )
    at++
  const part = word(context, at)
  const cutting = ends.has(part) || begins.has(part) || middles.has(part)
  if (!cutting) return readWholeMonth(context, i)
  const of = skipOf(context, at + 1)
  const year = ['annee', 'year'].includes(word(context, of))
  if (year) return ends.has(part) ? oneDay(endOfYear(context), i, of + 1) : null
  const month = readMonth(context, of)
  if (!month) return null
  const { year: y, month: m } = civil(month.start)
  const day = ends.has(part) ? daysInMonth(y, m) : middles.has(part) ? 15 : 1
  const found = month.start + day - 1
  const isThis = found < context.today && !months.has(word(context, of))
  return oneDay(isThis ? addMonths(month.start, 1) + day - 1 : found, i, month.next)
}

function endOfYear(context: DateContext): number {
  return startOfMonth(civil(context.today).year + 1, 1) - 1
}

function readWholeMonth(context: DateContext, i: number): Span | null {
  const lead = insides.has(word(context, i)) || articles.has(word(context, i))
  const at = lead ? i + 1 : i
  const named = months.has(word(context, at))
  const alone =
    !lead && named && !doubtfulMonths.has(word(context, at)) && word(context, at).length > 4
  if (named && !lead && !alone && !(context.askedDate && context.tokens.length === 1)) return null
  if (named && lead && !insides.has(word(context, i))) return null
  const month = readMonth(context, at)
  if (!month || (!named && month.next === at + 1)) return null
  const { year, month: m } = civil(month.start)
  const to = month.start + daysInMonth(year, m) - 1
  return {
    from: Math.max(month.start, context.today),
    to,
    start: i,
    next: month.next,
    sure: named || lead,
  }
}

const feasts = new Map<string, [number, number]>([
  ['noel', [25, 12]],
  ['christmas', [25, 12]],
  ['xmas', [25, 12]],
  ['toussaint', [1, 11]],
  ['boxing day', [26, 12]],
  ['nouvel an', [1, 1]],
  ['jour de l an', [1, 1]],
  ['jour de le an', [1, 1]],
  ['new year', [1, 1]],
  ['new year is day', [1, 1]],
  ['saint valentin', [14, 2]],
])
const feastPhrases = [...feasts].map(([name, date]): [string[], [number, number]] => [
  name.split(' '),
  date,
])

function readFeast(context: DateContext, i: number): Span | null {
  const at = articles.has(word(context, i)) ? i + 1 : i
  const here = word(context, at)
  if (here === 'paques' || here === 'easter') {
    const { year } = civil(context.today)
    const day = easter(year) >= context.today ? easter(year) : easter(year + 1)
    return oneDay(day, i, at + 1)
  }
  for (const [words, [day, month]] of feastPhrases) {
    if (!words.every((expected, n) => word(context, at + n) === expected)) continue
    const found = dayInYear(context, day, month, isPast(context, i))
    return found === null ? null : oneDay(found, i, at + words.length)
  }
  return null
}

/**
 * Reads one point or period at token `i`. `open` says that a word such as "avant" stands before, so
 * that a bare number may be a day.
 */
export function readPoint(context: DateContext, i: number, open: boolean): Span | null {
  const token = context.tokens[i]
  if (!token) return null
  const withArticle = articles.has(token.word) ? readDayAndMonth(context, i + 1) : null
  const dated = withArticle ? { ...withArticle, start: i } : readDayAndMonth(context, i)
  if (dated) return dated
  return (
    readWritten(context, articles.has(token.word) ? i + 1 : i) ??
    readWeekday(context, i) ??
    readPartOfMonth(context, i) ??
    readRelative(context, i, open) ??
    readFeast(context, i) ??
    readDay(context, i, open)
  )
}
