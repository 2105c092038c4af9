import { expect, test } from 'vitest'
import { makeInProcessLive } from '../../src/live/in-process.ts'

const news = (live: ReturnType<typeof makeInProcessLive>, topic: string) =>
  new Promise<void>((heard) => {
    const stop = live.watch(topic, () => {
      stop()
      heard()
    })
  })

test('everybody who watches a topic hears of it, and nobody else', async () => {
  const live = makeInProcessLive()
  const others: string[] = []
  live.watch('b', () => others.push('b'))
  const both = Promise.all([news(live, 'a'), news(live, 'a')])
  live.publish('a')
  await both
  expect(others).toEqual([])
})

test('who stopped hears nothing more, also when stopping twice', async () => {
  const live = makeInProcessLive()
  const heard: number[] = []
  const stop = live.watch('a', () => heard.push(1))
  live.watch('a', () => heard.push(2))
  stop()
  stop()
  const last = news(live, 'a')
  live.publish('a')
  await last
  expect(heard).toEqual([2])
})

test('a watcher that fails keeps the news from nobody', async () => {
  const live = makeInProcessLive()
  live.watch('a', () => {
    throw new Error('a bad watcher')
  })
  const heard = news(live, 'a')
  live.publish('a')
  await heard
})

test('the same function watching twice is told twice, and stops one by one', async () => {
  const live = makeInProcessLive()
  let heard = 0
  const count = () => heard++
  const stop = live.watch('a', count)
  live.watch('a', count)
  stop()
  const last = news(live, 'a')
  live.publish('a')
  await last
  expect(heard).toBe(1)
})

test('after closing nobody hears anything', async () => {
  const live = makeInProcessLive()
  let heard = 0
  live.watch('a', () => heard++)
  await live.close()
  live.publish('a')
  await Promise.resolve()
  expect(heard).toBe(0)
})
