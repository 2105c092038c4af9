import fc from 'fast-check'
import { expect, test } from 'vitest'
import { follow } from '../../../src/channels/chat/follow.ts'
import type { Entry } from '../../../src/conversation/hub.ts'
import { makeFakeHub } from '../../support/fake-hub.ts'

const line = { creditor: 'helia', channel: 'chat', ours: 'helia', theirs: 's' } as const

function following(hub: Pick<ReturnType<typeof makeFakeHub>, 'entries' | 'watch'>, after: number) {
  const pushed: Entry[] = []
  const caughtUp: number[] = []
  const failures: unknown[] = []
  const { stop, look } = follow({
    hub,
    line,
    after,
    push: (entry) => pushed.push(entry),
    caughtUp: (reached) => caughtUp.push(reached),
    failed: (error) => failures.push(error),
  })
  return { pushed, caughtUp, failures, stop, look }
}

const settled = () => new Promise((done) => setImmediate(done))

test('in order, none twice, none left out, however the news comes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(5),
      fc.array(fc.constantFrom('say', 'look', 'wait', 'say twice'), { maxLength: 20 }),
      async (before, acts) => {
        const hub = makeFakeHub()
        for (let n = 0; n < before; n++) hub.say(line, 'before')
        const page = following(hub, 0)
        for (const act of acts) {
          if (act.startsWith('say')) hub.say(line, act)
          if (act === 'say twice') hub.say(line, act)
          if (act === 'look') page.look()
          if (act === 'wait') await settled()
        }
        await settled()
        const all = await hub.entries(line, 0)
        expect(page.pushed).toEqual(all)
        expect(page.caughtUp).toHaveLength(1)
      },
    ),
  )
})

test('who stopped is told nothing more, not even what is being read', async () => {
  const hub = makeFakeHub()
  hub.say(line, 'a')
  const page = following(hub, 0)
  page.stop()
  await settled()
  expect([page.pushed, page.caughtUp, hub.watched()]).toEqual([[], [], 0])
})

test('a failure while reading is told once, and none after stopping', async () => {
  const hub = makeFakeHub()
  hub.control.failing = true
  const page = following(hub, 0)
  const stopped = following(hub, 0)
  stopped.stop()
  await settled()
  expect(page.failures).toHaveLength(1)
  expect(stopped.failures).toEqual([])
})
