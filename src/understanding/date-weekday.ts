import { weekday } from './calendar.ts'
import { isPast, oneDay, word } from './date-context.ts'
import type { DateContext, Span } from './date-context.ts'
import { readDayAndMonth } from './date-day.ts'
import { readDayAfter } from './date-nth.ts'
import { articles, lasts, nexts, weekdays } from './lexicon/date-words.ts'

/** "vendredi", "vendredi prochain", "le lundi en huit", "samedi 5 décembre". */
export function readWeekday(context: DateContext, i: number): Span | null {
  const lead =
    articles.has(word(context, i)) || nexts.has(word(context, i)) || lasts.has(word(context, i))
  const day = weekdays.get(word(context, lead ? i + 1 : i))
  if (!day) return null
  const start = i
  const next = (lead ? i + 1 : i) + 1
  const dated =
    readDayAndMonth(context, skipThe(context, next)) ??
    readDayAfter(context, skipThe(context, next))
  if (dated && dated.from !== null && context.tokens[next]!.breakBefore < 2)
    return weekday(dated.from) === day ? { ...dated, start } : { ...dated, start, ambiguous: true }
  return weekdayAlone(context, start, next, day, lead ? word(context, i) : '')
}

function skipThe(context: DateContext, i: number): number {
  return word(context, i) === 'the' || word(context, i) === 'le' ? i + 1 : i
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
      context.today + (ahead === 7 ? -7 : ahead - 7),
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
