import { expect, test } from 'vitest'
import { makeTalk } from '../../../../src/channels/chat/web/talk.ts'
import type { Pending, TalkState } from '../../../../src/channels/chat/web/talk-state.ts'
import { makeFakeEnv, said } from './fake-env.ts'

function talking(kept?: Pending[]) {
  const fake = makeFakeEnv(kept)
  let state: TalkState | null = null
  const talk = makeTalk(fake.env, 'fr', (next) => (state = next))
  return { ...fake, talk, state: () => state as unknown as TalkState }
}
const ack = (clientMsgId: string, entry: number) => ({ type: 'ack' as const, clientMsgId, entry })

test('a first visit reads the line from the start and asks to be greeted', async () => {
  const { talk, comesUp, sent } = talking()
  talk.start()
  await comesUp()
  expect(sent('resume')).toEqual([{ type: 'resume', after: 0 }])
  expect(sent('open')).toEqual([{ type: 'open', language: 'fr' }])
})

test('a return reads on from the last entry, and nothing is shown twice', async () => {
  const { talk, comesUp, sent, wire, pass, state, hears } = talking()
  talk.start()
  await comesUp([said(1), said(2)])
  expect(sent('open')).toEqual([])
  wire().events.closed(1006)
  expect(state().link).toBe('away')
  await pass(1_000)
  await comesUp([said(2), said(3)])
  expect(sent('resume')).toEqual([{ type: 'resume', after: 2 }])
  hears(said(3))
  hears(said(4))
  expect(state().entries.map(({ entry }) => entry)).toEqual([1, 2, 3, 4])
  expect(state().link).toBe('online')
})

test('a message is waiting, then held, then an entry, and is shown once in each', async () => {
  const { talk, comesUp, sent, state, hears } = talking()
  talk.start()
  await comesUp([said(1)])
  talk.say('  bonjour  ')
  talk.say('   ')
  expect(sent('message')).toEqual([{ type: 'message', clientMsgId: 'id-1', text: 'bonjour' }])
  expect(state().pending).toEqual([{ id: 'id-1', text: 'bonjour', state: 'waiting' }])
  hears(ack('id-1', 2))
  expect(state().pending).toMatchObject([{ state: 'held' }])
  hears(said(2, 'bonjour', { who: 'customer', id: 'id-1' }))
  expect(state().pending).toEqual([])
  expect(state().entries.map(({ text }) => text)).toEqual(['text 1', 'bonjour'])
})

test('messages written without a connection leave in order, one at a time, when it is there', async () => {
  const { talk, comesUp, sent, hears, stored } = talking()
  talk.say('un')
  talk.say('deux')
  expect(stored()).toHaveLength(2)
  talk.start()
  await comesUp([said(1)])
  expect(sent('message')).toMatchObject([{ text: 'un' }])
  hears(ack('id-1', 2))
  expect(sent('message')).toMatchObject([{ text: 'un' }, { text: 'deux' }])
})

test('a message whose acknowledgement was lost leaves again under the same id', async () => {
  const { talk, comesUp, sent, wire, pass } = talking()
  talk.start()
  await comesUp([said(1)])
  talk.say('un')
  wire().events.closed(1006)
  await pass(1_000)
  await comesUp([said(1)])
  expect(sent('message')).toEqual([{ type: 'message', clientMsgId: 'id-1', text: 'un' }])
})

test('a message that arrived although nobody said so is not sent again', async () => {
  const { talk, comesUp, sent, wire, pass, state } = talking()
  talk.start()
  await comesUp([said(1)])
  talk.say('un')
  wire().events.closed(1006)
  await pass(1_000)
  await comesUp([said(2, 'un', { who: 'customer', id: 'id-1' })])
  expect(sent('message')).toEqual([])
  expect(state().pending).toEqual([])
})

test('a hub that does not answer is called anew', async () => {
  const { talk, comesUp, dials, pass, wire } = talking()
  talk.start()
  await comesUp([said(1)])
  talk.say('un')
  const first = wire()
  await pass(10_000)
  expect(first.closed).toBe(true)
  await pass(1_000)
  expect(dials).toHaveLength(2)
})

test('a hub that could not hold a message gets it again', async () => {
  const { talk, comesUp, sent, pass, hears, dials } = talking()
  talk.start()
  await comesUp([said(1)])
  talk.say('un')
  hears({ type: 'error', code: 'try_later', clientMsgId: 'id-1' })
  await pass(3_000)
  expect(sent('message')).toHaveLength(2)
  hears(ack('id-1', 2))
  await pass(60_000)
  expect(dials).toHaveLength(1)
})

test('a long queue leaves no faster than the hub allows', async () => {
  const { talk, comesUp, sent, pass, hears } = talking()
  for (let n = 1; n <= 12; n++) talk.say(`message ${n}`)
  talk.start()
  await comesUp([said(1)])
  for (let n = 1; n <= 9; n++) hears(ack(`id-${n}`, n + 1))
  expect(sent('message')).toHaveLength(9)
  await pass(9_999)
  expect(sent('message')).toHaveLength(9)
  await pass(1)
  expect(sent('message')).toHaveLength(10)
})

test('what was written before a reload leaves after it', async () => {
  const { talk, comesUp, sent } = talking([{ id: 'old', text: 'avant', state: 'waiting' }])
  talk.start()
  await comesUp([said(1)])
  expect(sent('message')).toMatchObject([{ clientMsgId: 'old', text: 'avant' }])
})

test('another session is another line: what was said on the old one is gone', async () => {
  const { talk, comesUp, control, sent, wire, pass, state } = talking()
  talk.start()
  await comesUp([said(1), said(2)])
  control.session = 's-2'
  wire().events.closed(4401)
  await pass(1_000)
  await comesUp()
  expect(sent('resume')).toEqual([{ type: 'resume', after: 0 }])
  expect(state().entries).toEqual([])
})

test('writing is shown until words come, six seconds at most', async () => {
  const { talk, comesUp, pass, hears, state } = talking()
  talk.start()
  await comesUp([said(1)])
  hears({ type: 'typing' })
  hears(said(2, 'moi', { who: 'customer', id: 'x' }))
  expect(state().typing).toBe(true)
  hears(said(3))
  expect(state().typing).toBe(false)
  hears({ type: 'typing' })
  await pass(6_000)
  expect(state().typing).toBe(false)
})
