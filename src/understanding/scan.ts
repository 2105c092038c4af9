import type { Folded } from './fold.ts'
import { mixed, symbols } from './lexicon/symbols.ts'
import type { Token } from './token.ts'

/** Pieces written in figures, tried in this order at a digit; the first that fits wins. */
const isoDate = /(\d{4})-(\d\d)-(\d\d)(?!\d)/y
const slashDate = /(\d{1,2}) ?\/ ?(\d{1,2})(?: ?\/ ?(\d{4}|\d{2}))?(?![\d/])/y
const dotDate = /(\d{1,2})([.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d.-]\d|\d)/y
const phone = /(?:(?:\+|00)\d{1,3}[\d .()-]{6,16}\d|0[1-9](?:[ .-]?\d\d){4})(?![\d,])/y
const clockTime = /([01]?\d|2[0-3]) ?(?:h|:) ?([0-5]\d)(?![\da-z])/y
const clockHour = /([01]?\d|2[0-3]) ?(?:h|heures?)(?![a-z\d])/y
const halfDay = /(1[0-2]|0?[1-9])(?:[:.]([0-5]\d))? ?([ap])\.?m(?![a-z])/y
const grouped =
  /[1-9]\d{0,2}(?:(?:[ ']\d{3})+(?:[.,]\d{1,2})?|(?:\.\d{3})+(?:,\d{1,2})?|(?:,\d{3})+(?:\.\d{1,2})?)(?![\d])/y
const plain = /\d+(?:[.,]\d+)?/y

/** `HEL-7KQ2M9`: letters of the creditor, six characters that cannot be misread. */
const dashedReference = /([a-z]{2,5}) ?- ?([2-9a-hjkmnp-z]{6})(?![a-z\d])/y
const looseReference = /([a-z]{3,5}) ?([2-9a-hjkmnp-z]{6})(?![a-z\d])/y
const shortReference = /[a-z]-[2-9a-hjkmnp-z]{4}(?![a-z\d])/y
/** Bill and contract numbers: letters and figures grown together. */
const label = /[a-z]{1,4}[-_]?\d{4,}(?:[-_]\d+)*(?![a-z])/y

interface Reading {
  folded: Folded
  tokens: Token[]
  position: number
  spaced: boolean
  breakBefore: 0 | 1 | 2
}

function push(reading: Reading, length: number, kind: Token['kind'], word: string): Token {
  const { folded, position } = reading
  const token: Token = {
    kind,
    word,
    start: folded.at[position]!,
    end: folded.at[position + length - 1]! + 1,
    spaced: reading.spaced,
    breakBefore: reading.breakBefore,
  }
  if (token.end < folded.source.length && kind === 'word') token.end = folded.at[position + length]!
  reading.tokens.push(token)
  reading.position += length
  reading.spaced = false
  reading.breakBefore = 0
  return token
}

function at(pattern: RegExp, reading: Reading): RegExpExecArray | null {
  pattern.lastIndex = reading.position
  return pattern.exec(reading.folded.text)
}

function year(text: string | undefined): number | null {
  if (!text) return null
  return text.length === 2 ? 2000 + Number(text) : Number(text)
}

function readDate(reading: Reading): boolean {
  const iso = at(isoDate, reading)
  const found = iso ?? at(slashDate, reading) ?? at(dotDate, reading)
  if (!found) return false
  const dotted = !iso && found.length === 5
  const [day, month, yearText] = iso
    ? [iso[3], iso[2], iso[1]]
    : dotted
      ? [found[1], found[3], found[4]]
      : [found[1], found[2], found[3]]
  const token = push(reading, found[0].length, 'date', found[0])
  token.written = { day: Number(day), month: Number(month), year: year(yearText) }
  return true
}

function readTime(reading: Reading): boolean {
  const half = at(halfDay, reading)
  if (half) {
    const hour = (Number(half[1]) % 12) + (half[3] === 'p' ? 12 : 0)
    push(reading, half[0].length, 'time', `${String(hour).padStart(2, '0')}:${half[2] ?? '00'}`)
    return true
  }
  const found = at(clockTime, reading) ?? at(clockHour, reading)
  if (!found) return false
  push(reading, found[0].length, 'time', `${found[1]!.padStart(2, '0')}:${found[2] ?? '00'}`)
  return true
}

/** "le 5 120 euros" is the 5th and 120, not 5120. */
function splitsGroup(reading: Reading, text: string): boolean {
  const before = reading.tokens.at(-1)?.word
  return /^\d{1,2} /.test(text) && (before === 'le' || before === 'au' || before === 'the')
}

function readNumber(reading: Reading): void {
  const group = at(grouped, reading)
  const isGroup = group !== null && !splitsGroup(reading, group[0])
  const text = isGroup ? group[0] : at(plain, reading)![0]
  const mark = isGroup
    ? text.search(/[.,]\d{1,2}$/)
    : Math.max(text.indexOf(','), text.indexOf('.'))
  const whole = (mark < 0 ? text : text.slice(0, mark)).replace(/\D/g, '')
  const decimals = mark < 0 ? '' : text.slice(mark + 1)
  const token = push(reading, text.length, 'number', whole)
  token.hundredths =
    decimals.length > 2 || whole.length > 12 ? -1 : Number(whole + decimals.padEnd(2, '0'))
  if (decimals) token.decimal = true
}

function readFigure(reading: Reading): void {
  const call = at(phone, reading)
  if (call) return void push(reading, call[0].length, 'phone', call[0])
  if (readDate(reading) || readTime(reading)) return
  readNumber(reading)
}

/** Figures and letters that alternate, or capitals: words in a sentence never look like that. */
function isReference(reading: Reading, letters: string, six: string, dashed: boolean): boolean {
  let turns = 0
  for (let n = 1; n < 6; n++) if (six[n]! < 'a' !== six[n - 1]! < 'a') turns++
  const { at: offsets, source } = reading.folded
  const start = offsets[reading.position]!
  const written = source.slice(start, start + letters.length)
  const capitals = written === written.toUpperCase()
  return turns >= 2 || (dashed && (capitals || turns > 0) && letters.length <= 4)
}

function readReference(reading: Reading): boolean {
  const dashed = at(dashedReference, reading)
  const found = dashed ?? at(looseReference, reading)
  if (found && isReference(reading, found[1]!, found[2]!, dashed !== null)) {
    push(reading, found[0].length, 'reference', `${found[1]}-${found[2]}`.toUpperCase())
    return true
  }
  const short = at(shortReference, reading)
  const other = short && /\d/.test(short[0]) ? short : at(label, reading)
  if (other) push(reading, other[0].length, 'label', other[0])
  return other !== null
}

function isLetter(code: number): boolean {
  return code >= 97 && code <= 122
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function runLength(text: string, from: number, fits: (code: number) => boolean): number {
  let end = from
  while (end < text.length && fits(text.charCodeAt(end))) end++
  return end - from
}

function readWord(reading: Reading): void {
  const { text } = reading.folded
  const letters = runLength(text, reading.position, isLetter)
  const run = runLength(text, reading.position, (code) => isLetter(code) || isDigit(code))
  if (run > letters) {
    const short = mixed.get(text.slice(reading.position, reading.position + run))
    if (short) return void push(reading, run, 'word', short)
  }
  const after = text.charCodeAt(reading.position + letters)
  const grown = run > letters || after === 45 || after === 95 || after === 32
  if (grown && readReference(reading)) return
  push(reading, letters, 'word', text.slice(reading.position, reading.position + letters))
}

function readMixed(reading: Reading): boolean {
  const { text } = reading.folded
  const run = runLength(text, reading.position, (code) => isLetter(code) || isDigit(code))
  const short =
    run > 1 ? mixed.get(text.slice(reading.position, reading.position + run)) : undefined
  if (short) push(reading, run, 'word', short)
  return short !== undefined
}

function readMark(reading: Reading, character: string): void {
  if (character === "'") {
    reading.position++
    reading.tokens.push({ ...apostrophe, start: reading.position, end: reading.position })
    return
  }
  if ('.!?;\n'.includes(character)) reading.breakBefore = 2
  else if (',:-("'.includes(character) && reading.breakBefore < 2) {
    if (character !== '-' || reading.spaced) reading.breakBefore = 1
  } else if (character.trim() !== '' && /\p{L}/u.test(character)) {
    push(reading, character.length, 'word', character)
    return
  }
  reading.position += character.length
}

/** A mark between two words; spelling removes it when it joins them. */
const apostrophe: Token = {
  kind: 'word',
  word: "'",
  start: 0,
  end: 0,
  spaced: false,
  breakBefore: 0,
}

/** Cuts a folded text into tokens; linear in its length. */
export function scan(folded: Folded): Token[] {
  const reading: Reading = { folded, tokens: [], position: 0, spaced: false, breakBefore: 0 }
  const { text } = folded
  while (reading.position < text.length) {
    const code = text.charCodeAt(reading.position)
    if (isLetter(code)) readWord(reading)
    else if (isDigit(code)) {
      if (!readMixed(reading)) readFigure(reading)
    } else if (code === 32) {
      reading.spaced = true
      reading.position++
    } else readOther(reading, code)
  }
  return reading.tokens
}

function readOther(reading: Reading, code: number): void {
  if (code === 43 && at(phone, reading)) return readFigure(reading)
  const character = String.fromCodePoint(reading.folded.text.codePointAt(reading.position)!)
  const symbol = symbols.get(character)
  if (symbol) push(reading, character.length, 'word', symbol)
  else readMark(reading, character)
}
