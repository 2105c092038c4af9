import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { languageOf } from '../conversation/language.ts'
import type { Asked, SlotType, Understanding } from '../conversation/understanding.ts'
import { guessLanguage } from '../understanding/language.ts'
import { understand } from '../understanding/understand.ts'

/* `npm run -s understand`: JSON lines in, JSON lines out, in the same order. */

const line = z.object({
  text: z.string(),
  language: z.string().nullish(),
  at: z.string().nullish(),
  asked: z.string().nullish(),
})

/** Names of a question; any other is a question whose answer is free text of no kind. */
const askedTypes = new Map<string, SlotType>([
  ['amount', 'money'],
  ['money', 'money'],
  ['date', 'date'],
  ['count', 'count'],
  ['times', 'count'],
  ['yes_no', 'yes_no'],
  ['yes', 'yes_no'],
  ['confirm', 'yes_no'],
  ['code', 'code'],
])

function askedOf(name: string | null | undefined): Asked | undefined {
  const type = name ? askedTypes.get(name) : undefined
  return type && name ? { slot: name === 'money' ? 'amount' : name, type } : undefined
}

function inOrder(read: Understanding) {
  const { text, language, intents, amounts, dates, signals, grade, optOut } = read
  const { commands, confidence } = read
  return { text, language, intents, amounts, dates, signals, grade, optOut, commands, confidence }
}

/** Now, as a zoned date-time of Paris: what `at` is when a line has none. */
function nowInParis(): string {
  return Temporal.Now.zonedDateTimeISO('Europe/Paris').toString({ timeZoneName: 'never' })
}

function answer(source: string): object {
  const { text, language, at, asked } = line.parse(JSON.parse(source))
  const guessed = languageOf(language, guessLanguage(text, 'fr'))
  const question = askedOf(asked)
  return inOrder(
    understand({
      text,
      language: guessed,
      at: at ?? nowInParis(),
      ...(question ? { asked: question } : {}),
    }),
  )
}

function reason(error: unknown): string {
  return error instanceof z.ZodError ? z.prettifyError(error) : String((error as Error).message)
}

const usage = 'usage: npm run -s understand < lines.jsonl'

function refuseOptions(): void {
  try {
    parseArgs({ options: {} })
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n${usage}\n`)
    process.exit(2)
  }
}

/** What some editors write before the first line of a UTF-8 file. */
const byteOrderMark = /^\uFEFF/

refuseOptions()

/** One answer a line; a bad line is answered by its fault and number, and the run ends with 1. */
let number = 0
for await (const read of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  number++
  const source = number === 1 ? read.replace(byteOrderMark, '') : read
  if (source.trim() === '') continue
  try {
    process.stdout.write(`${JSON.stringify(answer(source))}\n`)
  } catch (error) {
    process.exitCode = 1
    process.stdout.write(`${JSON.stringify({ error: reason(error), line: number })}\n`)
  }
}
