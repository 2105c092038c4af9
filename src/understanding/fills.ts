import type { Command, SlotValue } from '../conversation/understanding.ts'
import type { AmountReading } from './amounts.ts'
import type { DateReading } from './dates.ts'
import { has, speaksOfPast } from './reading.ts'
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

/** Where the account's currency is not told: no account of ours is in these. */
const foreign = new Set(['USD', 'CHF'])

/** A sum in another currency is no offer; a bare sum is read as EUR and is one in any. */
function isForeign({ input }: Reading, { found: { currency } }: AmountReading): boolean {
  if (!input.currency) return foreign.has(currency)
  return currency !== input.currency && currency !== 'EUR'
}

function offered(reading: Reading): AmountReading[] {
  return figuresFirst(reading.amounts.filter((amount) => !isForeign(reading, amount)))
}

/** Words between a day and the nearest amount. */
function fromAmount(reading: Reading, date: DateReading): number {
  const gaps = reading.amounts.map(({ start, next }) =>
    start >= date.next ? start - date.next : date.start - next,
  )
  return Math.min(...gaps)
}

const mostBeside = 3

/** "the bill of last month ... 60 on the 5th": the day offered is ahead, and stands by its amount. */
function offeredDates(reading: Reading): DateReading[] {
  const { dates, today, input } = reading
  if (input.asked?.past || speaksOfPast(reading)) return dates
  const ahead = dates.filter(({ found: { to } }) => to === null || to >= today)
  if (ahead.length === 0)
    return has(reading, 'promise') && input.asked?.type !== 'date' ? [] : dates
  if (correctsFrom(reading) >= 0) return ahead
  const nearest = Math.min(...standing(reading, ahead).map((date) => fromAmount(reading, date)))
  if (nearest > mostBeside) return ahead
  return standing(reading, ahead).filter((date) => fromAmount(reading, date) === nearest)
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
  const amount = isOffer(reading) ? meant(reading, offered(reading)) : undefined
  if (amount) fills.push({ kind: 'amount', value: amountValue(amount) })
  const date = isOffer(reading) ? meant(reading, offeredDates(reading)) : undefined
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
