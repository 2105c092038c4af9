import { compileMessage } from './message.ts'
import { findOptions, findText, textKey } from './book.ts'
import type { ChannelName } from '../../conversation/line.ts'
import type { Language } from '../../conversation/language.ts'
import type { Level } from '../../conversation/state.ts'
import type { Message } from './message.ts'
import type { TextBook, TextForms, Variants } from './book.ts'

/** Which wording of a text is wanted. */
export interface Want {
  language: Language
  channel: ChannelName
  level: Level
}

/** A text asked for a second time is named `date#again`. */
export const again = '#again'

interface Compiled {
  messages: Map<string, Message>
  names: Map<string, string[]>
}

/** Compiled texts of each book, made when first said. */
const compiled = new WeakMap<TextBook, Compiled>()

function compiledOf(book: TextBook): Compiled {
  const known = compiled.get(book)
  if (known) return known
  const fresh: Compiled = { messages: new Map(), names: new Map() }
  compiled.set(book, fresh)
  return fresh
}

/**
 * The wording of a text: its level else the standard one, its channel else the default. The label of a
 * choice is a text too, `slot.key`. Null for a text that does not exist, which the checker refuses.
 */
export function messageOf(book: TextBook, flow: string, text: string, want: Want): Message | null {
  const { messages } = compiledOf(book)
  const key = `${want.channel} ${want.level} ${textKey(want.language, flow, text)}`
  const known = messages.get(key)
  if (known) return known
  const source = sourceOf(book, flow, text, want)
  if (source === null) return null
  const message = compileMessage(source, want.language)
  messages.set(key, message)
  return message
}

function sourceOf(book: TextBook, flow: string, text: string, want: Want): string | null {
  const forms = findText(book, want.language, flow, baseOf(text))
  if (forms) return chosen(forms, text.endsWith(again), want)
  return labelOf(book, flow, text, want.language)
}

function baseOf(text: string): string {
  return text.endsWith(again) ? text.slice(0, -again.length) : text
}

function chosen(forms: TextForms, second: boolean, want: Want): string | null {
  const level =
    want.level === 'simple' ? forms.simple : want.level === 'expert' ? forms.expert : null
  const order = [second ? forms.again : null, level, forms.standard]
  for (const variants of order) {
    const words = variants && byChannel(variants, want.channel)
    if (words) return words
  }
  return null
}

/** The words for a channel; a text that names only other channels says what it has. */
function byChannel(variants: Variants, channel: ChannelName): string | null {
  return (
    variants[channel] ?? variants.default ?? variants.chat ?? variants.sms ?? variants.voice ?? null
  )
}

/** The label of a choice, `slot.key`. */
function labelOf(book: TextBook, flow: string, text: string, language: Language): string | null {
  const dot = text.indexOf('.')
  if (dot < 0) return null
  const [slot, key] = [text.slice(0, dot), text.slice(dot + 1)]
  return findOptions(book, language, flow, slot).find((option) => option.key === key)?.label ?? null
}

/** Every parameter any wording of a text uses, in any language. */
export function namesOf(book: TextBook, flow: string, text: string): string[] {
  const { names } = compiledOf(book)
  const key = `${flow}.${text}`
  const known = names.get(key)
  if (known) return known
  const found = new Set<string>()
  for (const language of ['fr', 'en'] as const)
    for (const source of sourcesOf(book.texts.get(textKey(language, flow, baseOf(text)))))
      for (const name of compileMessage(source, language).uses.keys()) found.add(name)
  names.set(key, [...found])
  return names.get(key)!
}

/** Every wording of a text as written. */
export function sourcesOf(forms: TextForms | undefined): string[] {
  if (!forms) return []
  return [forms.standard, forms.simple, forms.expert, forms.again].flatMap((variants) =>
    variants ? Object.values(variants).filter((words) => words !== undefined) : [],
  )
}
