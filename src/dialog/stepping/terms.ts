import { findOptions } from '../wording/book.ts'
import type { Dialog } from '../load.ts'
import type { Flow } from '../flow.ts'
import type { Language } from '../../conversation/language.ts'
import type { Option } from '../../conversation/understanding.ts'
import type { Run } from './run.ts'

/** The flow that explains words of the glossary, and the slot that says which word. */
export function termFlow(dialog: Dialog): { flow: Flow; slot: string; keys: string[] } | null {
  const flow = dialog.starts.get('term')
  if (!flow) return null
  for (const [slot, kind] of flow.slots)
    if (kind.type === 'one_of') return { flow, slot, keys: kind.options }
  return null
}

const options = new WeakMap<Dialog, Map<Language, Option[]>>()

/** The words of the glossary in a language, as understanding wants them. */
export function termOptions(dialog: Dialog, language: Language): Option[] {
  const known = options.get(dialog) ?? new Map<Language, Option[]>()
  options.set(dialog, known)
  const before = known.get(language)
  if (before) return before
  const found = termFlow(dialog)
  const worded = found ? findOptions(dialog.texts, language, found.flow.name, found.slot) : []
  const made = worded
    .filter(({ key }) => found?.keys.includes(key))
    .map(({ key, label, match }) => ({ key, label, match }))
  known.set(language, made)
  return made
}

/** How people ask what a word means, folded (no accents, small letters). */
const cues = new RegExp(
  [
    "\\b(c'?est|c|cest) (quoi|koi)\\b",
    "\\b(quoi|koi) (le|la|les|l')",
    "\\bqu'?est[- ]ce qu",
    '\\b(veut|veulent|veu) dire\\b',
    '\\bsignifie',
    '\\b(a|ca) quoi (ca )?sert',
    '\\bexpliqu',
    "\\bwhat('?s| is| are| does)\\b",
    '\\bmeans?\\b',
    '\\bexplain',
  ].join('|'),
)
const fewWords = 4

/**
 * The glossary word whose meaning is asked: with words that ask for one, or the word all but alone. That
 * it merely occurs ("je paie par prélèvement") asks nothing.
 */
export function termIn(run: Run): string | null {
  const words = fold(run.input.words)
  const alone = words.split(/\s+/).length <= fewWords && words.trimEnd().endsWith('?')
  if (!alone && !cues.test(words)) return null
  return bestMatch(words, termOptions(run.dialog, run.state.language))
}

/** The choice whose longest saying stands in the words as whole words. */
export function bestMatch(words: string, choices: readonly Option[]): string | null {
  const text = ` ${spaced(words)} `
  return sayingsOf(choices).find(({ saying }) => text.includes(saying))?.key ?? null
}

const sayings = new WeakMap<readonly Option[], { key: string; saying: string }[]>()

/** Every way to say each choice, folded, the longest first. */
function sayingsOf(choices: readonly Option[]): { key: string; saying: string }[] {
  const known = sayings.get(choices)
  if (known) return known
  const made = choices
    .flatMap(({ key, label, match }) =>
      [label, ...match].map((saying) => ({ key, saying: ` ${spaced(fold(saying))} ` })),
    )
    .sort((a, b) => b.saying.length - a.saying.length)
  sayings.set(choices, made)
  return made
}

function spaced(folded: string): string {
  return folded.replace(/[^a-z0-9]+/g, ' ').trim()
}

/** Small letters without accents, so that "Accise" and "accisé" are one. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('’', "'")
    .replaceAll('œ', 'oe')
    .toLowerCase()
}
