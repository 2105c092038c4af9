import type { Command, Intent } from '../conversation/understanding.ts'
import type { Answer } from './answers.ts'
import type { Reading } from './reading.ts'

/** Tokens some reading explains. */
function covered(reading: Reading): number {
  const seen = new Set<number>()
  const take = ({ start, next }: { start: number; next: number }): void => {
    for (let i = start; i < next; i++) seen.add(i)
  }
  reading.matches.forEach(take)
  reading.dates.forEach(take)
  reading.amounts.forEach(take)
  if (reading.choice) take(reading.choice)
  if (reading.term) take(reading.term)
  return seen.size
}

function isAsked(reading: Reading, commands: Command[]): boolean {
  const names: Record<string, string[]> = {
    money: ['amount'],
    date: ['date'],
    count: ['count'],
    one_of: ['choice'],
    code: ['code'],
    text: ['text', 'reference'],
  }
  const type = reading.input.asked?.type
  if (!type) return false
  if (type === 'yes_no') return commands.some((command) => 'affirm' in command || 'deny' in command)
  return commands.some(
    (command) =>
      ('fill' in command && names[type]!.includes(command.fill)) ||
      ('correct' in command && names[type]!.includes(command.correct)),
  )
}

function doubt(reading: Reading, intents: Intent[], answer: Answer): number {
  const dates = reading.dates.some(({ found }) => found.ambiguous) ? 0.7 : 1
  const amounts = reading.amounts.length > 1 ? 0.85 : 1
  const many = intents.length > 3 ? 0.8 : 1
  const unsettled = answer === 'unsettled' ? 0.6 : 1
  return dates * amounts * many * unsettled
}

/**
 * How sure the commands are, 0 to 1: nothing found is 0; an answer of the kind asked is nearly certain;
 * words no reading explains, an unsettled date or yes, several amounts lower it.
 */
export function confidenceOf(
  reading: Reading,
  intents: Intent[],
  commands: Command[],
  answer: Answer,
): number {
  if (commands.length === 0) return reading.signals.some(({ grade }) => grade === 4) ? 0.9 : 0
  if (commands.some((command) => 'clarify' in command)) return 0.4
  const base = isAsked(reading, commands) || reading.optOut ? 0.98 : 0.93
  const share = Math.min(1, (covered(reading) / Math.max(1, reading.tokens.length)) * 1.6)
  const whole = isAsked(reading, commands) || reading.optOut ? 0.9 + 0.1 * share : 0.7 + 0.3 * share
  return Math.round(base * whole * doubt(reading, intents, answer) * 100) / 100
}
