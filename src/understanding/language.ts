import type { Language } from '../conversation/language.ts'
import { fold } from './fold.ts'
import type { Folded } from './fold.ts'

const french = new Set(
  (
    'je tu il elle nous vous le la les un une des du de et est pas que qui pour sur avec mon ma mes ce cette ' +
    'ca c j ai suis dans mais plus peux veux jai cest jpeux jpe bonjour merci oui non facture payer quoi koi ' +
    'quand comment pourquoi pk votre vos ne au aux se sa son mois euros demain slt stp svp ouais ouai paie ' +
    'lundi mardi mercredi jeudi vendredi samedi dimanche prochain prochaine fois moitie argent aide'
  ).split(' '),
)
const english = new Set(
  (
    'i you he she we they the a an and is are not to for of with my your this that it im dont cant have has ' +
    'be will would can pay bill please hello hi thanks yes what why how when next month week tomorrow on in ' +
    'at by do does did was were me am but from next friday monday tuesday wednesday thursday saturday sunday ' +
    'half quid pounds no help number stop everything want need'
  ).split(' '),
)
const shared = new Set([
  'a',
  'on',
  'me',
  'dans',
  'le',
  'son',
  'ma',
  'ai',
  'i',
  'an',
  'pour',
  'six',
  'an',
])

/** French words less English words, of the words only one language has. */
function lean(folded: Folded): number {
  let sum = 0
  for (const word of folded.text.slice(0, 400).split(/[^a-z]+/)) {
    if (shared.has(word)) continue
    if (french.has(word)) sum++
    if (english.has(word)) sum--
  }
  return sum
}

/** Guesses the language of a folded text; `fallback` where nothing decides. */
export function guessFolded(folded: Folded, fallback: Language): Language {
  const sum = lean(folded)
  return sum > 0 ? 'fr' : sum < 0 ? 'en' : fallback
}

/** Guesses French or English from common words; `fallback` where nothing decides. */
export function guessLanguage(text: string, fallback: Language): Language {
  return guessFolded(fold(text), fallback)
}
