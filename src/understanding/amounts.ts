import type { AmountFound } from '../conversation/understanding.ts'
import {
  byFirstWord,
  frequencies,
  givingVerbs,
  limitsAfter,
  limitsBefore,
  namesNumber,
  otherUnits,
} from './lexicon/money-words.ts'
import { moneyAt, spells, word } from './money.ts'
import type { AmountInput, Money } from './money.ts'
import { readShares } from './shares.ts'
import type { Token } from './token.ts'

/** An amount with its tokens; `sure` where the words say money (a currency, cents, "par mois"). */
export interface AmountReading {
  found: AmountFound
  start: number
  next: number
  sure: boolean
}

const joiners = new Set(['fois', 'x', 'times'])
const frequenciesByFirst = byFirstWord(frequencies)
const limitsAfterByFirst = byFirstWord(limitsAfter)
const durations = new Set(['pendant', 'sur', 'for', 'over', 'durant'])
const monthly = new Set(['mois', 'month', 'months', 'semaines', 'semaine', 'weeks', 'week'])

/** "3 fois 40": how often, then how much. */
function readTimes(input: AmountInput, i: number): AmountReading | null {
  const { tokens, numbers } = input
  const count = numbers[i]
  if (!count || count.decimal || count.hundredths < 100 || count.hundredths > 9900) return null
  if (!joiners.has(word(tokens, count.next))) return null
  const of = word(tokens, count.next + 1) === 'de' ? 2 : 1
  const money = moneyAt(input, count.next + of)
  if (!money || otherUnits.has(word(tokens, money.next)) || namesNumber.has(word(tokens, i - 1)))
    return null
  const reading = begin(money, i)
  reading.found.times = count.hundredths / 100
  reading.sure = true
  return reading
}

function begin(money: Money, start: number): AmountReading {
  const found: AmountFound = { cents: money.cents, currency: money.currency ?? 'EUR', text: '' }
  return { found, start, next: money.next, sure: money.currency !== null || money.decimal }
}

function takeFrequency(input: AmountInput, reading: AmountReading): void {
  const { tokens, numbers } = input
  const every = frequenciesByFirst
    .get(word(tokens, reading.next))
    ?.find(({ words }) => spells(tokens, reading.next, words))
  if (!every || tokens[reading.next]!.breakBefore > 0) return
  if (
    ['le', 'la', 'du', 'au'].includes(every.words[0]!) &&
    nextsAfter.has(word(tokens, reading.next + 2))
  )
    return
  if (every.words[0] === 'du') return
  reading.found.every = every.every
  reading.next += every.words.length
  reading.sure = true
  const lead = durations.has(word(tokens, reading.next)) ? 1 : 0
  const count = lead ? numbers[reading.next + 1] : null
  if (!count || !monthly.has(word(tokens, count.next))) return
  reading.found.times = count.hundredths / 100
  reading.next = count.next + 1
}

const nextsAfter = new Set(['prochain', 'prochaine', 'suivant', 'suivante', 'qui'])

/** "pas plus de 30", "30 maximum", "au moins 20". */
function takeLimit(input: AmountInput, reading: AmountReading): void {
  const { tokens } = input
  const before = limitsBefore.find(({ words }) =>
    spells(tokens, reading.start - words.length, words),
  )
  const after = before
    ? undefined
    : limitsAfterByFirst
        .get(word(tokens, reading.next))
        ?.find(({ words }) => spells(tokens, reading.next, words))
  const limit = before ?? after
  if (!limit) return
  if (before) reading.start -= before.words.length
  if (after) reading.next += after.words.length
  if (limit.bound === 'about') return
  const { cents, ...rest } = reading.found
  reading.found =
    limit.bound === 'max' ? { maxCents: cents!, ...rest } : { minCents: cents!, ...rest }
  reading.sure ||= limit.bound === 'max' || reading.sure
}

const between = new Set(['entre', 'between'])
const from = new Set(['de', 'from', 'dans'])
const to = new Set(['et', 'and', 'a', 'to', 'ou', 'or'])

/** "entre 40 et 60", "40 à 60 euros". */
function readBetween(input: AmountInput, i: number): AmountReading | null {
  const { tokens } = input
  const opens = between.has(word(tokens, i))
  const at = opens || (from.has(word(tokens, i)) && input.numbers[i + 1]) ? i + 1 : i
  const low = moneyAt(input, at)
  const dash =
    low && tokens[low.next]?.kind === 'number' && input.source[tokens[low.next]!.start - 1] === '-'
  if (!low || (!dash && !to.has(word(tokens, low.next)))) return null
  const high = moneyAt(input, dash ? low.next : low.next + 1)
  if (!high || high.cents <= low.cents || otherUnits.has(word(tokens, high.next))) return null
  const joiner = word(tokens, low.next)
  if (!opens && !high.currency && (joiner === 'et' || joiner === 'and')) return null
  if (!opens && !high.currency && at === i && input.asked?.type !== 'money') return null
  const currency = high.currency ?? low.currency ?? 'EUR'
  const found: AmountFound = { minCents: low.cents, maxCents: high.cents, currency, text: '' }
  return { found, start: i, next: high.next, sure: high.currency !== null || low.currency !== null }
}

function taken(input: AmountInput, start: number, next: number): boolean {
  return input.dates.some((date) => start < date.next && date.start < next)
}

function besideDate(input: AmountInput, reading: AmountReading): boolean {
  return input.dates.some(
    (date) =>
      date.sure &&
      ((date.start >= reading.next && date.start - reading.next <= 2) ||
        (reading.start >= date.next && reading.start - date.next <= 3)),
  )
}

function afterVerb(tokens: Token[], i: number): boolean {
  for (let k = i - 1; k >= 0 && k >= i - 3; k--) {
    if (givingVerbs.has(word(tokens, k))) return tokens[k + 1]!.breakBefore < 2
    if (tokens[k + 1]!.breakBefore === 2) return false
  }
  return false
}

/** A bare number is money only where money was asked, or a verb or a date beside it says so. */
function isMoney(input: AmountInput, reading: AmountReading): boolean {
  const { tokens, asked } = input
  const first = input.numbers[reading.start]
  const figures = first?.figures ?? ''
  const follows = tokens[reading.next]
  if (follows && follows.breakBefore === 0 && otherUnits.has(follows.word)) return false
  if (word(tokens, reading.next) === 'par' && word(tokens, reading.next + 1) === 'kwh') return false
  if (namesNumber.has(word(tokens, reading.start - 1)) && !(reading.sure && figures.length < 5))
    return false
  if (reading.sure) return true
  if (figures.length >= 6 || (figures.length > 1 && figures.startsWith('0'))) return false
  if (first?.spoken && first.hundredths === 100) return false
  if (asked?.type === 'money') return true
  if (asked?.type === 'count' || asked?.type === 'code') return false
  const small = asked?.type === 'one_of' && first !== null && first!.hundredths < 1000
  if (small) return false
  return (
    afterVerb(tokens, reading.start) ||
    besideDate(input, reading) ||
    reading.found.cents === undefined
  )
}

function readOne(input: AmountInput, i: number): AmountReading | null {
  const range = readBetween(input, i)
  if (range && !taken(input, range.start, range.next)) return range
  const times = readTimes(input, i)
  if (times) {
    takeFrequency(input, times)
    return times
  }
  const money = moneyAt(input, i)
  if (!money || (money.cents === 0 && !money.currency)) return null
  const reading = begin(money, i)
  takeFrequency(input, reading)
  if (!isMoneyBeforeLimit(input, reading)) return null
  takeLimit(input, reading)
  return reading
}

function isMoneyBeforeLimit(input: AmountInput, reading: AmountReading): boolean {
  const limited = { ...reading, found: { ...reading.found } }
  takeLimit(input, limited)
  return isMoney(input, { ...limited, start: reading.start })
}

/** Finds every amount of a message; tokens of a date are never read as money. */
export function readAmounts(input: AmountInput): AmountReading[] {
  const readings: AmountReading[] = []
  for (let i = 0; i < input.tokens.length; i++) {
    const reading = readOne(input, i)
    if (!reading || taken(input, i, reading.next)) continue
    const last = readings.at(-1)
    if (last && reading.start < last.next) reading.start = i
    if (!isMoney(input, { ...reading, start: i })) continue
    readings.push(reading)
    i = reading.next - 1
  }
  return withText(input, [...readings, ...readShares(input)])
}

function withText(input: AmountInput, readings: AmountReading[]): AmountReading[] {
  for (const reading of readings) {
    const first = input.tokens[reading.start]!
    reading.found.text = input.source.slice(first.start, input.tokens[reading.next - 1]!.end)
  }
  return readings.sort((a, b) => a.start - b.start)
}
