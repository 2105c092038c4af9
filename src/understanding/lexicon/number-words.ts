import type { Language } from '../../conversation/language.ts'

type Values = Record<string, number>

const unitsFr: Values = {
  zero: 0,
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  six: 6,
  sept: 7,
  huit: 8,
  neuf: 9,
}

const teensFr: Values = {
  dix: 10,
  onze: 11,
  douze: 12,
  treize: 13,
  quatorze: 14,
  quinze: 15,
  seize: 16,
}

const tensFr: Values = {
  vingt: 20,
  vingts: 20,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  soixante: 60,
  septante: 70,
  huitante: 80,
  octante: 80,
  nonante: 90,
}

const unitsEn: Values = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
}

const teensEn: Values = {
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
}

const tensEn: Values = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}

/** How a language counts: the words, and what multiplies what stands before it. */
export interface Counting {
  units: Values
  teens: Values
  tens: Values
  hundred: string[]
  thousand: string[]
  million: string[]
  and: string
  /** Words that are one when a hundred or more follows: "a hundred". */
  one: string[]
  point: string[]
}

export const counting: Record<Language, Counting> = {
  fr: {
    units: unitsFr,
    teens: teensFr,
    tens: tensFr,
    hundred: ['cent', 'cents'],
    thousand: ['mille', 'milles', 'mil'],
    million: ['million', 'millions'],
    and: 'et',
    one: [],
    point: ['virgule'],
  },
  en: {
    units: unitsEn,
    teens: teensEn,
    tens: tensEn,
    hundred: ['hundred'],
    thousand: ['thousand', 'grand'],
    million: ['million', 'millions'],
    and: 'and',
    one: ['a'],
    point: ['point'],
  },
}

/** Numbers said as a rank in English and used for days: "the twenty-first". */
export const ranksEn: Values = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
  thirtieth: 30,
}

/** Ranks of a choice. */
export const ranksFr: Values = {
  premier: 1,
  premiere: 1,
  deuxieme: 2,
  second: 2,
  seconde: 2,
  troisieme: 3,
  quatrieme: 4,
  cinquieme: 5,
}

/** Round numbers with a French ending: about so many. */
export const aboutSoMany: Values = {
  huitaine: 8,
  dizaine: 10,
  douzaine: 12,
  quinzaine: 15,
  vingtaine: 20,
  trentaine: 30,
  quarantaine: 40,
  cinquantaine: 50,
  soixantaine: 60,
  centaine: 100,
}
