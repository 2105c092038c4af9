import { expect, it } from 'vitest'
import { systemClock } from '../../src/conversation/clock.ts'

it('tells whole milliseconds, which is what the journal keeps', () => {
  const now = systemClock.now()
  expect(now.epochNanoseconds % 1_000_000n).toBe(0n)
})
