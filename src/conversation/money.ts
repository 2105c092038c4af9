import type { Language } from './language.ts'

/** Money is a whole number of cents; no fraction ever exists. */
export type Cents = number

const formats = new Map<string, Intl.NumberFormat>()

function formatOf(language: Language, currency: string, whole: boolean): Intl.NumberFormat {
  const key = `${language} ${currency} ${whole}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    style: 'currency',
    currency,
    minimumFractionDigits: whole ? 0 : 2,
  })
  formats.set(key, made)
  return made
}

/** Writes cents as a person of that language reads them: `60 €`, `152,82 €`, `€152.82`. */
export function formatMoney(cents: Cents, currency: string, language: Language): string {
  return formatOf(language, currency, cents % 100 === 0).format(cents / 100)
}
