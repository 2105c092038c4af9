import type { Signal } from '../conversation/signal.ts'
import type { UnderstandInput } from '../conversation/understanding.ts'
import type { AmountReading } from './amounts.ts'
import type { DateReading } from './dates.ts'
import type { IntentMatch } from './intents.ts'
import type { NumberFound } from './numbers.ts'
import type { ChoiceFound } from './options.ts'
import type { Token } from './token.ts'

/** All that was read in one message, before it is put into intents and commands. */
export interface Reading {
  input: UnderstandInput
  tokens: Token[]
  numbers: (NumberFound | null)[]
  dates: DateReading[]
  amounts: AmountReading[]
  matches: IntentMatch[]
  signals: Signal[]
  choice: ChoiceFound | null
  term: ChoiceFound | null
  /** Glossary words that were asked about, as written. */
  termText: string
  code: string | null
  reference: string | null
  count: number | null
  optOut: boolean
  /** ISO day of `at`. */
  today: string
}

export function has(reading: Reading, tag: IntentMatch['tag']): boolean {
  return reading.matches.some((match) => match.tag === tag)
}

/** True when something was done already and the amounts and dates are of that. */
export function speaksOfPast(reading: Reading): boolean {
  return has(reading, 'already_paid')
}
