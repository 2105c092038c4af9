/** Languages a customer can be spoken to in. French first. */
export const languages = ['fr', 'en'] as const
export type Language = (typeof languages)[number]

/** The language of a BCP 47 tag (`fr-FR`, `en_GB`), or `fallback` for one we do not speak. */
export function languageOf(tag: string | null | undefined, fallback: Language): Language {
  const primary = tag?.slice(0, 2).toLowerCase()
  return languages.find((language) => language === primary) ?? fallback
}
