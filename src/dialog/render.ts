import { formatChoices, formatParam } from './wording/format.ts'
import { messageOf } from './wording/wording.ts'
import type { ChannelName } from '../conversation/line.ts'
import type { Dialog } from './load.ts'
import type { Language } from '../conversation/language.ts'
import type { Level, Param, Said } from '../conversation/state.ts'
import type { Locale } from './wording/format.ts'
import type { Message } from './wording/message.ts'
import type { Purpose, Reply } from '../conversation/decision.ts'

/** How words are wanted: for whom, where, and on which day (the creditor's). */
export interface RenderOptions {
  language: Language
  level: Level
  channel: ChannelName
  zone: string
  today: Temporal.PlainDate
}

/** A text that shows its choices where it wants them names this parameter. */
const optionsName = 'options'

/**
 * Puts what was said in a turn into one reply: each text in its language, level and channel, its
 * parameters formatted by type, choices as digits (sms, chat) or words (voice).
 */
export function renderReply(
  dialog: Dialog,
  said: Said[],
  options: RenderOptions & { purpose: Purpose },
): Reply {
  const texts = said.map((one) => renderSaid(dialog, one, options)).filter((text) => text !== '')
  const choices = said.findLast((one) => one.options)?.options
  return {
    text: texts.join(options.channel === 'chat' ? '\n' : ' '),
    language: options.language,
    purpose: options.purpose,
    from: said.map(({ flow, text }) => `${flow}.${text}`),
    ...(choices ? { options: choices } : {}),
  }
}

/** One text in words, outside a turn: the bill command, the message that carries a code. */
export function renderText(
  dialog: Dialog,
  flow: string,
  text: string,
  params: Record<string, Param>,
  options: RenderOptions,
): string {
  return renderSaid(dialog, { flow, text, params }, options)
}

function renderSaid(dialog: Dialog, said: Said, options: RenderOptions): string {
  const message = messageOf(dialog.texts, said.flow, said.text, options)
  if (!message) return ''
  const choices = choicesOf(said, options)
  const words = message.format(valuesOf(dialog, message, said.params, choices, options))
  const after = message.uses.has(optionsName) ? '' : sentenceOf(choices, options)
  return sparing(after === '' ? words : `${words} ${after}`, options.channel)
}

function valuesOf(
  dialog: Dialog,
  message: Message,
  params: Record<string, Param>,
  choices: string,
  options: RenderOptions,
): Record<string, string | number> {
  const values: Record<string, string | number> = {}
  for (const [name, use] of message.uses) {
    const param = params[name]
    if (name === optionsName) values[name] = choices
    else if (!param) values[name] = ''
    else if (use === 'number') values[name] = numberOf(param)
    else if (use === 'key') values[name] = keyOf(param)
    else values[name] = formatParam(param, localeOf(dialog, options))
  }
  return values
}

function localeOf(dialog: Dialog, options: RenderOptions): Locale {
  return {
    language: options.language,
    today: options.today,
    label: (flow, text) => messageOf(dialog.texts, flow, text, options)?.format({}) ?? '',
  }
}

function numberOf(param: Param): number {
  if (param.type === 'count') return param.count
  if (param.type === 'list') return param.items.length
  return param.type === 'money' ? param.cents : 0
}

/** What a text chooses its words by: the key of a choice, yes or no, a word. */
function keyOf(param: Param): string {
  if (param.type === 'label') return param.text.slice(param.text.indexOf('.') + 1)
  return param.type === 'text' ? param.text : String(numberOf(param))
}

/** Choices as digits, where one can type; as words, where one listens. */
function choicesOf({ options }: Said, { channel, language }: RenderOptions): string {
  const labels = (options ?? []).map(({ label }) => label)
  if (channel === 'voice') return formatChoices(labels, language)
  return labels.map((label, index) => `${index + 1} ${label}`).join(', ')
}

function sentenceOf(choices: string, { channel, language }: RenderOptions): string {
  if (choices === '') return ''
  if (channel !== 'voice') return `${choices}.`
  return capital(choices) + (language === 'fr' ? '\u00a0?' : '?')
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}

/** Signs outside the SMS alphabet (GSM 03.38) that have a twin inside it: one of them doubles the price. */
const twins: [RegExp, string][] = [
  [/[\u00a0\u202f\u2009]/g, ' '],
  [/[’‘]/g, "'"],
  [/«\s?|\s?»|[“”]/g, '"'],
  [/[–—]/g, '-'],
  [/…/g, '...'],
  [/œ/g, 'oe'],
]

function sparing(text: string, channel: ChannelName): string {
  if (channel !== 'sms') return text
  return twins.reduce((words, [sign, twin]) => words.replace(sign, twin), text)
}
