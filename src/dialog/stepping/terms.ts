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

export function termOptions(dialog: Dialog, language: Language): Option[] {
  const found = termFlow(dialog)
  if (!found) return []
  return findOptions(dialog.texts, language, found.flow.name, found.slot)
    .filter(({ key }) => found.keys.includes(key))
    .map(({ key, label, match }) => ({ key, label, match }))
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
export function bestMatch(words: string, options: Option[]): string | null {
  let best = { key: null as string | null, length: 0 }
  const padded = ` ${words.replace(/[^a-z0-9]+/g, ' ').trim()} `
  for (const { key, label, match } of options)
    for (const saying of [label, ...match]) {
      const folded = fold(saying)
        .replace(/[^a-z0-9]+/g, ' ')
        .trim()
      if (folded.length > best.length && padded.includes(` ${folded} `))
        best = { key, length: folded.length }
    }
  return best.key
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
