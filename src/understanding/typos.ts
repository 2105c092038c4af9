import type { Correct } from './spell.ts'

/** Shorter words have too many neighbours to correct. */
const shortest = 5

function without(word: string, index: number): string {
  return word.slice(0, index) + word.slice(index + 1)
}

/** True when one letter added, left out, changed or swapped turns one word into the other. */
export function oneApart(left: string, right: string): boolean {
  if (Math.abs(left.length - right.length) > 1) return false
  let from = 0
  while (from < left.length && left[from] === right[from]) from++
  const [a, b] = [left.slice(from), right.slice(from)]
  if (a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1)) return true
  return a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2)
}

/**
 * Makes a corrector for a vocabulary: an unknown word one letter away from one known word becomes it.
 * Deletions are computed once (Garbe's symmetric delete), so that a look-up costs its length.
 */
export function makeCorrect(
  vocabulary: Iterable<string>,
  protectedWords: Iterable<string>,
): Correct {
  const known = new Set<string>(protectedWords)
  const targets = [...new Set(vocabulary)].filter((word) => word.length >= shortest)
  const shortened = new Map<string, string[]>()
  for (const word of targets) {
    for (let n = 0; n < word.length; n++) {
      const key = without(word, n)
      const words = shortened.get(key)
      if (!words) shortened.set(key, [word])
      else if (!words.includes(word)) words.push(word)
    }
  }
  for (const word of vocabulary) known.add(word)
  const goal = new Set(targets)
  const near = (word: string): string | undefined => {
    const fits = (candidate: string): boolean =>
      candidate[0] === word[0] && oneApart(word, candidate)
    const longer = shortened.get(word)?.find(fits)
    if (longer) return longer
    for (let n = 1; n < word.length; n++) {
      const key = without(word, n)
      if (goal.has(key) && word.length > shortest) return key
      const found = shortened.get(key)?.find(fits)
      if (found) return found
    }
    return undefined
  }
  return (word) =>
    word.length < shortest || word.length > 20 || known.has(word) ? word : (near(word) ?? word)
}
