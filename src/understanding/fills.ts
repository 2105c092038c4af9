import type { Command, SlotValue } from '../conversation/understanding.ts'
import type { AmountReading } from './amounts.ts'
import type { DateReading } from './dates.ts'
import { speaksOfPast } from './reading.ts'
import type { Reading } from './reading.ts'

export interface Fill {
  kind: string
  value: SlotValue
}

const negations = new Set(['pas', 'not'])

/** "pas le 5, le 12": a value set aside, while another of its kind stands. */
function standing<R extends { start: number }>(reading: Reading, all: R[]): R[] {
  const kept = all.filter(({ start }) => !negations.has(reading.tokens[start - 1]?.word ?? ''))
  return kept.length > 0 ? kept : all
}

function correctsFrom(reading: Reading): number {
  return reading.matches.find(({ tag }) => tag === 'correct')?.start ?? -1
}

/** The value meant: the first one, or the one after a correction. */
function meant<R extends { start: number }>(reading: Reading, all: R[]): R | undefined {
  const kept = standing(reading, all)
  const from = correctsFrom(reading)
  return from < 0 ? kept[0] : (kept.find(({ start }) => start >= from) ?? kept.at(-1))
}

/** "not all of it, 60": a figure is the offer, the whole is what it is compared with. */
function figuresFirst(amounts: AmountReading[]): AmountReading[] {
  const figures = amounts.filter(({ found }) => found.cents !== undefined)
  return figures.length > 0 ? figures : amounts
}

function amountValue({ found }: AmountReading): SlotValue {
  const { cents, minCents, maxCents, times, share } = found
  const settled = cents ?? maxCents ?? minCents
  return {
    ...(settled === undefined ? {} : { cents: settled }),
    ...(times === undefined ? {} : { times }),
    ...(share === undefined ? {} : { share }),
    ...(minCents !== undefined && maxCents !== undefined ? { ambiguous: true as const } : {}),
  }
}

function isEither(reading: Reading, date: DateReading): boolean {
  const next = reading.tokens[date.next]?.word
  return (
    (next === 'ou' || next === 'or') && reading.dates.some(({ start }) => start === date.next + 1)
  )
}

function dateValue(reading: Reading, date: DateReading): SlotValue {
  const { from, to, ambiguous } = date.found
  return { from, to, ...(ambiguous || isEither(reading, date) ? { ambiguous: true as const } : {}) }
}

/** Money and days of what was already paid are no offer while an offer is being asked for. */
function isOffer(reading: Reading): boolean {
  const { asked } = reading.input
  const offering = asked?.type === 'money' || asked?.type === 'date' || asked?.type === 'count'
  return !speaksOfPast(reading) || !offering || asked.past === true
}

function textFill(reading: Reading): Fill[] {
  const { asked, text } = reading.input
  if (asked?.type !== 'text' || reading.reference) return []
  const isReference = asked.slot.includes('reference')
  const words = text.trim()
  if (!words || (isReference && !/^[A-Za-z\d -]*\d[A-Za-z\d -]*$/.test(words))) return []
  const compact = words.replace(/[\s-]/g, '').toUpperCase()
  return [
    isReference
      ? { kind: 'reference', value: { text: compact } }
      : { kind: 'text', value: { text: words } },
  ]
}

/**
 * Every value the message gives, each under the name of its kind. `asksBack`: the message asks
 * something itself, so that it is no free text for the question asked.
 */
export function fillsOf(reading: Reading, asksBack: boolean): Fill[] {
  const fills: Fill[] = []
  const { code, reference, count, choice } = reading
  if (reference) fills.push({ kind: 'reference', value: { text: reference } })
  if (code) fills.push({ kind: 'code', value: { code } })
  if (choice) fills.push({ kind: 'choice', value: { choice: choice.key } })
  const amount = isOffer(reading) ? meant(reading, figuresFirst(reading.amounts)) : undefined
  if (amount) fills.push({ kind: 'amount', value: amountValue(amount) })
  const date = isOffer(reading) ? meant(reading, reading.dates) : undefined
  if (date) fills.push({ kind: 'date', value: dateValue(reading, date) })
  if (count !== null) fills.push({ kind: 'count', value: { count } })
  return asksBack ? fills : [...fills, ...textFill(reading)]
}

/** The commands that give or correct values. */
export function valueCommands(fills: Fill[], corrects: boolean): Command[] {
  return fills.map(({ kind, value }) =>
    corrects ? { correct: kind, ...value } : { fill: kind, ...value },
  )
}
