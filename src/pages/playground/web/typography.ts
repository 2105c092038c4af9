/** A French number as people read it: `01 62 00 00 00`. */
export function numberIn(number: string | null): string {
  if (!number) return ''
  const national = number.startsWith('+33') ? `0${number.slice(3)}` : number
  return national.replaceAll(/(\d{2})(?=\d)/g, '$1 ')
}

/** French binds these marks to the word before: the space must not break the line. */
export function bound(text: string, language: string): string {
  return language === 'en' ? text : text.replace(/ ([?!:;»€%])/g, '\u00a0$1')
}
