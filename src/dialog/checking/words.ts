import { compileMessage } from '../wording/message.ts'
import { textKey } from '../wording/book.ts'
import { forbiddenIn } from '../forbidden-words.ts'
import { isSpokenByCode } from './spoken.ts'
import { nameIn } from '../stepping/names.ts'
import { revealsTooEarly, textsOf } from './reading.ts'
import { sourcesOf } from '../wording/wording.ts'
import { tooEarly } from './expressions.ts'
import type { Checking } from './reading.ts'
import type { Flow, Place, Step } from '../flow.ts'
import type { Language } from '../../conversation/language.ts'
import type { Message } from '../wording/message.ts'
import type { TextForms } from '../wording/book.ts'

/** Every text a step says exists in every language of the creditor; every choice has its words. */
export function checkPresence(checking: Checking, languages: Language[]): void {
  for (const flow of checking.dialog.flows.values())
    for (const step of flow.steps) {
      for (const text of textsOf(flow, step))
        checkPresent(checking, { flow, text, step, languages })
      if (step.kind === 'ask') checkChoices(checking, flow, step, languages)
    }
}

function checkPresent(
  { dialog, report }: Checking,
  { flow, text, step, languages }: { flow: Flow; text: string; step: Step; languages: Language[] },
): void {
  for (const language of languages)
    if (!dialog.texts.texts.has(textKey(language, flow.name, text)))
      report({
        ...step.place,
        message: `text '${text}' of '${flow.name}' is missing in ${language}`,
      })
}

function checkChoices(
  { dialog, report }: Checking,
  flow: Flow,
  step: Step & { kind: 'ask' },
  languages: Language[],
): void {
  const kind = flow.slots.get(step.slot)
  for (const language of languages)
    for (const key of kind?.options ?? []) {
      const worded = dialog.texts.options.get(textKey(language, flow.name, step.slot)) ?? []
      if (!worded.some((option) => option.key === key)) {
        const message = `choice '${key}' of '${step.slot}' has no words in ${language}`
        report({ ...(kind?.place ?? step.place), message })
      }
    }
}

/** Every text can be read, names only what it may, and holds no bare figure, threat, shame or haste. */
export function checkWording(checking: Checking): void {
  for (const [key, forms] of checking.dialog.texts.texts) {
    const [language, flowName, text] = partsOf(key)
    const flow = checking.dialog.flows.get(flowName)
    if (!flow) {
      const message = `text '${text}' belongs to flow '${flowName}', which does not exist`
      checking.report({ ...forms.place, message })
      continue
    }
    for (const source of sourcesOf(forms))
      checkSource(checking, { flow, text, forms, language, source })
  }
  for (const [key, options] of checking.dialog.texts.options) {
    const [language, flow, slot] = partsOf(key)
    for (const { key: choice, label, place } of options)
      checkLiterals(checking, [label], language, { ...place, what: `${flow}.${slot}.${choice}` })
  }
}

/** `fr promise-to-pay.amount` in its three parts. */
export function partsOf(key: string): [Language, string, string] {
  const [language = 'fr', rest = ''] = key.split(' ')
  const dot = rest.indexOf('.')
  return [language as Language, rest.slice(0, dot), rest.slice(dot + 1)]
}

interface Written {
  flow: Flow
  text: string
  forms: TextForms
  language: Language
  source: string
}

function checkSource(checking: Checking, written: Written): void {
  const { flow, text, forms, language } = written
  const message = readMessage(checking, written)
  if (!message) return
  const what = `${flow.name}.${text}`
  checkLiterals(checking, message.literals, language, { ...forms.place, what })
  if (!isSpokenByCode(flow.name, text))
    for (const name of message.uses.keys()) checkName(checking, written, name)
}

function readMessage(
  { report }: Checking,
  { forms, text, source, language }: Written,
): Message | null {
  try {
    return compileMessage(source, language)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    report({ ...forms.place, message: `text '${text}' cannot be read (${reason}): ${source}` })
    return null
  }
}

function checkName(
  { actions, report }: Checking,
  { flow, text, forms }: Written,
  name: string,
): void {
  if (name === 'options') return
  const { place } = forms
  if (!nameIn(flow, actions, name))
    report({ ...place, message: `text '${text}' names '${name}', which is unknown here` })
  else if (revealsTooEarly(flow, actions, name))
    report({ ...place, message: `text '${text}': ${tooEarly(name, flow)}` })
}

function checkLiterals(
  { report }: Checking,
  literals: string[],
  language: Language,
  { what, ...place }: Place & { what: string },
): void {
  const words = literals.join(' ')
  const figure = /\d+/.exec(words)?.[0]
  if (figure !== undefined) {
    const message = `text '${what}' holds the bare figure '${figure}': figures come as parameters`
    report({ ...place, message })
  }
  for (const word of forbiddenIn(words, language))
    report({ ...place, message: `text '${what}' holds '${word}': no threat, shame or haste` })
}

/** A read-back reads back every value it asks to confirm. */
export function checkReadBacks(checking: Checking, languages: Language[]): void {
  for (const flow of checking.dialog.flows.values())
    for (const step of flow.steps)
      if (step.kind === 'confirm')
        for (const language of languages) checkReadBack(checking, flow, step, language)
}

function checkReadBack(
  { dialog, report }: Checking,
  flow: Flow,
  step: Step & { kind: 'confirm' },
  language: Language,
): void {
  const forms = dialog.texts.texts.get(textKey(language, flow.name, step.text))
  if (!forms) return
  for (const slot of step.slots) {
    if (sourcesOf(forms).every((source) => source.includes(`{${slot}`))) continue
    const message = `text '${step.text}' does not read back '${slot}' in ${language}`
    report({ ...forms.place, message })
  }
}

/** No word of a debt in what is said to somebody in danger. */
export function checkCare(
  { dialog, report }: Checking,
  debtWordsIn: (text: string, language: Language) => string[],
): void {
  for (const [key, forms] of dialog.texts.texts) {
    const [language, flow, text] = partsOf(key)
    if (!saidInDanger.includes(flow)) continue
    const words = sourcesOf(forms).flatMap((source) =>
      debtWordsIn(compileMessage(source, language).literals.join(' '), language),
    )
    for (const word of new Set(words))
      report({
        ...forms.place,
        message: `text '${flow}.${text}' speaks of debt in danger: '${word}'`,
      })
  }
}

/** Flows whose words may reach somebody in danger. */
const saidInDanger = ['danger', 'human', 'human-coming']
