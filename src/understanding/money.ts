import type { Asked } from '../conversation/understanding.ts'
import type { DateReading } from './dates.ts'
import { centimes, currencies, otherUnits } from './lexicon/money-words.ts'
import { aboutSoMany } from './lexicon/number-words.ts'
import type { NumberFound } from './numbers.ts'
import type { Token } from './token.ts'

/** What amounts are read from. */
export interface AmountInput {
  tokens: Token[]
  numbers: (NumberFound | null)[]
  source: string
  dates: DateReading[]
  asked: Asked | undefined
}

/** A sum at one place; currency null where none is said. */
export interface Money {
  cents: number
  currency: string | null
  start: number
  next: number
  decimal: boolean
}

/** The word at a place, or the empty word beyond the end. */
export function word(tokens: Token[], i: number): string {
  return tokens[i]?.word ?? ''
}

/** True when these words stand at a place. */
export function spells(tokens: Token[], i: number, words: string[]): boolean {
  return i >= 0 && words.every((expected, n) => word(tokens, i + n) === expected)
}

/** Cents after the currency: "120€50", "12 euros et 50 centimes". */
function centsAfter(input: AmountInput, i: number): { cents: number; next: number } {
  const { tokens, numbers } = input
  const and = word(tokens, i) === 'et' || word(tokens, i) === 'and' ? 1 : 0
  const number = numbers[i + and]
  const none = { cents: 0, next: i }
  if (!number || number.decimal || number.hundredths < 100 || number.hundredths > 9900) return none
  if (tokens[i + and]!.breakBefore > 0) return none
  const named = centimes.has(word(tokens, number.next))
  const glued = !tokens[i]!.spaced && number.figures.length === 2
  const follows = word(tokens, number.next)
  const spoken =
    and === 0 && number.hundredths >= 1000 && !otherUnits.has(follows) && !currencies.has(follows)
  if (!named && !glued && !spoken) return none
  return { cents: number.hundredths / 100, next: named ? number.next + 1 : number.next }
}

function currencyAt(tokens: Token[], i: number): string | null {
  const token = tokens[i]
  if (!token || token.kind !== 'word' || token.breakBefore > 0) return null
  if (token.word === 'e' && token.spaced && tokens[i + 1] !== undefined) return null
  return currencies.get(token.word) ?? null
}

/** "-50 euros": a minus grown onto the sum, and no range ("40-60") or dash between words. */
function isNegative({ tokens, source }: AmountInput, at: number): boolean {
  const first = at > 0 && leads.has(word(tokens, at - 1)) ? at - 1 : at
  const { start } = tokens[first]!
  return (
    /(?:^|\s)[-\u2212]$/.test(source.slice(Math.max(0, start - 2), start)) &&
    tokens[first - 1]?.kind !== 'number'
  )
}

const leads = new Set(['eur', 'gbp', 'usd'])

/** Money at a place: a number, its currency before or after, its cents. */
export function moneyAt(input: AmountInput, i: number): Money | null {
  const { tokens, numbers } = input
  const lead = leads.has(word(tokens, i)) ? currencies.get(word(tokens, i))! : null
  const at = lead ? i + 1 : i
  const number = numbers[at]
  if (!number) return aboutAt(input, i)
  if (number.hundredths < 0 || isNegative(input, at)) return null
  if (
    centimes.has(word(tokens, number.next)) &&
    (number.figures || number.spoken) &&
    !number.decimal
  )
    return {
      cents: number.hundredths / 100,
      currency: 'EUR',
      start: i,
      next: number.next + 1,
      decimal: true,
    }
  const after = lead ?? currencyAt(tokens, skipArticle(tokens, number.next))
  if (!after)
    return {
      cents: number.hundredths,
      currency: null,
      start: i,
      next: number.next,
      decimal: number.decimal,
    }
  const end = lead ? number.next : skipArticle(tokens, number.next) + 1
  const more = number.decimal || lead ? { cents: 0, next: end } : centsAfter(input, end)
  return {
    cents: number.hundredths + more.cents,
    currency: after,
    start: i,
    next: more.next,
    decimal: true,
  }
}

/** "un million d'euros". */
function skipArticle(tokens: Token[], i: number): number {
  return (word(tokens, i) === 'd' || word(tokens, i) === 'de') &&
    currencies.has(word(tokens, i + 1))
    ? i + 1
    : i
}

/** "une cinquantaine d'euros". */
function aboutAt(input: AmountInput, i: number): Money | null {
  const { tokens } = input
  const about = aboutSoMany[word(tokens, i)]
  const currency = about ? currencyAt(tokens, skipArticle(tokens, i + 1)) : null
  if (!about || !currency) return null
  return {
    cents: about * 100,
    currency,
    start: i,
    next: skipArticle(tokens, i + 1) + 1,
    decimal: true,
  }
}
