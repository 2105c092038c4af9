import type { Asked } from '../conversation/understanding.ts'
import type { AmountReading } from './amounts.ts'
import type { DateReading } from './dates.ts'
import type { NumberFound } from './numbers.ts'
import type { Token } from './token.ts'

interface CountInput {
  tokens: Token[]
  numbers: (NumberFound | null)[]
  amounts: AmountReading[]
  dates: DateReading[]
  asked: Asked | undefined
}

const parts = new Set(
  'mensualites mensualite echeances echeance versements versement paiements instalments instalment payments parts tranches'.split(
    ' ',
  ),
)
const rounds = new Set('fois x times mois months month'.split(' '))
const leads = new Set('en sur in over into pendant for par'.split(' '))

function whole(number: NumberFound): number | null {
  const value = number.hundredths / 100
  return Number.isInteger(value) && value >= 1 && value <= 99 && !number.decimal ? value : null
}

function isCount({ tokens, asked, dates }: CountInput, number: NumberFound): boolean {
  const follows = tokens[number.next]?.word ?? ''
  if (dates.some(({ start, next }) => number.start < next && start < number.next)) return false
  if (parts.has(follows)) return true
  if (!rounds.has(follows)) return false
  const before = tokens[number.start - 1]?.word ?? ''
  return leads.has(before) || before === 'seule' || (asked?.type === 'count' && follows !== 'x')
}

/** In how many times: "en 3 fois", "trois mensualités", and a bare "3" where a count was asked. */
export function findCount(input: CountInput): number | null {
  const times = input.amounts.find(({ found }) => found.times !== undefined)?.found.times
  if (times !== undefined) return times
  const found = input.numbers.filter((number) => number !== null)
  const said = found.find((number) => isCount(input, number))
  if (said) return whole(said)
  const bare = input.asked?.type === 'count' && found.length === 1 && input.amounts.length === 0
  return bare && input.dates.length === 0 ? whole(found[0]!) : null
}
