import { expect, it } from 'vitest'
import fc from 'fast-check'
import { makeSerialQueue } from '../../src/turn/queue.ts'

it('runs tasks of one key in the order they came, whatever each takes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(3)), { maxLength: 30 }),
      async (tasks) => {
        const queue = makeSerialQueue()
        const done = new Map<string, number[]>()
        const run = async (key: string, ticks: number, n: number) => {
          for (let tick = 0; tick < ticks; tick++) await Promise.resolve()
          done.set(key, [...(done.get(key) ?? []), n])
        }
        await Promise.all(tasks.map(([key, ticks], n) => queue.run(key, () => run(key, ticks, n))))
        for (const order of done.values()) expect(order).toEqual([...order].sort((a, b) => a - b))
      },
    ),
  )
})

it('goes on after a task that fails, and tells its caller', async () => {
  const queue = makeSerialQueue()
  const failing = queue.run('a', () => Promise.reject(new Error('no')))
  const next = queue.run('a', () => Promise.resolve('yes'))
  await expect(failing).rejects.toThrow('no')
  await expect(next).resolves.toBe('yes')
  await queue.idle()
})
