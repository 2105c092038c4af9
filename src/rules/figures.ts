const number = /[¼½¾]|\p{Nd}+(?:[\s.,:/-]?\p{Nd}+)*/gu

/**
 * The numbers in a text that stand in none of `allowed` (typed values as they were formatted, such as
 * `30,94 €` or `samedi 5 décembre`). Spaces of every kind count alike, and a value only covers a
 * number it holds whole: `60 €` does not cover the end of `160 €`. Empty: every figure has a source.
 */
export function bareFigures(text: string, allowed: string[]): string[] {
  const covered = [...new Set(allowed.map(plain))]
    .filter((value) => /\p{Nd}|[¼½¾]/u.test(value))
    .sort((a, b) => b.length - a.length)
    .reduce(cover, plain(text))
  return covered.match(number) ?? []
}

/** Spaces of every kind become one plain space, so that typography does not matter. */
function plain(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

/** Blanks each place where `value` stands with no figure growing out of either end. */
function cover(text: string, value: string): string {
  const starts = /^\p{Nd}/u.test(value) ? String.raw`(?<!\p{Nd}[.,]?)` : ''
  const grouped = /^\p{Nd}{3}(?!\p{Nd})/u.test(value) ? String.raw`(?<!\p{Nd} )` : ''
  const ends = /\p{Nd}$/u.test(value) ? String.raw`(?![.,]?\p{Nd})` : ''
  const escaped = RegExp.escape(value)
  return text.replace(new RegExp(`${starts}${grouped}${escaped}${ends}`, 'gu'), ' · ')
}
