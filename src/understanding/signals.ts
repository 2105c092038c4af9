import { dangerClasses } from '../care/danger-classes.ts'
import { dangerConcepts } from '../care/danger-concepts.ts'
import { dangerJoins } from '../care/danger-joins.ts'
import type { Join } from '../care/danger-joins.ts'
import { denials, idioms } from '../care/idioms.ts'
import { aroundRules } from '../care/lexicon-around.ts'
import { composedRules } from '../care/lexicon-composed.ts'
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

const composite = [...composedRules, ...aroundRules]
const classes = { ...lexiconClasses, ...dangerClasses }
const rules = [...asPhrases(dangerRules), ...asPhrases(signalRules)]
const concepts = Object.entries(dangerConcepts).map(([tag, written]) => ({
  tag,
  phrases: written.split(/\s+\/\s+/),
}))
const leads = new Set(dangerJoins.flatMap(({ of }) => of[0]!))
const matchLeads = compile<Sign | string>(
  [...rules, ...concepts.filter(({ tag }) => leads.has(tag))],
  classes,
)
const matchFollowers = compile(
  concepts.filter(({ tag }) => !leads.has(tag)),
  classes,
)
const matchIdioms = compile([{ tag: 'idiom', phrases: idioms }], classes)
const matchDenials = compile([{ tag: 'denial', phrases: denials }], classes)

/** Words a typing mistake may be corrected to. */
export const signalWords: string[] = wordsOf(
  rules.filter(({ phrases }) => !composite.some((composed) => composed.phrases === phrases)),
  lexiconClasses,
)

/** Words of sayings, denials and concepts: known, but never what a mistake is corrected to. */
export const idiomWords: string[] = wordsOf(
  [
    { tag: 'idiom', phrases: [...idioms, ...denials] },
    ...concepts,
    ...composite.map(({ phrases }) => ({ tag: 'danger', phrases })),
  ],
  dangerClasses,
)

type Place = Match<unknown>

const isSign = (match: Match<Sign | string>): match is Match<Sign> => typeof match.tag === 'object'
const isConcept = (match: Match<Sign | string>): match is Match<string> =>
  typeof match.tag === 'string'

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

type Held = Map<string, Place[]>

function holds(held: Held, group: string[]): boolean {
  return group.some((concept) => held.has(concept))
}

function near(held: Held, { unless, within }: Join, place: Place): boolean {
  const reach = Math.min(within, guardReach)
  return unless.some((concept) =>
    held
      .get(concept)
      ?.some(({ start, next }) => start < place.next + reach && next > place.start - reach),
  )
}

const guardReach = 8

/** One place for each group, none on another's words, within the join's reach; null where none fit. */
function complete(held: Held, join: Join, chosen: Place[]): Place | null {
  const start = Math.min(...chosen.map((place) => place.start))
  const next = Math.max(...chosen.map((place) => place.next))
  if (chosen.length > 0 && next - start > join.within) return null
  if (chosen.length === join.of.length) return { tag: null, start, next }
  for (const concept of join.of[chosen.length]!) {
    for (const place of held.get(concept) ?? []) {
      if (chosen.some((other) => overlaps(place, other))) continue
      const whole = complete(held, join, [...chosen, place])
      if (whole) return whole
    }
  }
  return null
}

/** What the concepts of a message say together: see `danger-joins.ts`. */
function joined(held: Held): Match<Sign>[] {
  return dangerJoins.flatMap((join) => {
    if (!join.of.every((group) => holds(held, group))) return []
    const place = complete(held, join, [])
    if (!place || near(held, join, place)) return []
    return [{ ...place, tag: { kind: join.kind, grade: 4 } }]
  })
}

function hold(concepts: Match<string>[]): Held {
  const held: Held = new Map()
  for (const place of concepts) {
    const places = held.get(place.tag)
    if (places) places.push(place)
    else held.set(place.tag, [place])
  }
  return held
}

/** Drops what a saying explains and softens what is denied; only danger needs either. */
function weigh(tokens: Token[], signs: Match<Sign>[], concepts: Match<string>[]): Match<Sign>[] {
  const together = concepts.length > 0 && joined(hold(concepts)).length > 0
  if (!together && !signs.some(({ tag }) => tag.grade === 4)) return signs
  const sayings = matchIdioms(tokens)
  const said = (place: Place): boolean => sayings.some((saying) => shields(saying, place))
  const denied = matchDenials(tokens).filter((denial) => !takenBack(tokens, denial))
  const danger = together ? joined(hold(concepts.filter((concept) => !said(concept)))) : []
  return [...signs.filter((sign) => sign.tag.grade < 4 || !said(sign)), ...danger].map((sign) => {
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
  const matches = matchLeads(tokens)
  const led = matches.filter(isConcept)
  const concepts = led.length > 0 ? [...led, ...matchFollowers(tokens)] : led
  const signs = merge(weigh(tokens, matches.filter(isSign), concepts))
  return signs
    .map(({ tag, start, next }) => ({
      kind: tag.kind,
      grade: tag.grade,
      text: source.slice(tokens[beginning(tokens, start)]!.start, tokens[next - 1]!.end),
    }))
    .sort((a, b) => b.grade - a.grade || signalKinds.indexOf(a.kind) - signalKinds.indexOf(b.kind))
}
