import type { Draw } from '../conversation/decision.ts'

/** Where chance comes from; the edge makes it of `node:crypto`, tests of a counter. */
export interface Chance {
  /** A whole number from 0 to `below` - 1. */
  below(below: number): number
  /** Hex digits. */
  hex(bytes: number): string
}

const pageBytes = 4_096

/** Chance from a source of random bytes, read in pages; each byte is used once. */
export function makeChance(randomBytes: (count: number) => Buffer): Chance {
  let page: Buffer = Buffer.alloc(0)
  let used = 0
  const take = (count: number): Buffer => {
    if (used + count > page.length) {
      page = randomBytes(pageBytes)
      used = 0
    }
    used += count
    return page.subarray(used - count, used)
  }
  return {
    // Numbers past the last whole multiple are drawn again, so that none comes more often.
    below(below) {
      const most = 2 ** 32 - (2 ** 32 % below)
      for (;;) {
        const drawn = take(4).readUInt32LE()
        if (drawn < most) return drawn % below
      }
    },
    hex: (count) => take(count).toString('hex'),
  }
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
