import type { Reading } from './reading.ts'
import { has } from './reading.ts'

export type Answer = 'affirm' | 'deny' | 'unsettled' | null

const takesBack = new Set(['mais', 'but', 'sauf', 'except', 'seulement', 'plutot'])

/**
 * "oui mais après le 10" is no yes to a summary: what follows changes it. To a plain question it is a
 * yes, with a day beside it.
 */
function isTakenBack(reading: Reading): boolean {
  const { asked } = reading.input
  const besides = reading.dates.length + reading.amounts.length > 0
  if (asked?.type === 'yes_no' && asked.slot !== 'confirm' && besides) return false
  const yes = reading.matches.find(({ tag }) => tag === 'affirm')
  if (!yes) return false
  return reading.tokens.slice(yes.next, yes.next + 2).some(({ word }) => takesBack.has(word))
}

const negations = new Set(['pas', 'plus', 'not', 'never', 'jamais'])

function isNegated(reading: Reading): boolean {
  const yes = reading.matches.find(({ tag }) => tag === 'affirm')
  return (
    yes !== undefined &&
    negations.has(reading.tokens[yes.next]?.word ?? '') &&
    reading.tokens[yes.next]!.breakBefore === 0
  )
}

/** Yes, no, or something that is neither: a hedge, a yes taken back, both at once. */
export function answerOf(reading: Reading): Answer {
  const affirms = has(reading, 'affirm')
  const denies = has(reading, 'deny')
  if (has(reading, 'hedge') && !(denies && !affirms)) return affirms || denies ? 'unsettled' : null
  if (affirms && denies) return firstOf(reading)
  if (affirms) return isTakenBack(reading) || isNegated(reading) ? 'unsettled' : 'affirm'
  return denies ? 'deny' : null
}

/** "non c'est bon": the no stands; "oui non": neither. */
function firstOf(reading: Reading): Answer {
  const first = reading.matches.find(({ tag }) => tag === 'affirm' || tag === 'deny')
  return first?.tag === 'deny' ? 'deny' : 'unsettled'
}
