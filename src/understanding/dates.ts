import type { Asked, DateFound } from '../conversation/understanding.ts'
import type { Language } from '../conversation/language.ts'
import { isoDay } from './calendar.ts'
import { readPoint } from './date-points.ts'
import { readClock, word } from './date-context.ts'
import type { DateContext, Span } from './date-context.ts'
import { readFixed } from './date-relative.ts'
import { articles } from './lexicon/date-words.ts'
import type { NumberFound } from './numbers.ts'
import type { Token } from './token.ts'

/** A date with the tokens it took, so that no amount is read from them. */
export interface DateReading {
  found: DateFound
  start: number
  next: number
  /** The text alone names a day; false for a bare number that only the question makes a date. */
  sure: boolean
}

type Bound = 'until' | 'from' | 'about'

/** Words that open a side of a date; the longest first. */
const bounds: [string[], Bound][] = (
  [
    [
      'until',
      'au plus tard|de ici a la|de ici au|de ici a|de ici le|de ici la|de ici|pas apres|jusque au|jusque a la',
    ],
    [
      'until',
      'jusque a|jusque|jusqu au|avant la|avant le|avant|no later than|not later than|by the|by',
    ],
    ['until', 'before the|before|until the|until|till the|till|not after'],
    [
      'from',
      'pas avant|a partir du|a partir de la|a partir de|a partir|a compter du|a compter de|des le|des',
    ],
    [
      'from',
      'apres le|apres la|apres|not before|no earlier than|after the|after|starting from|starting|from the',
    ],
    ['from', 'from'],
    [
      'about',
      'vers le|vers la|vers|aux alentours du|autour du|around the|around|about the|about|courant',
    ],
  ] as [Bound, string][]
).flatMap(([bound, phrases]) =>
  phrases.split('|').map((phrase): [string[], Bound] => [phrase.split(' '), bound]),
)

const boundsByFirst = new Map<string, [string[], Bound][]>()
for (const entry of bounds.sort((a, b) => b[0].length - a[0].length)) {
  const first = entry[0][0]!
  boundsByFirst.set(first, [...(boundsByFirst.get(first) ?? []), entry])
}

function matchesAt(context: DateContext, words: string[], i: number): boolean {
  return words.every((expected, n) => word(context, i + n) === expected)
}

function applyBound(span: Span, bound: Bound): Span {
  if (bound === 'until') return { ...span, from: null, to: span.to ?? span.from }
  return bound === 'from' ? { ...span, from: span.from ?? span.to, to: null } : span
}

/** "avant le 5", "d'ici 10 jours", "après le 10": a point with one side open. */
function readBounded(context: DateContext, i: number): Span | null {
  for (const [words, bound] of boundsByFirst.get(word(context, i)) ?? []) {
    if (!matchesAt(context, words, i)) continue
    const after = i + words.length
    const article = articles.has(words.at(-1)!) || articles.has(word(context, after))
    const span =
      readPoint(context, after, true) ??
      (article || articles.has(words.at(-1)!) ? readPoint(context, after - 1, true) : null)
    if (span) return applyBound({ ...span, start: i }, bound)
  }
  return null
}

const betweens = new Set(['entre', 'between'])
const rangeStarts = new Set(['du', 'from', 'de'])
const rangeEnds = new Set(['au', 'et', 'and', 'to', 'a', 'until'])

/** "entre le 5 et le 10", "du 5 au 10". */
function readRange(context: DateContext, i: number): Span | null {
  const opens = word(context, i)
  if (!betweens.has(opens) && !rangeStarts.has(opens)) return null
  const first = readPoint(context, i + 1, true) ?? readPoint(context, i, true)
  if (!first || first.from === null || !rangeEnds.has(word(context, first.next))) return null
  const later = { ...context, notBefore: first.from }
  const last = readPoint(later, first.next + 1, true) ?? readPoint(later, first.next, true)
  if (!last || last.to === null) return null
  const monthless = first.from > last.to ? last.monthOf?.(first.from) : undefined
  const from = monthless ?? first.from
  return from > last.to ? null : { ...last, start: i, from }
}

function readAny(context: DateContext, i: number): Span | null {
  const said = readFixed(context, i)
  if (said && said.next > i + 1) return said
  return readRange(context, i) ?? readBounded(context, i) ?? readPoint(context, i, false)
}

function found(context: DateContext, source: string, span: Span): DateFound {
  const first = context.tokens[span.start]!
  const last = context.tokens[span.next - 1]!
  return {
    from: span.from === null ? null : isoDay(span.from),
    to: span.to === null ? null : isoDay(span.to),
    ...(span.time ? { time: span.time } : {}),
    ...(span.ambiguous ? { ambiguous: true as const } : {}),
    text: source.slice(first.start, last.end),
  }
}

/** Everything a date depends on beside the words. */
export interface DateInput {
  tokens: Token[]
  numbers: (NumberFound | null)[]
  source: string
  /** Day number of today. */
  today: number
  language: Language
  asked: Asked | undefined
}

/**
 * Finds every date of a message, left to right, none overlapping. An impossible date (31 November) is
 * kept with both sides null, so that nothing else is read from its words.
 */
export function readDates(input: DateInput): DateReading[] {
  const { tokens, numbers, today, language, asked } = input
  const askedDate = asked?.type === 'date'
  const looksBack = askedDate && asked?.past === true
  const context: DateContext = { tokens, numbers, today, language, askedDate, looksBack }
  const readings: DateReading[] = []
  for (let i = 0; i < tokens.length; i++) {
    const span = readAny(context, i)
    if (!span) continue
    const timed = readClock(context, span)
    readings.push({
      found: found(context, input.source, timed),
      start: timed.start,
      next: timed.next,
      sure: timed.sure,
    })
    i = timed.next - 1
  }
  return readings
}
