import type { Language } from '../conversation/language.ts'
import { contractions, negatedVerbs, spellingEn } from './lexicon/spelling-en.ts'
import { elisions, spellingFr } from './lexicon/spelling-fr.ts'
import type { Token } from './token.ts'

function table(spelling: Record<string, string>): Map<string, string[]> {
  return new Map(
    Object.entries(spelling).flatMap(([long, shorts]) => {
      const words = long.split(' ').map((word) => (word === 'd' ? 'de' : word))
      return shorts.split(' ').map((short): [string, string[]] => [short, words])
    }),
  )
}

const spellings: Record<Language, Map<string, string[]>> = {
  fr: table(spellingFr),
  en: table(spellingEn),
}

/** Sounds of thinking: they carry nothing, and would stand between words that belong together. */
const fillers = new Set('euh heu bah ben beh hum hmm mmh um uh erm ah oh'.split(' '))

/** An elided "je" written onto its verb ("jveu") is French on any line; nothing in English looks so. */
const isFrench = /^j[b-df-hj-np-tv-z]/

/** Three or more of one letter is feeling, not spelling: "ouiii", "stooop". */
const stretched = /([a-z])\1{2,}/g

function unstretch(word: string): string {
  return word.length > 3 ? word.replace(stretched, '$1') : word
}

/** Corrects one unknown word, or gives it back: see `typos.ts`. */
export type Correct = (word: string) => string

/** "c est" is written for "c'est"; "c" alone is the whole of it. */
const isBe = new Set(['est', 'etait', 'es', 'sera'])

interface Writing {
  out: Token[]
  pending: 0 | 1 | 2
}

function put(writing: Writing, token: Token, word: string): void {
  if (word === 'ne') {
    if (token.breakBefore > writing.pending) writing.pending = token.breakBefore
    return
  }
  const breakBefore = token.breakBefore > writing.pending ? token.breakBefore : writing.pending
  writing.pending = 0
  if (token.word === word && token.breakBefore === breakBefore) writing.out.push(token)
  else writing.out.push({ ...token, word, breakBefore })
}

function putAll(writing: Writing, token: Token, words: string[]): void {
  put(writing, token, words[0]!)
  for (let n = 1; n < words.length; n++) put(writing, { ...token, breakBefore: 0 }, words[n]!)
}

/** Handles `left'right`; returns how many tokens were used (0: the apostrophe joins nothing). */
function joined(writing: Writing, left: Token, right: Token | undefined): number {
  const elided = elisions[left.word]
  if (elided && right && !(left.word === 'c' && right.kind !== 'word')) {
    put(writing, left, left.word === 's' && right.word === 'il' ? 'si' : elided)
    return 2
  }
  if (!right || right.spaced) return 0
  if (right.word === 't' && left.word.endsWith('n')) {
    put(writing, left, negatedVerbs[left.word] ?? left.word.slice(0, -1))
    put(writing, { ...right, start: left.start }, 'not')
    return 3
  }
  const long = contractions[right.word]
  if (!long) return 0
  put(writing, left, left.word)
  put(writing, { ...right, start: left.start }, long)
  return 3
}

/** "jcreve", "jprefere": a "je" grown onto any verb. */
function split(
  word: string,
  spelling: Map<string, string[]>,
  correct: Correct,
): string[] | undefined {
  const verb = word.slice(1)
  if (spelling !== spellings.fr || verb.length < 4 || !isFrench.test(word)) return undefined
  return ['je', ...(spelling.get(verb) ?? [correct(verb)])]
}

/** Spells words out: elisions, contractions, short forms, stretched letters, typing mistakes. */
export function spell(tokens: Token[], language: Language, correct: Correct): Token[] {
  const spelling = spellings[language]
  const writing: Writing = { out: [], pending: 0 }
  for (let n = 0; n < tokens.length; n++) {
    const token = tokens[n]!
    if (token.kind !== 'word') {
      put(writing, token, token.word)
    } else if (token.word === "'") {
      continue
    } else if (tokens[n + 1]?.word === "'") {
      const used = joined(writing, token, tokens[n + 2])
      if (used > 0) n += used - 1
      else spellWord(writing, token, spelling, correct)
    } else if (token.word === 'c' && isBe.has(tokens[n + 1]?.word ?? '')) put(writing, token, 'ce')
    else spellWord(writing, token, spelling, correct)
  }
  return writing.out
}

function spellWord(
  writing: Writing,
  token: Token,
  spelling: Map<string, string[]>,
  correct: Correct,
): void {
  const word = unstretch(token.word)
  if (fillers.has(word)) {
    if (token.breakBefore > writing.pending) writing.pending = token.breakBefore
    return
  }
  const long = spelling.get(word) ?? (isFrench.test(word) ? spellings.fr.get(word) : undefined)
  const words = long ?? split(word, spelling, correct)
  if (words) return putAll(writing, token, words)
  put(writing, token, correct(word))
}
