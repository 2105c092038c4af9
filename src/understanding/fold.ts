/** Words in one shape: lower case, no accents, plain quotes and dashes, with the way back. */
export interface Folded {
  text: string
  /** Where each folded character stands in the source; one more entry for its end. */
  at: number[]
  source: string
}

/** Longer messages are read up to here: the time of a turn stays bounded whatever is sent. */
const readAtMost = 4000

const pinned = new Map<string, string>([
  ...[...'’‘ʼ`´′'].map((quote): [string, string] => [quote, "'"]),
  ...[...'–—‑‐−'].map((dash): [string, string] => [dash, '-']),
  ...[...'«»“”„'].map((quote): [string, string] => [quote, '"']),
  ['œ', 'oe'],
  ['Œ', 'oe'],
  ['æ', 'ae'],
  ['Æ', 'ae'],
  ['ß', 'ss'],
  ['…', '.'],
  ['°', ' '],
  ['\u200d', ''],
  ['\u200b', ''],
  ['\u00ad', ''],
  ['\ufeff', ''],
])

function foldCharacter(character: string): string {
  const known = pinned.get(character)
  if (known !== undefined) return known
  const plain = character.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')
  return /^[\s\p{Cc}\p{Cs}]$/u.test(plain) && plain !== '\n' ? ' ' : plain
}

/** What common characters fold to, computed once; the rest is folded when met. */
const table = new Map<number, string>()
for (let code = 0; code < 0x250; code++) table.set(code, foldCharacter(String.fromCharCode(code)))
for (let code = 0x2000; code < 0x20d0; code++)
  table.set(code, foldCharacter(String.fromCharCode(code)))

/** Folds a text: Unicode compatibility forms, accents, case, quotes. Never throws. */
export function fold(source: string): Folded {
  const end = Math.min(source.length, readAtMost)
  const at: number[] = []
  let text = ''
  for (let index = 0; index < end;) {
    const code = source.codePointAt(index)!
    const folded = table.get(code) ?? foldCharacter(String.fromCodePoint(code))
    for (let n = 0; n < folded.length; n++) at.push(index)
    text += folded
    index += code > 0xffff ? 2 : 1
  }
  at.push(end)
  return { text, at, source }
}
