import { civil, existingDay, startOfMonth } from './calendar.ts'
import { isPast, oneDay, word } from './date-context.ts'
import type { DateContext, Span } from './date-context.ts'
import { dayOfMonth, nearestDay } from './date-day.ts'
import type { DayOfMonth } from './date-day.ts'
import { articles, notDays } from './lexicon/date-words.ts'
import { ranksEn } from './lexicon/number-words.ts'

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
export function readDay(context: DateContext, i: number, open: boolean): Span | null {
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

/** The day that follows a weekday: "vendredi 5". */
export function readDayAfter(context: DateContext, i: number): Span | null {
  const day = dayOfMonth(context, i)
  if (!day || context.tokens[i]!.breakBefore > 0) return null
  const follows = context.tokens[day.next]
  if (follows && follows.breakBefore === 0 && notDays.has(follows.word)) return null
  return dayOfWhichMonth(context, i, day)
}
