import { again, namesOf } from '../wording/wording.ts'
import { dynamicName } from '../flow.ts'
import { flowOf, kept, lookIn, note } from './run.ts'
import { findOptions } from '../wording/book.ts'
import { labels } from '../scope/labels.ts'
import { nameIn } from './names.ts'
import type { ValueType } from '../action.ts'
import type { Frame, Param, Said, Value } from '../../conversation/state.ts'
import type { Run } from './run.ts'
import type { Step } from '../flow.ts'

/** Says a text of the frame's flow with its parameters as they stand now. */
export function say(run: Run, frame: Frame, text: string): void {
  const said = saidOf(run, frame, text)
  run.said.push(said)
  run.spoke.add(flowOf(run, frame).priority)
  note(run, 'say', frame, said.text)
}

/** Asks what the step waits for; words for a second asking where there are some. */
export function askAt(run: Run, frame: Frame, step: Step & { kind: 'ask' | 'confirm' }): void {
  const second = frame.vars[kept.asked] === step.id
  const text = second && hasAgain(run, frame, step.text) ? step.text + again : step.text
  const said = saidOf(run, frame, text)
  const options = step.kind === 'ask' ? optionsOf(run, frame, step.slot) : []
  run.question = run.said.length
  run.said.push(options.length > 0 ? { ...said, options } : said)
  run.spoke.add(flowOf(run, frame).priority)
  frame.vars[kept.asked] = step.id
  note(run, step.kind, frame, text)
}

/** Takes back a question asked in this turn, because something else comes before it. */
export function takeBackQuestion(run: Run): void {
  if (run.question !== null) run.said.splice(run.question, 1)
  run.question = null
}

function hasAgain(run: Run, frame: Frame, text: string): boolean {
  const forms = run.dialog.texts.texts.get(`${run.state.language} ${frame.flow}.${text}`)
  return forms?.again !== null && forms?.again !== undefined
}

function saidOf(run: Run, frame: Frame, text: string): Said {
  const id = text.replace(dynamicName, (_, name: string) => String(lookIn(run, frame)(name) ?? ''))
  const params: Record<string, Param> = {}
  for (const name of namesOf(run.dialog.texts, frame.flow, id)) {
    const param = paramOf(run, frame, name)
    if (param) params[name] = param
  }
  return { flow: frame.flow, text: id, params }
}

/** The choices offered for a one-of slot, worded in the customer's language. */
function optionsOf(run: Run, frame: Frame, slot: string): { key: string; label: string }[] {
  const keys = flowOf(run, frame).slots.get(slot)?.options ?? []
  const offered = frame.vars[kept.offered]
  const wanted = typeof offered === 'string' ? offered.split(',') : null
  return findOptions(run.dialog.texts, run.state.language, frame.flow, slot)
    .filter(({ key, hidden }) => keys.includes(key) && (wanted ? wanted.includes(key) : !hidden))
    .map(({ key, label }) => ({ key, label }))
}

function paramOf(run: Run, frame: Frame, name: string): Param | null {
  const value = lookIn(run, frame)(name)
  if (value === null) return null
  const kind = nameIn(flowOf(run, frame), run.input.actions, name)
  if (kind?.options && kind.type === 'one_of')
    return { type: 'label', flow: frame.flow, text: `${name}.${String(value)}` }
  const label = Object.hasOwn(labels, name) ? labels[name as keyof typeof labels] : null
  if (label) return { type: 'label', ...label }
  return typed(run, kind?.type ?? 'text', value)
}

function typed(run: Run, type: ValueType, value: Value): Param {
  const { currency, zone } = run.facts.creditor
  switch (type) {
    case 'money':
      return { type, cents: Number(value), currency }
    case 'date':
      return { type, date: String(value) }
    case 'moment':
      return { type, at: String(value), zone }
    case 'count':
      return { type, count: Number(value) }
    case 'list':
      return { type, items: JSON.parse(String(value)) as Param[] }
    case 'yes_no':
      return { type: 'text', text: value === true ? 'yes' : 'no' }
    default:
      return { type: 'text', text: String(value) }
  }
}
