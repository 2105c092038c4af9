import type { Option } from '../conversation/understanding.ts'
import { ranksFr, ranksEn } from './lexicon/number-words.ts'
import { fold } from './fold.ts'
import type { NumberFound } from './numbers.ts'
import { scan } from './scan.ts'
import { spell } from './spell.ts'
import type { Token } from './token.ts'
import { oneApart } from './typos.ts'

interface Way {
  key: string
  words: string[]
}

/** Ways to say each option, spelled as messages are; kept as long as the options themselves. */
const compiled = new WeakMap<Option[], Way[]>()

const unchanged = (word: string): string => word

function wordsIn(text: string): string[] {
  return spell(scan(fold(text)), 'fr', unchanged)
    .map(({ word }) => word)
    .filter((word) => !small.has(word))
}

const small = new Set('le la les un une des du de d the a an of par by en'.split(' '))

function waysOf(options: Option[]): Way[] {
  const known = compiled.get(options)
  if (known) return known
  const ways = options
    .flatMap(({ key, label, match }) =>
      [label, key.replaceAll('_', ' '), ...match].map((way) => ({ key, words: wordsIn(way) })),
    )
    .filter(({ words }) => words.length > 0)
    .sort((a, b) => b.words.length - a.words.length)
  compiled.set(options, ways)
  return ways
}

function sameWord(said: string, meant: string): boolean {
  if (said[0] !== meant[0]) return false
  if (said === meant || said === `${meant}s` || `${said}s` === meant) return true
  return meant.length >= 5 && said.length >= 4 && oneApart(said, meant)
}

export interface ChoiceFound {
  key: string
  start: number
  next: number
}

/** Finds the option whose words stand in the message, small words aside; the longest way wins. */
export function findOption(tokens: Token[], options: Option[]): ChoiceFound | null {
  const indices: number[] = []
  for (let i = 0; i < tokens.length; i++) if (!small.has(tokens[i]!.word)) indices.push(i)
  for (const { key, words } of waysOf(options)) {
    for (let n = 0; n + words.length <= indices.length; n++) {
      if (!words.every((meant, k) => sameWord(tokens[indices[n + k]!]!.word, meant))) continue
      const start = indices[n]!
      if (isNegated(tokens, start)) continue
      return { key, start, next: indices[n + words.length - 1]! + 1 }
    }
  }
  return null
}

function isNegated(tokens: Token[], start: number): boolean {
  const before = [tokens[start - 1]?.word, tokens[start - 2]?.word]
  return before[0] === 'pas' || before[0] === 'not' || (before[1] === 'pas' && before[0] === 'de')
}

const ranks = new Map([...Object.entries(ranksEn), ...Object.entries(ranksFr)])
const lastWords = new Set(['dernier', 'derniere', 'last'])
const leads = new Set(
  'le la les the option choix choice numero number num reponse je prends pour plutot svp please'.split(
    ' ',
  ),
)

/** The option by its place: "2", "la deuxième", "option 3", "the last one". */
export function findPosition(
  tokens: Token[],
  numbers: (NumberFound | null)[],
  options: Option[],
): ChoiceFound | null {
  let i = 0
  while (i < tokens.length && leads.has(tokens[i]!.word)) i++
  const token = tokens[i]
  if (!token) return null
  const number = numbers[i]
  const followed = number ? tokens[number.next] : tokens[i + 1]
  if (
    number &&
    followed &&
    followed.breakBefore === 0 &&
    !['et', 'svp', 'please', 'oui', 'merci', 'eme', 'e', 'ieme', 'er'].includes(followed.word)
  )
    return null
  const spokenOne = number?.spoken === true && tokens.length > 2
  const place = number && !spokenOne ? number.hundredths / 100 : (ranks.get(token.word) ?? 0)
  const last = lastWords.has(token.word) ? options.length : place
  const option = options[last - 1]
  return option ? { key: option.key, start: i, next: number?.next ?? i + 1 } : null
}
