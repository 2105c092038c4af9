import { compile, wordsOf } from './pattern.ts'
import type { Match } from './pattern.ts'
import type { Intent } from '../conversation/understanding.ts'
import { classes } from './lexicon/classes.ts'
import { intentsEn } from './lexicon/intents-en.ts'
import { intentsFr } from './lexicon/intents-fr.ts'
import type { Token } from './token.ts'

/** An intent, or what shadows one: a hedge is no yes, `none` takes words out of other phrases. */
export type IntentTag = Intent | 'hedge' | 'change_commitment' | 'decline' | 'nothing_came' | 'none'

/** `scam` is a charge or a question: the mark after it settles which. */
export type SaidTag = IntentTag | 'scam'

export type IntentMatch = Match<IntentTag>

const match = compile<SaidTag>([...intentsFr, ...intentsEn], classes)

/** Words a typing mistake may be corrected to. */
export const intentWords: string[] = wordsOf([...intentsFr, ...intentsEn], classes)

/** Short answers stand beside anything and are never shadowed by a longer phrase of another kind. */
const besides = new Set<IntentTag>(['greet', 'thanks', 'goodbye', 'correct'])

function within(inner: IntentMatch, outer: IntentMatch): boolean {
  const longer = outer.next - outer.start > inner.next - inner.start
  return longer && outer.start <= inner.start && inner.next <= outer.next
}

const negations = new Set(['pas', 'plus', 'jamais', 'rien', 'not', 'never'])
const negatable = new Set<IntentTag>(['promise', 'pay_now'])

/** "je peux pas payer" offers nothing. */
function isNegated(tokens: Token[], { tag, start, next }: IntentMatch): boolean {
  return negatable.has(tag) && tokens.slice(start, next).some(({ word }) => negations.has(word))
}

const isAsked = /^[^.!;\n]*\?/

/** "c'est une arnaque ?" asks who is writing; without the question it accuses. */
function settled(tokens: Token[], source: string, { tag, ...at }: Match<SaidTag>): IntentMatch {
  if (tag !== 'scam') return { tag, ...at }
  const asked = isAsked.test(source.slice(tokens[at.next - 1]!.end))
  return { tag: asked ? 'are_you_a_bot' : 'complaint', ...at }
}

/** Finds the intents said, in the order of the words; the longer phrase wins over one inside it. */
export function findIntents(tokens: Token[], source: string): IntentMatch[] {
  const said = match(tokens).map((found) => settled(tokens, source, found))
  const all = said.filter((found) => !isNegated(tokens, found))
  return all
    .filter(
      (inner) =>
        besides.has(inner.tag) ||
        !all.some((outer) => outer.tag !== inner.tag && within(inner, outer)),
    )
    .sort((a, b) => a.start - b.start)
}
