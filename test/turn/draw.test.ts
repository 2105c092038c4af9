import { expect, it } from 'vitest'
import { randomBytes } from 'node:crypto'
import { makeChance, makeDraw } from '../../src/turn/draw.ts'

const chance = { below: (n: number) => n - 1, hex: (bytes: number) => 'ab'.repeat(bytes) }

it('draws six digits, also when the number is small', () => {
  expect(makeDraw({ ...chance, below: () => 7 }, null)('HEL-A').code).toBe('000007')
})

it('gives a sample account its published code, and everybody else a drawn one', () => {
  const draw = makeDraw(chance, new Map([['HEL-A', '482913']]))
  expect(draw('HEL-A').code).toBe('482913')
  expect(draw('HEL-B').code).toBe('999999')
  expect(draw(null).code).toBe('999999')
})

it('makes references without letters and digits that look alike', () => {
  for (let n = 0; n < 31; n++) {
    const { references } = makeDraw({ ...chance, below: (most) => n % most }, null)(null)
    expect(references.join('')).not.toMatch(/[01ILO]/)
  }
})

it('draws every number as often as every other, and no byte twice', () => {
  const chance = makeChance(randomBytes)
  const counts = Array.from({ length: 31 }, () => 0)
  for (let n = 0; n < 31_000; n++) counts[chance.below(31)]! += 1
  expect(Math.min(...counts)).toBeGreaterThan(800)
  expect(Math.max(...counts)).toBeLessThan(1_200)
  expect(new Set(Array.from({ length: 2_000 }, () => chance.hex(8))).size).toBe(2_000)
})
