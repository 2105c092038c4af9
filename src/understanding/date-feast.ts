import { civil, easter } from './calendar.ts'
import { isPast, oneDay, word } from './date-context.ts'
import type { DateContext, Span } from './date-context.ts'
import { dayInYear } from './date-day.ts'
import { articles } from './lexicon/date-words.ts'

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

/** "Noël", "Pâques", "New Year". */
export function readFeast(context: DateContext, i: number): Span | null {
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
