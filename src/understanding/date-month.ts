import { addMonths, civil, daysInMonth, startOfMonth } from './calendar.ts'
import { isPast, oneDay, word } from './date-context.ts'
import type { DateContext, Span } from './date-context.ts'
import { yearAt } from './date-day.ts'
import { articles, doubtfulMonths, months, nexts, partsOfMonth } from './lexicon/date-words.ts'

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
export function readPartOfMonth(context: DateContext, i: number): Span | null {
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
  if (found >= context.today || isPast(context, i) || yearAt(context, month.next - 1))
    return oneDay(found, i, month.next)
  const ahead = months.has(word(context, of)) ? 12 : 1
  return oneDay(addMonths(month.start, ahead) + day - 1, i, month.next)
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
