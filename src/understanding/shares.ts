import type { AmountReading } from './amounts.ts'
import { byFirstWord, shares } from './lexicon/money-words.ts'
import { word } from './money.ts'
import type { AmountInput } from './money.ts'
import type { Token } from './token.ts'

const sharesByFirst = byFirstWord(shares)
const paying = /^(pa[iy]|regl|solde|vers|vir|settl)/
const notWholes = new Set(
  'a va de monde suite temps bien ce cas fait seul seule simplement juste le la les moment jour droit the right day of my good that this these'.split(
    ' ',
  ),
)
const negations = new Set(['pas', 'plus', 'jamais', 'not', 'du', 'at'])
const fractions = new Map([
  ['1/2', 1 / 2],
  ['1/3', 1 / 3],
  ['2/3', 2 / 3],
  ['1/4', 1 / 4],
  ['3/4', 3 / 4],
])

function paysBeside(tokens: Token[], start: number, next: number): boolean {
  const near = [start - 2, start - 1, next, next + 1].map((i) => word(tokens, i))
  return near.some((beside) => paying.test(beside))
}

/** "pas tout", "can't pay all of it": the whole is named to be put aside. */
function isNegated(tokens: Token[], start: number): boolean {
  for (let k = start - 1; k >= Math.max(0, start - 3); k--)
    if (negations.has(word(tokens, k))) return tokens[start]!.breakBefore < 2
  return false
}

/** "tout" is money beside a verb of paying, or alone as the answer; never after "pas". */
function isWhole(input: AmountInput, start: number, next: number): boolean {
  const { tokens } = input
  if (isNegated(tokens, start) || word(tokens, next) === 'pas') return false
  const alone = input.asked?.type === 'money' && tokens.length <= next - start + 2
  return alone || (paysBeside(tokens, start, next) && !notWholes.has(word(tokens, next)))
}

function shareAt(input: AmountInput, i: number): AmountReading | null {
  const { tokens } = input
  const found = sharesByFirst
    .get(word(tokens, i))
    ?.find(({ words }) => words.every((expected, n) => word(tokens, i + n) === expected))
  if (!found) return percentAt(input, i)
  const next = i + found.words.length
  if (found.common && !isWhole(input, i, next)) return null
  if (!found.common && (word(tokens, next) === 'heure' || word(tokens, next) === 'past'))
    return null
  if (found.share === 1 && isNegated(tokens, i)) return null
  return { found: { share: found.share, currency: 'EUR', text: '' }, start: i, next, sure: true }
}

function percentAt(input: AmountInput, i: number): AmountReading | null {
  const { tokens, numbers, asked } = input
  const number = numbers[i]
  const percent = number && word(tokens, number.next) === 'percent' ? number.hundredths / 100 : 0
  if (
    number &&
    percent > 0 &&
    percent <= 100 &&
    (asked?.type === 'money' || paysBeside(tokens, i, number.next + 1))
  )
    return {
      found: { share: percent / 100, currency: 'EUR', text: '' },
      start: i,
      next: number.next + 1,
      sure: true,
    }
  const share = tokens[i]?.kind === 'date' ? fractions.get(word(tokens, i)) : undefined
  if (!share || asked?.type !== 'money') return null
  return { found: { share, currency: 'EUR', text: '' }, start: i, next: i + 1, sure: true }
}

/** Finds parts of what is due: "la moitié", "un tiers", "tout", "20 %". */
export function readShares(input: AmountInput): AmountReading[] {
  const readings: AmountReading[] = []
  for (let i = 0; i < input.tokens.length; i++) {
    const reading = shareAt(input, i)
    if (!reading) continue
    readings.push(reading)
    i = reading.next - 1
  }
  return readings
}
