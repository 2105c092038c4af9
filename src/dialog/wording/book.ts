import type { Language } from '../../conversation/language.ts'
import type { Option } from '../../conversation/understanding.ts'
import type { Place } from '../flow.ts'

/** One wording, the same everywhere or by channel. */
export interface Variants {
  default?: string
  sms?: string
  chat?: string
  voice?: string
}

/** A text as written: its wording, and other wordings for a simpler level and a second asking. */
export interface TextForms {
  standard: Variants
  simple: Variants | null
  expert: Variants | null
  again: Variants | null
  place: Place
}

/** Every text of a creditor's flows by language, with the words of the choices. */
export interface TextBook {
  /** By `language flow.text`. */
  texts: ReadonlyMap<string, TextForms>
  /** By `language flow.slot`. */
  options: ReadonlyMap<string, WordedOption[]>
}

/** `hidden`: understood when said, never offered. */
export type WordedOption = Option & { hidden: boolean; place: Place }

export function textKey(language: Language, flow: string, text: string): string {
  return `${language} ${flow}.${text}`
}

/** A text in a language, else in French: the checker proves both are there. */
export function findText(
  book: TextBook,
  language: Language,
  flow: string,
  text: string,
): TextForms | undefined {
  return book.texts.get(textKey(language, flow, text)) ?? book.texts.get(textKey('fr', flow, text))
}

/** The worded choices of a one-of slot in a language, else in French. */
export function findOptions(
  book: TextBook,
  language: Language,
  flow: string,
  slot: string,
): WordedOption[] {
  const key = textKey(language, flow, slot)
  return book.options.get(key) ?? book.options.get(textKey('fr', flow, slot)) ?? []
}
