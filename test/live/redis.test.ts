import { createClient } from 'redis'
import { expect, test } from 'vitest'
import { makeRedisLive } from '../../src/live/redis.ts'
import type { Live } from '../../src/live/live.ts'
import { noRedis, startRedis } from './redis-server.ts'

const given = process.env.TEST_REDIS_URL
const quiet = { warn: () => {}, info: () => {} }
const hub = (url: string, id: string) => {
  const live = makeRedisLive({ url, id, chance: () => 0.2, log: quiet })
  return { ...live, [Symbol.asyncDispose]: live.close }
}
const server = async () =>
  given
    ? {
        url: given,
        start: async () => {},
        stop: async () => {},
        [Symbol.asyncDispose]: async () => {},
      }
    : startRedis()

/** Resolves when the topic is heard on `to` while `from` goes on saying it. */
async function hears(from: Live, to: Live, topic: string): Promise<void> {
  await new Promise<void>((heard) => {
    const again = setInterval(() => from.publish(topic), 10)
    const stop = to.watch(topic, () => {
      clearInterval(again)
      stop()
      heard()
    })
  })
}

const skipped = given ? null : noRedis
const suite = skipped ? `news over Redis: ${skipped}` : 'news over Redis'

test.skipIf(skipped)(`${suite}: reaches another process, and its own at once`, async () => {
  await using redis = await server()
  await using one = hub(redis.url, 'one')
  await using two = hub(redis.url, 'two')
  await hears(one, two, 'line:a b c')
  await hears(two, one, 'line:é')
})

test.skipIf(skipped)(`${suite}: is heard once where it was said`, async () => {
  await using redis = await server()
  await using one = hub(redis.url, 'one')
  await using two = hub(redis.url, 'two')
  await hears(one, two, 'warm')
  await hears(two, one, 'warm')
  let heard = 0
  one.watch('a', () => heard++)
  one.publish('a')
  const last = new Promise<void>((done) => {
    one.watch('b', done)
  })
  const other = new Promise<void>((done) => {
    two.watch('a', () => done())
  })
  await other
  two.publish('b')
  await last
  expect(heard).toBe(1)
})

test.skipIf(skipped || given)(
  `${suite}: lost while Redis was away, everybody reads again when it is back`,
  async () => {
    await using redis = await server()
    await using one = hub(redis.url, 'one')
    await using two = hub(redis.url, 'two')
    await hears(one, two, 'a')
    await redis.stop()
    const local = new Promise<void>((heard) => {
      const stop = one.watch('local', () => {
        stop()
        heard()
      })
    })
    one.publish('local')
    await local
    const again = new Promise<void>((heard) => {
      two.watch('missed', heard)
    })
    await redis.start()
    await again
    await hears(one, two, 'b')
  },
)

test.skipIf(skipped || given)(`${suite}: starts without Redis and finds it later`, async () => {
  await using redis = await server()
  await redis.stop()
  await using one = hub(redis.url, 'one')
  await using two = hub(redis.url, 'two')
  await hears(one, one, 'alone')
  await redis.start()
  await hears(one, two, 'together')
})

test.skipIf(skipped)(`${suite}: survives what strangers publish`, async () => {
  await using redis = await server()
  await using one = hub(redis.url, 'one')
  await using two = hub(redis.url, 'two')
  await hears(one, two, 'a')
  const stranger = createClient({ url: redis.url })
  await stranger.connect()
  for (const noise of ['', ' ', 'no-topic', '\u0000']) await stranger.publish('amiable:live', noise)
  stranger.destroy()
  await hears(one, two, 'b')
})
