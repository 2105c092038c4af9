import type { Token } from './token.ts'

/**
 * Phrases as data. One phrase is words separated by spaces:
 * `a|b` either word · `word*` any word that begins so · `<name>` a word class · `x?` may be missing ·
 * `_` up to one word between · `__` up to three · `___` up to six · `#` a number · `^` at the start of a
 * clause · `$` at its end. No phrase crosses the end of a sentence.
 */
export interface Phrases<T> {
  tag: T
  phrases: string[]
}

export interface Match<T> {
  tag: T
  /** First token and the one after the last. */
  start: number
  next: number
}

interface Element {
  words: Set<string>
  stems: string[]
  optional: boolean
  gap: number
  number: boolean
  end: boolean
}

interface Phrase<T> {
  tag: T
  clauseStart: boolean
  elements: Element[]
}

export type WordClasses = Record<string, string>

/** Matches of a message, of the longest reading for each tag and place. */
export type Matcher<T> = (tokens: Token[]) => Match<T>[]

const gaps: Record<string, number> = { _: 1, __: 3, ___: 6 }

/** Elided words as `spell.ts` writes them out. */
const elided: Record<string, string> = { d: 'de', l: 'le', j: 'je', qu: 'que' }

function canonical(word: string): string {
  return elided[word] ?? word
}

const noClasses: WordClasses = {}
const compiled = new WeakMap<WordClasses, Map<string, Element>>()

// The same few hundred words stand in thousands of phrases: each is compiled once.
function element(source: string, classes: WordClasses): Element {
  const known = compiled.get(classes) ?? new Map<string, Element>()
  compiled.set(classes, known)
  const made = known.get(source) ?? newElement(source, classes)
  known.set(source, made)
  return made
}

function newElement(source: string, classes: WordClasses): Element {
  const parts = source.split('|')
  const optional = parts.some((part) => part.length > 1 && part.endsWith('?'))
  const alternatives = parts.flatMap((written) => {
    const part = canonical(written.replace(/(.)\?$/, '$1'))
    const name = /^<(.+)>$/.exec(part)?.[1]
    if (name === undefined) return [part]
    if (!classes[name]) throw new Error(`unknown word class ${part} in a phrase`)
    return classes[name].split(' ')
  })
  const stems = alternatives.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1))
  return {
    words: new Set(alternatives.filter((word) => !word.endsWith('*'))),
    stems,
    optional,
    gap: gaps[source] ?? 0,
    number: source === '#',
    end: source === '$',
  }
}

/** The phrase and, where its first words may be missing, the phrases that begin later. */
function compilePhrase<T>(tag: T, source: string, classes: WordClasses): Phrase<T>[] {
  const parts = source.split(' ').filter(Boolean)
  const clauseStart = parts[0] === '^'
  const elements = (clauseStart ? parts.slice(1) : parts).map((part) => element(part, classes))
  const phrases: Phrase<T>[] = [{ tag, clauseStart, elements }]
  if (elements.every((part) => part.optional))
    throw new Error(`a phrase may match nothing: ${source}`)
  for (let n = 0; elements[n]!.optional; n++)
    phrases.push({ tag, clauseStart, elements: elements.slice(n + 1) })
  return phrases
}

function fits(element: Element, token: Token): boolean {
  if (element.number) return token.kind === 'number'
  if (element.words.has(token.word)) return true
  for (const stem of element.stems) if (token.word.startsWith(stem)) return true
  return false
}

/** The token after the longest reading of `elements` from `k` on at token `i`, or -1. */
function reach(elements: Element[], k: number, tokens: Token[], i: number): number {
  if (k === elements.length) return i
  const element = elements[k]!
  const token = tokens[i]
  if (element.end) return token === undefined || token.breakBefore > 0 ? i : -1
  if (element.gap > 0) return reachOver(elements, k, tokens, i)
  let found = -1
  if (token && (token.breakBefore < 2 || k === 0) && fits(element, token))
    found = reach(elements, k + 1, tokens, i + 1)
  if (found < 0 && element.optional) found = reach(elements, k + 1, tokens, i)
  return found
}

function reachOver(elements: Element[], k: number, tokens: Token[], i: number): number {
  for (let n = 0; n <= elements[k]!.gap; n++) {
    const found = reach(elements, k + 1, tokens, i + n)
    if (found >= 0) return found
    if (i + n >= tokens.length || tokens[i + n]!.breakBefore === 2) return -1
  }
  return -1
}

const stemLength = 3

interface Index<T> {
  words: Map<string, Phrase<T>[]>
  stems: Map<string, Phrase<T>[]>
  numbers: Phrase<T>[]
}

function add<T>(map: Map<string, Phrase<T>[]>, key: string, phrase: Phrase<T>): void {
  const list = map.get(key)
  if (list) list.push(phrase)
  else map.set(key, [phrase])
}

function indexOf<T>(phrases: Phrase<T>[]): Index<T> {
  const index: Index<T> = { words: new Map(), stems: new Map(), numbers: [] }
  for (const phrase of phrases) {
    const first = phrase.elements[0]!
    if (first.number) index.numbers.push(phrase)
    for (const word of first.words) add(index.words, word, phrase)
    for (const stem of first.stems) add(index.stems, stem.slice(0, stemLength), phrase)
  }
  return index
}

function collect<T>(
  list: Phrase<T>[] | undefined,
  tokens: Token[],
  i: number,
  out: Match<T>[],
): void {
  if (!list) return
  for (const phrase of list) {
    if (phrase.clauseStart && i > 0 && tokens[i]!.breakBefore === 0) continue
    const next = reach(phrase.elements, 0, tokens, i)
    if (next > i) out.push({ tag: phrase.tag, start: i, next })
  }
}

/** Compiles phrases once; the matcher is linear in the message for phrases of bounded length. */
export function compile<T>(rules: Phrases<T>[], classes: WordClasses = noClasses): Matcher<T> {
  const index = indexOf(
    rules.flatMap(({ tag, phrases }) =>
      phrases.flatMap((phrase) => compilePhrase(tag, phrase, classes)),
    ),
  )
  return (tokens) => {
    const out: Match<T>[] = []
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i]!
      collect(index.words.get(token.word), tokens, i, out)
      collect(index.stems.get(token.word.slice(0, stemLength)), tokens, i, out)
      if (token.kind === 'number') collect(index.numbers, tokens, i, out)
    }
    return out
  }
}

/** Every whole word of the phrases: what a typing mistake may be corrected to. */
export function wordsOf(rules: Phrases<unknown>[], classes: WordClasses = {}): string[] {
  const sources = [...rules.flatMap((rule) => rule.phrases), ...Object.values(classes)]
  return sources
    .flatMap((source) => source.split(/[ |]/))
    .map((word) => word.replace(/[?]$/, ''))
    .filter((word) => /^[a-z]+$/.test(word))
}
