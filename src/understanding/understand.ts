import type { Grade } from '../conversation/signal.ts'
import type { Understand, UnderstandInput, Understanding } from '../conversation/understanding.ts'
import { fail } from '../errors.ts'
import { readAmounts } from './amounts.ts'
import { answerOf } from './answers.ts'
import { existingDay } from './calendar.ts'
import { findCode } from './codes.ts'
import { commandsOf } from './commands.ts'
import { confidenceOf } from './confidence.ts'
import { findCount } from './counts.ts'
import { readDates } from './dates.ts'
import { fold } from './fold.ts'
import type { Folded } from './fold.ts'
import { findIntents } from './intents.ts'
import { intentsOf } from './intent-list.ts'
import { guessFolded } from './language.ts'
import { readNumbers } from './numbers.ts'
import { isStopKeyword } from './opt-out.ts'
import { findOption, findPosition } from './options.ts'
import type { ChoiceFound } from './options.ts'
import type { Reading } from './reading.ts'
import { scan } from './scan.ts'
import { findSignals } from './signals.ts'
import { spell } from './spell.ts'
import type { Token } from './token.ts'
import { correct } from './vocabulary.ts'

const isoDate = /^(\d{4})-(\d\d)-(\d\d)T/

function todayOf(at: string): { iso: string; number: number } {
  const parts = isoDate.exec(at)
  const number = parts && existingDay(Number(parts[1]), Number(parts[2]), Number(parts[3]))
  if (number === null)
    throw fail('bad_request', `at is ${at}, expected an ISO date-time with a zone`)
  return { iso: at.slice(0, 10), number }
}

const asking = new Set(
  'quoi kesako que quel quelle signifie dire explique expliquez what mean means explain definition comprends comprend corresponds correspond sert'.split(
    ' ',
  ),
)

/** Longer messages are not a glossary entry standing alone. */
const mostOfATerm = 7

/** A glossary entry asked about ("c'est quoi la CTA ?"), or standing alone. */
function findTerm(input: UnderstandInput, tokens: Token[]): ChoiceFound | null {
  if (!input.terms) return null
  const asks = tokens.some(({ word }) => asking.has(word))
  if (!asks && tokens.length > mostOfATerm) return null
  const found = findOption(tokens, input.terms)
  const alone = found && tokens.length - (found.next - found.start) <= 1
  return asks || alone ? found : null
}

function findChoice(reading: Pick<Reading, 'input' | 'tokens' | 'numbers'>): ChoiceFound | null {
  const { asked } = reading.input
  if (asked?.type !== 'one_of' || !asked.options) return null
  return (
    findPosition(reading.tokens, reading.numbers, asked.options) ??
    findOption(reading.tokens, asked.options)
  )
}

function read(input: UnderstandInput, folded: Folded): Reading {
  const { iso, number } = todayOf(input.at)
  const language = guessFolded(folded, input.language)
  const tokens = spell(scan(folded), language, correct)
  const numbers = readNumbers(tokens, language)
  const { asked } = input
  const source = input.text
  const choice = findChoice({ input, tokens, numbers })
  const code = findCode(tokens, numbers, asked?.type === 'code')
  const digits = code !== null && asked?.type === 'code'
  const spans = digits ? [] : readDates({ tokens, numbers, source, today: number, language, asked })
  const amounts = digits ? [] : readAmounts({ tokens, numbers, source, dates: spans, asked })
  const dates = spans.filter(({ found }) => found.from !== null || found.to !== null)
  const matches = findIntents(tokens, source)
  const term = choice ? null : findTerm(input, tokens)
  return {
    input,
    tokens,
    numbers,
    dates,
    amounts: choice ? amounts.filter(({ sure }) => sure) : amounts,
    matches,
    signals: findSignals(tokens, source),
    choice,
    term,
    termText: term ? source.slice(tokens[term.start]!.start, tokens[term.next - 1]!.end) : '',
    code,
    reference: tokens.find(({ kind }) => kind === 'reference')?.word ?? null,
    count: digits ? null : findCount({ tokens, numbers, amounts, dates, asked }),
    optOut: isStopKeyword(folded) || matches.some(({ tag }) => tag === 'opt_out'),
    today: iso,
  }
}

/**
 * Reads a message into intents, amounts (integer cents), dates (ISO days in the zone of `at`), signals
 * and commands. Deterministic and pure; reads the first 4000 characters; throws only when `at` is no
 * date-time.
 */
export const understand: Understand = (input) => {
  const reading = read(input, fold(input.text))
  const answer = answerOf(reading)
  const intents = intentsOf(reading, answer)
  const commands = commandsOf(reading, intents, answer)
  return {
    text: input.text,
    language: input.language,
    intents,
    amounts: reading.amounts.map(({ found }) => found),
    dates: reading.dates.map(({ found }) => found),
    signals: reading.signals,
    grade: gradeOf(reading),
    optOut: reading.optOut,
    commands,
    confidence: confidenceOf(reading, intents, commands, answer),
  } satisfies Understanding
}

function gradeOf(reading: Reading): Grade {
  return reading.signals.reduce<Grade>(
    (grade, signal) => (signal.grade > grade ? signal.grade : grade),
    0,
  )
}
