import { denials, idioms } from '../care/idioms.ts'
import { dangerRules } from '../care/lexicon-danger.ts'
import { signalRules } from '../care/lexicon-signals.ts'
import { lexiconClasses } from '../care/lexicon.ts'
import type { SignalRule } from '../care/lexicon.ts'
import { signalKinds } from '../conversation/signal.ts'
import type { Grade, Signal, SignalKind } from '../conversation/signal.ts'
import { compile, wordsOf } from './pattern.ts'
import type { Match, Phrases } from './pattern.ts'
import type { Token } from './token.ts'

interface Sign {
  kind: SignalKind
  grade: Grade
}

const asPhrases = (rules: SignalRule[]): Phrases<Sign>[] =>
  rules.map(({ kind, grade, phrases }) => ({ tag: { kind, grade }, phrases }))

const rules = [...asPhrases(dangerRules), ...asPhrases(signalRules)]
const matchSigns = compile(rules, lexiconClasses)
const matchIdioms = compile([{ tag: 'idiom', phrases: idioms }], lexiconClasses)
const matchDenials = compile([{ tag: 'denial', phrases: denials }], lexiconClasses)

/** Words a typing mistake may be corrected to. */
export const signalWords: string[] = wordsOf(rules, lexiconClasses)

/** Words of sayings and denials: known, but never what a mistake is corrected to. */
export const idiomWords: string[] = wordsOf([{ tag: 'idiom', phrases: [...idioms, ...denials] }])

type Place = Match<unknown>

function overlaps(a: Place, b: Place): boolean {
  return a.start < b.next && b.start < a.next
}

/** Half of the sign's own words at least: a saying beside a sign does not hide it. */
function shields(saying: Place, sign: Place): boolean {
  if (!overlaps(saying, sign)) return false
  const shared = Math.min(saying.next, sign.next) - Math.max(saying.start, sign.start)
  return shared * 2 >= sign.next - sign.start
}

const reversals = new Set([
  'mais',
  'but',
  'pourtant',
  'cependant',
  'sauf',
  'except',
  'although',
  'though',
])

function takenBack(tokens: Token[], denial: Place): boolean {
  return tokens.slice(denial.next, denial.next + 8).some((token) => reversals.has(token.word))
}

function soften(sign: Match<Sign>): Match<Sign> {
  return { ...sign, tag: { kind: 'acute_distress', grade: 3 } }
}

/** Drops what a saying explains and softens what is denied; only danger needs either. */
function weigh(tokens: Token[], signs: Match<Sign>[]): Match<Sign>[] {
  if (!signs.some(({ tag }) => tag.grade === 4)) return signs
  const sayings = matchIdioms(tokens)
  const denied = matchDenials(tokens).filter((denial) => !takenBack(tokens, denial))
  return signs
    .filter((sign) => sign.tag.grade < 4 || !sayings.some((saying) => shields(saying, sign)))
    .map((sign) => {
      const isDenied = sign.tag.grade === 4 && denied.some((denial) => shields(denial, sign))
      return isDenied ? soften(sign) : sign
    })
}

/** One signal for each kind and grade: the longest words that say it. */
function merge(signs: Match<Sign>[]): Match<Sign>[] {
  const best = new Map<SignalKind, Match<Sign>>()
  for (const sign of signs) {
    const held = best.get(sign.tag.kind)
    const longer = held && sign.next - sign.start > held.next - held.start
    if (!held || sign.tag.grade > held.tag.grade || (sign.tag.grade === held.tag.grade && longer))
      best.set(sign.tag.kind, sign)
  }
  return [...best.values()]
}

const leadsIn = new Set(
  'je j me ai avons a suis nous on m en i am have has my was been is'.split(' '),
)

/** The words with who they are said of: "j'ai perdu mon boulot", not "perdu mon boulot". */
function beginning(tokens: Token[], start: number): number {
  let from = start
  while (from > 0 && tokens[from]!.breakBefore === 0 && leadsIn.has(tokens[from - 1]!.word)) from--
  return from
}

/** Finds signs of fragility, the gravest first, each with its words as written. */
export function findSignals(tokens: Token[], source: string): Signal[] {
  const signs = merge(weigh(tokens, matchSigns(tokens)))
  return signs
    .map(({ tag, start, next }) => ({
      kind: tag.kind,
      grade: tag.grade,
      text: source.slice(tokens[beginning(tokens, start)]!.start, tokens[next - 1]!.end),
    }))
    .sort((a, b) => b.grade - a.grade || signalKinds.indexOf(a.kind) - signalKinds.indexOf(b.kind))
}
