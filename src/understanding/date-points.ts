import type { DateContext, Span } from './date-context.ts'
import { readDayAndMonth, readWritten } from './date-day.ts'
import { readFeast } from './date-feast.ts'
import { readPartOfMonth } from './date-month.ts'
import { readDay } from './date-nth.ts'
import { readRelative } from './date-relative.ts'
import { readWeekday } from './date-weekday.ts'
import { articles } from './lexicon/date-words.ts'

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
