import type { Grade, SignalKind } from '../conversation/signal.ts'

/**
 * Words that are signs of fragility, as data: which kind, which grade. One phrase is words without
 * accents and without "ne", separated by spaces: `a|b` either · `word*` begins so · `x?` may be missing ·
 * `_` up to one word between, `__` up to three, `___` up to six · `<name>` a class of `lexiconClasses` ·
 * `^` and `$` the start and the end of a clause.
 *
 * The grades are the typical ones per kind of sign used by suicide prevention and by consumer-debt
 * practice (danger 4, bereavement, devices, abuse 3, hardship 2, friction 1).
 */
export interface SignalRule {
  kind: SignalKind
  grade: Grade
  phrases: string[]
}

/** Splits a list written with ` / ` between phrases. */
export function rule(kind: SignalKind, grade: Grade, phrases: string): SignalRule {
  return { kind, grade, phrases: phrases.split(/\s+\/\s+/).map((phrase) => phrase.trim()) }
}

export const lexiconClasses: Record<string, string> = {
  want: 'veux veut voulais voudrais voulait aimerais souhaite pense penses pensais songe envisage prefere preferais compte vais vas va reve',
  kin: 'mari femme epoux epouse conjoint conjointe compagnon compagne fils fille enfant enfants frere soeur mere pere maman papa parents grand bebe copain copine ami amie neveu niece oncle tante cousin mamie papi veuve veuf jumeau',
  kine: 'husband wife partner son daughter child children brother sister mother father mum mom dad mam parents baby boyfriend girlfriend friend grandmother grandfather gran nan grandad uncle aunt',
  device:
    'respirateur oxygene dialyse ventilateur apnee ppc pompe perfusion concentrateur aspirateur nebuliseur defibrillateur stimulateur',
  cut: 'coupe coupes coupez couper coupent coupee coupure coupiez',
  doctor:
    'hopital hospitalise hospitalisee hospitalises cancer chimio chimiotherapie operation maladie alzheimer depression',
}
