import type { Language } from '../conversation/language.ts'
import { dayParts, pastAuxiliaries, pastVerbs, pastWords } from './lexicon/date-words.ts'
import type { NumberFound } from './numbers.ts'
import type { Token } from './token.ts'

export interface DateContext {
  tokens: Token[]
  numbers: (NumberFound | null)[]
  /** Day number of today. */
  today: number
  language: Language
  askedDate: boolean
  /** The question is about something that happened. */
  looksBack: boolean
  /** For the end of a range: not before this day. */
  notBefore?: number
}

/** Days `from` to `to` (null: open), read from tokens `start` to before `next`. */
export interface Span {
  from: number | null
  to: number | null
  start: number
  next: number
  sure: boolean
  ambiguous?: true
  time?: string
  /** For "du 28 au 3": the day before the range's end that another day of the month means. */
  monthOf?: (day: number) => number
}

/** One day, read from tokens `start` to before `next`. */
export function oneDay(day: number, start: number, next: number): Span {
  return { from: day, to: day, start, next, sure: true }
}

/** The word at a place, or the empty word beyond the end. */
export function word(context: DateContext, i: number): string {
  return context.tokens[i]?.word ?? ''
}

/** A whole number at a place (1 to 9999), with the token after it. */
export function wholeNumber(
  context: DateContext,
  i: number,
): { value: number; next: number } | null {
  const number = context.numbers[i]
  if (!number || number.decimal || number.hundredths < 0 || number.hundredths > 999_900) return null
  return { value: number.hundredths / 100, next: number.next }
}

/** True when the clause before token `i` speaks of something done: "j'ai payé le 3". */
export function isPast(context: DateContext, i: number): boolean {
  if (context.looksBack) return true
  for (let k = i - 1; k >= 0 && k >= i - 8; k--) {
    if (context.tokens[k + 1]!.breakBefore === 2) return false
    const here = word(context, k)
    if (pastWords.has(here)) return true
    if (!pastVerbs.has(here)) continue
    for (let n = k - 1; n >= Math.max(0, k - 3); n--)
      if (pastAuxiliaries.has(word(context, n))) return true
  }
  return false
}

const clockWords = new Map([
  ['midi', '12:00'],
  ['noon', '12:00'],
  ['midday', '12:00'],
  ['minuit', '00:00'],
  ['midnight', '00:00'],
])
const clockLeads = new Set(['a', 'at', 'vers', 'avant', 'by', 'around', 'before', 'pour', 'des'])

function clockAt(context: DateContext, i: number): string | null {
  const token = context.tokens[i]
  if (!token || token.breakBefore === 2) return null
  return token.kind === 'time' ? token.word : (clockWords.get(token.word) ?? null)
}

/** Takes the part of the day and the time that stand beside a date. */
export function readClock(context: DateContext, span: Span): Span {
  let next = span.next
  if (
    ['au', 'in', 'le', 'dans'].includes(word(context, next)) &&
    dayParts.has(word(context, next + 1))
  )
    next += 1
  if (word(context, next) === 'the' && dayParts.has(word(context, next + 1))) next += 1
  if (word(context, next) === 'apres' && word(context, next + 1) === 'midi') next += 2
  else if (dayParts.has(word(context, next)) && word(context, next) !== 'midi') next += 1
  const lead = clockLeads.has(word(context, next)) ? 1 : 0
  const after = clockAt(context, next + lead)
  if (after) return { ...span, next: next + lead + 1, time: after }
  const before = clockAt(context, span.start - 1)
  if (!before) return { ...span, next }
  const led = clockLeads.has(word(context, span.start - 2)) ? 2 : 1
  return { ...span, start: span.start - led, next, time: before }
}
