import { expect, test } from 'vitest'
import { makeRateLimit } from '../../src/live/rate-limit.ts'

function limited(most: number, windowMs: number) {
  let now = Temporal.Instant.from('2026-11-21T12:00:00Z')
  const limit = makeRateLimit(most, windowMs, { now: () => now })
  const later = (milliseconds: number) => (now = now.add({ milliseconds }))
  return { take: limit.take, later }
}

test('allows so many in a window, then says how long to wait', () => {
  const { take, later } = limited(2, 10_000)
  expect(take('a')).toBe(0)
  later(4_000)
  expect(take('a')).toBe(0)
  expect(take('a')).toBe(6_000)
  later(6_000)
  expect(take('a')).toBe(0)
  expect(take('a')).toBe(4_000)
})

test('counts each key for itself', () => {
  const { take } = limited(1, 10_000)
  expect([take('a'), take('b'), take('a')]).toEqual([0, 0, 10_000])
})

test('an attempt that was refused does not prolong the wait', () => {
  const { take, later } = limited(1, 10_000)
  take('a')
  later(9_000)
  expect(take('a')).toBe(1_000)
  later(1_000)
  expect(take('a')).toBe(0)
})

test('forgets the oldest key rather than growing without end', () => {
  const { take } = limited(1, 10_000)
  take('first')
  for (let key = 0; key < 10_000; key++) take(String(key))
  expect(take('first')).toBe(0)
})
