import type { Language } from '../conversation/language.ts'

/**
 * Words no text of ours may hold: threats, shame, false urgency, remarks on tone. Folded (small letters,
 * no accents); a star stands for any ending. Sources: domain rules of the project (a harsh tone lowers
 * comprehension and does not raise payment, Ofgem 2023; EBA/GL/2015/12 on arrears; French code pénal
 * 433-13 on papers that look official; care guidance "never say calm down, you should have").
 */
const threats: Record<Language, string[]> = {
  fr: [
    'mise en demeure',
    'mettre en demeure',
    'huissier*',
    'commissaire* de justice',
    'tribuna*',
    'poursuite*',
    'contentieux',
    'saisie*',
    'saisir vos',
    'dernier avertissement',
    'derniere relance',
    'dernier rappel',
    'derniere chance',
    'avant coupure',
    'sera coupe*',
    'serez coupe*',
    'on va couper',
    'penalite*',
    'fichage',
    'ficher',
    'sous peine',
    'a defaut de paiement',
    'menace*',
  ],
  en: [
    'final notice',
    'final warning',
    'last chance',
    'last warning',
    'bailiff*',
    'legal action',
    'court action',
    'take you to court',
    'prosecut*',
    'seizure',
    'enforcement agent*',
    'disconnect you',
    'be disconnected',
    'cut you off',
    'cut off your',
    'penalt*',
    'or else',
    'blacklist*',
    'threat*',
  ],
}

const pressure: Record<Language, string[]> = {
  fr: [
    'urgent*',
    'payez immediatement',
    'payer immediatement',
    'regler immediatement',
    'regler sans delai',
    'sans delai',
    'sans tarder',
    'au plus vite',
    'dans les plus brefs delais',
    'derniers delais',
    'vous devez payer',
    'vous devez regler',
    'il faut payer',
    'imperativement',
  ],
  en: [
    'urgent*',
    'pay immediately',
    'immediate payment',
    'without delay',
    'as soon as possible',
    'act now',
    'you must pay',
    'you have to pay',
    'you need to pay',
    'right now or',
    'time is running out',
  ],
}

const shame: Record<Language, string[]> = {
  fr: [
    'calmez vous',
    'vous auriez du',
    'vous n auriez pas du',
    'mauvais payeur*',
    'debiteur*',
    'impaye*',
    'honte',
    'irresponsable*',
    'negligen*',
    'comme tout le monde',
    'la plupart des clients paient',
    'ca va aller',
    'votre faute',
    'restez poli*',
  ],
  en: [
    'calm down',
    'you should have',
    'shouldn t have',
    'debtor*',
    'delinquent*',
    'shame',
    'ashamed',
    'irresponsib*',
    'neglect*',
    'most customers pay',
    'everyone else',
    'your fault',
    'mind your language',
    'failed to pay',
  ],
}

const patterns: Record<Language, { word: string; pattern: RegExp }[]> = {
  fr: patternsOf('fr'),
  en: patternsOf('en'),
}

function patternsOf(language: Language): { word: string; pattern: RegExp }[] {
  return [threats, pressure, shame].flatMap((lists) =>
    lists[language].map((word) => ({
      word,
      pattern: new RegExp(`(?<![a-z])${word.replaceAll('*', '[a-z]*')}(?![a-z])`),
    })),
  )
}

/** The forbidden words in a text, each once, as the lexicon writes them. */
export function forbiddenIn(text: string, language: Language): string[] {
  const folded = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
  return patterns[language].filter(({ pattern }) => pattern.test(folded)).map(({ word }) => word)
}
