import { intents } from '../conversation/understanding.ts'
import type { Intent } from '../conversation/understanding.ts'
import type { Answer } from './answers.ts'
import { has } from './reading.ts'
import type { Reading } from './reading.ts'

const known = new Set<string>(intents)

/** An amount and a day ahead said together are a promise, whatever the verb. */
function impliesPromise(reading: Reading): boolean {
  const ahead = reading.dates.some(
    ({ found, sure }) => sure && (found.to ?? found.from ?? '') >= reading.today,
  )
  const offered = reading.amounts.some(
    ({ found }) => found.cents !== undefined || found.share !== undefined,
  )
  return ahead && offered && !has(reading, 'already_paid') && !has(reading, 'payment_incident')
}

const payNow = /^(maintenant|immediatement|now|immediately)$/

/** What one phrase says and another phrase of the same message unsays. */
const otherWays: Intent[] = ['cannot_pay', 'plan', 'pay_now']

/** A promise says how much or when. */
function isConcrete(reading: Reading): boolean {
  const { amounts, dates } = reading
  return amounts.some(({ found }) => found.every === undefined) || dates.length > 0
}

/** Instalments say how many or how often. */
function saysHowOften(reading: Reading): boolean {
  const often = ({ found }: Reading['amounts'][number]): boolean =>
    found.times !== undefined || found.every !== undefined
  return reading.count !== null || reading.amounts.some(often)
}

/**
 * Said, but not what is asked for: not being able to pay all of it beside an amount and a day, or
 * anger beside what it is about.
 */
export function isBeside(reading: Reading, intent: Intent): boolean {
  if (intent === 'plan') return impliesPromise(reading) && !saysHowOften(reading)
  if (intent === 'cannot_pay') return impliesPromise(reading)
  if (intent === 'complaint') return has(reading, 'already_paid') || has(reading, 'dispute')
  return false
}

function isOverruled(reading: Reading, intent: Intent): boolean {
  const said = (tag: Intent): boolean => has(reading, tag)
  if (intent === 'promise')
    return said('already_paid') || (!isConcrete(reading) && otherWays.some(said))
  if (intent === 'cannot_pay') return said('consequences')
  if (intent === 'deny') return said('correct') && hasValue(reading)
  if (intent === 'pay_now')
    return impliesPromise(reading) && !reading.tokens.some(({ word }) => payNow.test(word))
  if (intent === 'third_party') return said('deceased')
  if (intent === 'dispute') return said('wrong_person')
  if (intent === 'simpler') return said('why_higher')
  if (intent === 'identify') return said('payment_incident')
  if (intent === 'wait') return said('cannot_pay')
  if (intent === 'aid') return said('opt_out')
  return false
}

/** What was agreed before is asked about or no longer fits. */
export const changesCommitment = (reading: Reading): boolean => has(reading, 'change_commitment')

function fromMatches(reading: Reading, answer: Answer): Intent[] {
  const found: Intent[] = []
  for (const { tag } of reading.matches) {
    if (!known.has(tag) || found.includes(tag as Intent)) continue
    if ((tag === 'affirm' || tag === 'deny') && answer !== tag) continue
    if (isOverruled(reading, tag as Intent)) continue
    found.push(tag as Intent)
  }
  return found
}

function hasValue(reading: Reading): boolean {
  const { choice, code, reference, count, amounts, dates } = reading
  return (
    choice !== null ||
    code !== null ||
    reference !== null ||
    count !== null ||
    amounts.length + dates.length > 0
  )
}

/** The intents of a message in the order they are said; never empty. */
export function intentsOf(reading: Reading, answer: Answer): Intent[] {
  const found = fromMatches(reading, answer)
  const add = (intent: Intent): void => {
    if (!found.includes(intent)) found.push(intent)
  }
  if (impliesPromise(reading)) add('promise')
  if (reading.term) add('explain_bill')
  if (reading.reference) add('identify')
  if (reading.optOut) add('opt_out')
  const value = hasValue(reading)
  if (changesCommitment(reading)) add('correct')
  else if (!value && found.includes('correct')) found.splice(found.indexOf('correct'), 1)
  if (value && found.length === 0) add('answer')
  if (found.length === 0) add('other')
  return found
}
