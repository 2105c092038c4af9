import type { Language } from '../conversation/language.ts'
import { counting } from './lexicon/number-words.ts'
import type { Counting } from './lexicon/number-words.ts'
import type { Token } from './token.ts'

/** A number at one place of a message, in figures or in words. */
export interface NumberFound {
  /** In hundredths: 12,50 is 1250; -1 for a rate or a number too long to be money. */
  hundredths: number
  /** The figures as written, for codes; empty for words. */
  figures: string
  spoken: boolean
  decimal: boolean
  start: number
  next: number
}

interface Reader {
  units: Map<string, number>
  teens: Map<string, number>
  tens: Map<string, number>
  scales: Map<string, number>
  and: string
  one: Set<string>
  point: Set<string>
}

function reader(words: Counting): Reader {
  return {
    units: new Map(Object.entries(words.units)),
    teens: new Map(Object.entries(words.teens)),
    tens: new Map(Object.entries(words.tens)),
    scales: new Map([
      ...words.hundred.map((word): [string, number] => [word, 100]),
      ...words.thousand.map((word): [string, number] => [word, 1000]),
      ...words.million.map((word): [string, number] => [word, 1_000_000]),
    ]),
    and: words.and,
    one: new Set(words.one),
    point: new Set(words.point),
  }
}

const readers: Record<Language, Reader> = { fr: reader(counting.fr), en: reader(counting.en) }

interface Below {
  value: number
  next: number
}

function unitAfterTens(words: Reader, tens: number, tokens: Token[], i: number): Below {
  const joined = tokens[i]?.word === words.and && tokens[i]!.breakBefore === 0
  const k = joined ? i + 1 : i
  const word = tokens[k]?.breakBefore === 0 ? tokens[k]!.word : ''
  const unit = words.units.get(word)
  if (unit && (!joined || unit === 1)) return { value: tens + unit, next: k + 1 }
  const teen = words.teens.get(word)
  const takesTeens = tens === 60 || tens === 80
  if (!teen || !takesTeens || (joined && teen !== 11)) return { value: tens, next: i }
  const more = teen === 10 ? words.units.get(tokens[k + 1]?.word ?? '') : undefined
  return more && more >= 7
    ? { value: tens + 10 + more, next: k + 2 }
    : { value: tens + teen, next: k + 1 }
}

/** Reads 0 to 99 in words. */
function belowHundred(words: Reader, tokens: Token[], i: number): Below | null {
  const word = tokens[i]?.word ?? ''
  const unit = words.units.get(word)
  if (unit !== undefined) {
    const isEighty = unit === 4 && /^vingts?$/.test(tokens[i + 1]?.word ?? '')
    return isEighty ? unitAfterTens(words, 80, tokens, i + 2) : { value: unit, next: i + 1 }
  }
  const teen = words.teens.get(word)
  if (teen !== undefined) {
    const more = teen === 10 ? words.units.get(tokens[i + 1]?.word ?? '') : undefined
    return more && more >= 7 && words.teens.has('dix')
      ? { value: 10 + more, next: i + 2 }
      : { value: teen, next: i + 1 }
  }
  const tens = words.tens.get(word)
  return tens === undefined ? null : unitAfterTens(words, tens, tokens, i + 1)
}

interface Sum {
  total: number
  /** What has been counted since the last thousand or million. */
  current: number
  /** The largest scale that may still follow. */
  below: number
  next: number
}

/** Takes "cent", "mille", "million" after what stands; false when the number ends here. */
function takeScale(words: Reader, tokens: Token[], sum: Sum, begun: boolean): boolean {
  const scale = words.scales.get(tokens[sum.next]?.word ?? '')
  if (!scale || (begun && tokens[sum.next]!.breakBefore > 0)) return false
  if (scale === 100) {
    if (sum.current >= 20 || (begun && sum.current + sum.total === 0)) return false
    sum.current = (sum.current || 1) * 100
  } else {
    if (scale >= sum.below) return false
    sum.total += (sum.current || 1) * scale
    sum.current = 0
    sum.below = scale
  }
  sum.next++
  return true
}

function takeBelowHundred(words: Reader, tokens: Token[], sum: Sum, fresh: boolean): boolean {
  if (!fresh && tokens[sum.next]?.breakBefore !== 0) return false
  const joined = !fresh && tokens[sum.next]!.word === words.and && words.and === 'and'
  const part = belowHundred(words, tokens, sum.next + (joined ? 1 : 0))
  if (!part || (!fresh && part.value === 0)) return false
  sum.current += part.value
  sum.next = part.next
  return true
}

/** Reads a number in words from token `i`: "deux cents", "mille deux cent cinquante". */
function inWords(words: Reader, tokens: Token[], i: number): Below | null {
  const sum: Sum = { total: 0, current: 0, below: 1e9, next: i }
  if (words.one.has(tokens[i]?.word ?? '') && words.scales.has(tokens[i + 1]?.word ?? ''))
    sum.next = i + 1
  else takeBelowHundred(words, tokens, sum, true)
  let begun = sum.next > i
  let open = true
  while (open) {
    open = takeScale(words, tokens, sum, begun)
    begun ||= open
    if (open) takeBelowHundred(words, tokens, sum, false)
  }
  return sum.next > i ? { value: sum.total + sum.current, next: sum.next } : null
}

function withDecimals(words: Reader, tokens: Token[], whole: Below): [number, Below] {
  if (!words.point.has(tokens[whole.next]?.word ?? '')) return [whole.value * 100, whole]
  const zero = tokens[whole.next + 1]?.word === 'zero' ? 1 : 0
  const part = inWords(words, tokens, whole.next + 1 + zero)
  if (!part || part.value > 99) return [whole.value * 100, whole]
  const cents = part.value < 10 && zero === 0 ? part.value * 10 : part.value
  return [whole.value * 100 + cents, part]
}

function figuresAt(tokens: Token[], i: number): NumberFound {
  const token = tokens[i]!
  const scale = readers.fr.scales.get(tokens[i + 1]?.word ?? '')
  const thousands = scale !== undefined && scale > 100 && token.hundredths! > 0
  const kilo = tokens[i + 1]?.word === 'k' && !tokens[i + 1]!.spaced && token.hundredths! > 0
  const times = thousands ? scale : kilo ? 1000 : 1
  return {
    hundredths: token.hundredths! * times,
    figures: token.word,
    spoken: false,
    decimal: token.decimal === true,
    start: i,
    next: times > 1 ? i + 2 : i + 1,
  }
}

function wordsAt(language: Language, tokens: Token[], i: number): NumberFound | null {
  const words = readers[language]
  const whole = inWords(words, tokens, i)
  if (!whole) return null
  const [hundredths, end] = withDecimals(words, tokens, whole)
  const decimal = end !== whole
  return { hundredths, figures: '', spoken: true, decimal, start: i, next: end.next }
}

/** True for a word a number in words can begin with. */
const openers = new Set(
  [readers.fr, readers.en].flatMap((words) => [
    ...words.units.keys(),
    ...words.teens.keys(),
    ...words.tens.keys(),
    ...words.scales.keys(),
    ...words.one,
  ]),
)

/**
 * Reads every number of a message, the longest reading at each place; entry `i` is the number that
 * begins at token `i`, or null. Words count as far as millions, in both languages.
 */
export function readNumbers(tokens: Token[], language: Language): (NumberFound | null)[] {
  const found: (NumberFound | null)[] = new Array<null>(tokens.length).fill(null)
  const other: Language = language === 'fr' ? 'en' : 'fr'
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    if (token.kind === 'number') found[i] = figuresAt(tokens, i)
    else if (token.kind === 'word' && openers.has(token.word)) {
      const first = wordsAt(language, tokens, i)
      const second = wordsAt(other, tokens, i)
      found[i] = second && second.next > (first?.next ?? 0) ? second : first
    }
    if (found[i]) i = found[i]!.next - 1
  }
  return found
}
