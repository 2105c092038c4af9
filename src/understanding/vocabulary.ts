import { intentWords } from './intents.ts'
import { dateWords, months, weekdays } from './lexicon/date-words.ts'
import { moneyWords } from './lexicon/money-words.ts'
import { aboutSoMany, counting, ranksEn, ranksFr } from './lexicon/number-words.ts'
import { plainWords } from './lexicon/plain-words.ts'
import { spellingEn } from './lexicon/spelling-en.ts'
import { spellingFr } from './lexicon/spelling-fr.ts'
import { idiomWords, signalWords } from './signals.ts'
import { makeCorrect } from './typos.ts'

const numberWords = Object.values(counting).flatMap((words) =>
  [words.units, words.teens, words.tens].flatMap((values) => Object.keys(values)),
)
const spelled = [...Object.keys(spellingFr), ...Object.keys(spellingEn)].flatMap((long) =>
  long.split(' '),
)

/** Corrects typing mistakes towards the words the grammars know, and leaves plain words alone. */
export const correct = makeCorrect(
  new Set([
    ...intentWords,
    ...signalWords,
    ...months.keys(),
    ...weekdays.keys(),
    ...numberWords,
    ...spelled,
    'prochain',
    'prochaine',
    'euros',
    'moitie',
    'tomorrow',
    'demain',
  ]),
  [
    ...idiomWords,
    ...plainWords,
    ...dateWords(),
    ...moneyWords(),
    ...Object.values(counting).flatMap((words) =>
      [words.hundred, words.thousand, words.million].flat(),
    ),
    ...[aboutSoMany, ranksEn, ranksFr].flatMap((values) => Object.keys(values)),
  ],
)
