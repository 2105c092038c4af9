import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Language } from '../../../conversation/language.ts'
import { formatMoney } from '../../../conversation/money.ts'
import book from './words.json'

type Book = typeof book.fr
export type UiKey = keyof Book['ui']
type Names = Exclude<keyof Book, 'ui' | 'story'>

/** The page's own words, in one language. */
export interface Words {
  language: Language
  say(key: UiKey, values?: Record<string, string>): string
  /** The name people read for a key of the hub; the key itself, made readable, where there is none. */
  name(group: Names, key: string): string
  /** That name, or null where there is none. */
  known(group: Names, key: string): string | null
  /** The story of a sample account; null for one the page does not know. */
  story(reference: string): readonly [title: string, text: string] | null
  money(cents: number, currency: string): string
  /** A part from 0 to 1 as a percentage. */
  percent(part: number): string
  /** An ISO day or instant as a day: "samedi 5 décembre". */
  day(iso: string): string
  /** An ISO instant as a day and time, in the reader's zone. */
  moment(iso: string): string
}

export function wordsIn(language: Language): Words {
  const texts = book[language]
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB'
  const day = { weekday: 'long', day: 'numeric', month: 'long' } as const
  return {
    language,
    say: (key, values = {}) => filled(texts.ui[key], values),
    name: (group, key) => keyed(texts[group], key) ?? key.replaceAll(/[-_]/g, ' '),
    known: (group, key) => keyed<string>(texts[group], key) ?? null,
    story: (reference) => (keyed(texts.story, reference) as [string, string] | undefined) ?? null,
    money: (cents, currency) => formatMoney(cents, currency, language),
    percent: (part) => new Intl.NumberFormat(locale, { style: 'percent' }).format(part),
    day: (iso) => new Intl.DateTimeFormat(locale, day).format(dateOf(iso)),
    moment: (iso) =>
      new Intl.DateTimeFormat(locale, { ...day, hour: 'numeric', minute: '2-digit' }).format(
        dateOf(iso),
      ),
  }
}

/** What a person in that story may say, in their own language: the happy path, in order. */
export function saysOf(reference: string, language: Language): string[] {
  return (keyed(book.says, reference) ?? book.says.other)[language]
}

export const yesNo = (language: Language): string[] => book.says.yes_no[language]

/** Puts values in the places of a text: "à partir du {day}". */
export function filled(text: string, values: Record<string, string>): string {
  return text.replaceAll(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)
}

export const WordsContext = createContext<Words>(wordsIn('fr'))

export const useWords = () => useContext(WordsContext)

function keyed<T>(names: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(names, key) ? names[key] : undefined
}

function dateOf(iso: string): Date {
  return new Date(iso.length === 10 ? `${iso}T12:00:00` : iso)
}
