import type { Command, Intent } from '../conversation/understanding.ts'
import type { Answer } from './answers.ts'
import { fillsOf, valueCommands } from './fills.ts'
import type { Fill } from './fills.ts'
import { changesCommitment, isBeside } from './intent-list.ts'
import { has } from './reading.ts'
import type { Reading } from './reading.ts'

/** Intents that are commands of their own, or no command at all. */
const notStarted = new Set<Intent>([
  'affirm',
  'deny',
  'human',
  'opt_out',
  'opt_in',
  'repeat',
  'simpler',
  'wait',
  'cancel',
  'correct',
  'answer',
  'other',
])

/** Questions: never the free text that was asked for. */
const questions = new Set<Intent>(['explain_bill', 'why_higher', 'consequences', 'are_you_a_bot'])

/** Words too general to act on: what they may mean is asked. */
const doubts = new Map<string, Intent[]>([
  ['facture', ['explain_bill', 'already_paid', 'promise']],
  ['bill', ['explain_bill', 'already_paid', 'promise']],
  ['paiement', ['pay_now', 'already_paid', 'plan']],
  ['payment', ['pay_now', 'already_paid', 'plan']],
  ['prelevement', ['payment_incident', 'dispute', 'pay_now']],
  ['debit', ['payment_incident', 'dispute', 'pay_now']],
  ['probleme', ['payment_incident', 'cannot_pay', 'dispute']],
  ['problem', ['payment_incident', 'cannot_pay', 'dispute']],
  ['argent', ['cannot_pay', 'plan', 'aid']],
  ['dette', ['explain_bill', 'plan', 'dispute']],
  ['debt', ['explain_bill', 'plan', 'dispute']],
  ['delai', ['plan', 'promise']],
  ['aide', ['aid', 'human']],
  ['aider', ['aid', 'human', 'explain_bill']],
  ['help', ['aid', 'human', 'explain_bill']],
])

/** The code asked for has not come: it is declined, so that another way is offered. */
function missesCode(reading: Reading): boolean {
  const { asked } = reading.input
  return asked?.type === 'code' && reading.code === null && has(reading, 'nothing_came')
}

function controls(reading: Reading, intents: Intent[]): Command[] {
  const commands: Command[] = []
  if (reading.optOut) commands.push({ optOut: true })
  if (intents.includes('opt_in')) commands.push({ optIn: true })
  if (intents.includes('human')) commands.push({ human: true })
  if (has(reading, 'decline') || missesCode(reading)) commands.push({ decline: true })
  if (intents.includes('repeat')) commands.push({ repeat: true })
  const simpler = intents.includes('simpler') && !reading.term && !missesCode(reading)
  if (simpler) commands.push({ simpler: true })
  if (intents.includes('wait')) commands.push({ wait: true })
  if (intents.includes('cancel')) commands.push({ cancel: true })
  return commands
}

function answers(answer: Answer, corrects: boolean): Command[] {
  if (answer === 'affirm') return [{ affirm: true }]
  return answer === 'deny' && !corrects ? [{ deny: true }] : []
}

/** Values the question takes restate its flow; values it does not take belong to a flow of their own. */
function isRestated(reading: Reading, intent: Intent, fills: Fill[]): boolean {
  const { asked } = reading.input
  if (!asked || fills.length === 0) return false
  if (intent === 'plan') return asked.type === 'count'
  if (intent !== 'promise') return false
  if (asked.type === 'one_of') return reading.choice !== null
  return asked.type !== 'yes_no' || asked.slot === 'confirm'
}

function starts(reading: Reading, intents: Intent[], fills: Fill[]): Command[] {
  const { text } = reading.input
  return intents
    .filter(
      (intent) => !notStarted.has(intent) || (intent === 'correct' && changesCommitment(reading)),
    )
    .filter((intent) => intent !== 'identify' || !missesCode(reading))
    .filter((intent) => !isRestated(reading, intent, fills) && !isBeside(reading, intent))
    .map((start): Command => {
      if (start === 'identify' && reading.reference) return { start, text: reading.reference }
      if (start === 'explain_bill' && reading.term)
        return { start, term: reading.term.key, text: reading.termText }
      return { start, text }
    })
}

function clarifications(reading: Reading): Command[] {
  if (reading.tokens.length > 6) return []
  for (const { word } of reading.tokens) {
    const clarify = doubts.get(word)
    if (clarify) return [{ clarify }]
  }
  return []
}

/** A no with another value, where a summary was read back, corrects that value. */
function correctsValue(reading: Reading, answer: Answer, fills: Fill[]): boolean {
  if (fills.length === 0) return false
  const readBack = reading.input.asked?.slot === 'confirm'
  return has(reading, 'correct') || (answer === 'deny' && readBack)
}

/** What the customer asks of the dialog: controls, answers, values, flows to start. */
export function commandsOf(reading: Reading, intents: Intent[], answer: Answer): Command[] {
  const controlling = controls(reading, intents)
  const asksBack = intents.some((intent) => questions.has(intent)) || controlling.length > 0
  const fills = fillsOf(reading, asksBack)
  const corrects = correctsValue(reading, answer, fills)
  const commands = [
    ...controlling,
    ...answers(answer, corrects),
    ...valueCommands(fills, corrects),
    ...starts(reading, intents, fills),
  ]
  return commands.length > 0 ? commands : clarifications(reading)
}
