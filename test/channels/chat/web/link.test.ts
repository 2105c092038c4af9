import { expect, test } from 'vitest'
import { makeLink } from '../../../../src/channels/chat/web/link.ts'
import { makeFakeEnv } from './fake-env.ts'

function linked() {
  const fake = makeFakeEnv()
  const told: string[] = []
  const link = makeLink(fake.env, {
    connecting: () => told.push('connecting'),
    ready: (session) => told.push(`ready ${session}`),
    frame: ({ type }) => told.push(type),
    lost: () => told.push('lost'),
  })
  return { ...fake, link, told }
}

test('says who it is first, then is ready', async () => {
  const { link, told, settle, wire, hears } = linked()
  link.start()
  link.start()
  await settle()
  wire().events.opened()
  hears({ type: 'ready' })
  expect(wire().sent).toEqual([{ type: 'auth', token: 'token of s-1' }])
  expect(told).toEqual(['connecting', 'ready s-1'])
})

test('comes back after pauses that grow to half a minute, and short again once it was well', async () => {
  const { link, dials, settle, pass, wire } = linked()
  link.start()
  await settle()
  for (const pause of [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]) {
    const before = dials.length
    wire().events.closed(1006)
    await pass(pause - 1)
    expect(dials).toHaveLength(before)
    await pass(1)
    expect(dials).toHaveLength(before + 1)
  }
  link.steady()
  wire().events.closed(1006)
  await pass(1_000)
  expect(dials).toHaveLength(9)
})

test('waits as long as a restart takes', async () => {
  const { link, dials, settle, pass, wire, hears } = linked()
  link.start()
  await settle()
  hears({ type: 'restart', retryAfterMs: 5_000 })
  wire().events.closed(1012)
  await pass(5_999)
  expect(dials).toHaveLength(1)
  await pass(1)
  expect(dials).toHaveLength(2)
})

test('does not wait for the end of a pause when the network is back', async () => {
  const { link, dials, settle, wire, waitingTimers } = linked()
  link.start()
  await settle()
  wire().events.closed(1006)
  link.hurry()
  await settle()
  expect(dials).toHaveLength(2)
  expect(waitingTimers()).toBe(0)
  link.hurry()
  await settle()
  expect(dials).toHaveLength(2)
})

test('asks for another session only when its token was refused', async () => {
  const { link, asked, settle, pass, wire } = linked()
  link.start()
  await settle()
  wire().events.closed(4401)
  await pass(1_000)
  wire().events.closed(1006)
  await pass(2_000)
  expect(asked).toEqual([false, true, false])
})

test('without a network it goes on trying', async () => {
  const { link, control, dials, told, settle, pass } = linked()
  control.reachable = false
  link.start()
  await settle()
  expect(told).toEqual(['connecting', 'lost'])
  control.reachable = true
  await pass(1_000)
  expect(dials).toHaveLength(1)
})

test('a connection that was given up is not heard any more', async () => {
  const { link, dials, told, settle, pass } = linked()
  link.start()
  await settle()
  link.redial()
  await pass(1_000)
  expect([dials.length, dials[0]?.closed]).toEqual([2, true])
  dials[0]?.events.received('{"type":"typing"}')
  dials[0]?.events.closed(1006)
  await pass(60_000)
  expect(dials).toHaveLength(2)
  expect(told).not.toContain('typing')
})

test('stopped is stopped, also between asking for a session and dialling', async () => {
  const { link, dials, settle, pass, waitingTimers } = linked()
  link.start()
  link.stop()
  await settle()
  await pass(60_000)
  expect([dials.length, waitingTimers()]).toEqual([0, 0])
})
