import type { Draw } from '../conversation/decision.ts'

/** Where chance comes from; the edge passes `node:crypto`'s, tests a counter. */
export interface Chance {
  /** A whole number from 0 to `below` - 1. */
  below(below: number): number
  /** Hex digits. */
  hex(bytes: number): string
}

// No 0 O 1 I L: read aloud, written down and typed again without a mistake.
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

const word = (chance: Chance, length: number): string =>
  Array.from({ length }, () => alphabet[chance.below(alphabet.length)]).join('')

/**
 * Draws a turn's chance. `codes` is the sample mode's published code of each account; start refuses it
 * in any other mode.
 */
export function makeDraw(
  chance: Chance,
  codes: ReadonlyMap<string, string> | null,
): (account: string | null) => Draw {
  return (account) => ({
    code: (account && codes?.get(account)) || String(chance.below(1_000_000)).padStart(6, '0'),
    salt: chance.hex(8),
    references: Array.from({ length: 4 }, () => word(chance, 5)),
  })
}
