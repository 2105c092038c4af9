import { formatMoney } from '../../conversation/money.ts'
import type { Language } from '../../conversation/language.ts'
import type { Param } from '../../conversation/state.ts'

/** What formatting needs beside the value. `today` is the creditor's day. */
export interface Locale {
  language: Language
  today: Temporal.PlainDate
  /** Words of another text, for `label` parameters. */
  label(flow: string, text: string): string
}

const tags: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' }
const on: Record<Language, string> = { fr: 'le', en: 'on' }
const farMonths = 6
const longMonth = 31

/** Intl formatters are dear to make and cheap to use: one each per language and kind. */
const made = new Map<string, unknown>()

function once<T>(key: string, make: () => T): T {
  const known = made.get(key)
  if (known !== undefined) return known as T
  const fresh = make()
  made.set(key, fresh)
  return fresh
}

/** A parameter in words: `152,82 €`, `samedi 5 décembre`, `lundi 23 novembre à 9 h`. */
export function formatParam(param: Param, locale: Locale): string {
  switch (param.type) {
    case 'money':
      return formatMoney(param.cents, param.currency, locale.language)
    case 'date':
      return formatDay(param.date, locale)
    case 'moment':
      return formatMoment(param.at, param.zone, locale)
    case 'count':
      return formatNumber(param.count, locale.language)
    case 'quantity':
      return formatQuantity(param.value, param.unit, locale.language)
    case 'text':
      return param.text
    case 'list':
      return formatList(
        param.items.map((item) => formatParam(item, locale)),
        locale.language,
      )
    case 'instalment':
      return `${formatMoney(param.cents, param.currency, locale.language)} ${on[locale.language]} ${formatInstalmentDay(param.date, locale)}`
    case 'label':
      return locale.label(param.flow, param.text)
  }
}

/** A day with its weekday; the year where it is not this year's or lies more than half a year away. */
function formatDay(iso: string, locale: Locale): string {
  const day = Temporal.PlainDate.from(iso)
  const year = day.year !== locale.today.year || isFar(day, locale.today)
  return dayWords(day, locale.language, { weekday: true, year })
}

/** In a schedule the days stand close together: no weekday, and the year only when far away. */
function formatInstalmentDay(iso: string, locale: Locale): string {
  const day = Temporal.PlainDate.from(iso)
  return dayWords(day, locale.language, { weekday: false, year: isFar(day, locale.today) })
}

function isFar(day: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  return Math.abs(countOf(day) - countOf(today)) > farMonths * longMonth
}

/** Days counted as if every month had 31: enough to tell more than half a year. */
function countOf({ year, month, day }: Temporal.PlainDate): number {
  return (year * 12 + month) * longMonth + day
}

function dayWords(
  day: Temporal.PlainDate,
  language: Language,
  parts: { weekday: boolean; year: boolean },
): string {
  const format = once(`day ${language} ${parts.weekday} ${parts.year}`, () => {
    return new Intl.DateTimeFormat(tags[language], {
      timeZone: 'UTC',
      day: 'numeric',
      month: 'long',
      ...(parts.weekday ? { weekday: 'long' } : {}),
      ...(parts.year ? { year: 'numeric' } : {}),
    })
  })
  const words = format.format(Date.UTC(day.year, day.month - 1, day.day)).replaceAll(',', '')
  return language === 'fr' && day.day === 1 ? words.replace(/(^|\s)1(?=\s)/, '$11er') : words
}

function formatMoment(at: string, zone: string, locale: Locale): string {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(zone)
  const day = formatDay(local.toPlainDate().toString(), locale)
  const minutes = String(local.minute).padStart(2, '0')
  if (locale.language === 'fr')
    return `${day} à ${local.hour}\u00a0h${local.minute ? `\u00a0${minutes}` : ''}`
  const hour = local.hour % 12 || 12
  return `${day} at ${hour}${local.minute ? `:${minutes}` : ''}\u00a0${local.hour < 12 ? 'am' : 'pm'}`
}

function formatNumber(value: number, language: Language): string {
  return once(`number ${language}`, () => new Intl.NumberFormat(tags[language])).format(value)
}

/** A decimal string with all its decimals; a currency sign stands where the language wants it. */
function formatQuantity(value: string, unit: string, language: Language): string {
  const decimals = value.split('.')[1]?.length ?? 0
  const currency = signs[unit]
  const style: Intl.NumberFormatOptions = currency
    ? { style: 'currency', currency }
    : unit === 'month'
      ? { style: 'unit', unit, unitDisplay: 'long' }
      : {}
  const number = once(`quantity ${language} ${unit} ${decimals}`, () => {
    const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
    return new Intl.NumberFormat(tags[language], { ...style, ...digits })
  }).format(Number(value))
  return unit === '' || style.style ? number : `${number}\u00a0${unit}`
}

const signs: Record<string, string> = { '€': 'EUR', '£': 'GBP', $: 'USD' }

function formatList(items: string[], language: Language): string {
  return once(
    `list ${language}`,
    () => new Intl.ListFormat(tags[language], { type: 'conjunction' }),
  ).format(items)
}

/** Choices said aloud: "carte, virement ou chèque". */
export function formatChoices(items: string[], language: Language): string {
  return once(
    `choices ${language}`,
    () => new Intl.ListFormat(tags[language], { type: 'disjunction' }),
  ).format(items)
}
