import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { channels } from '../../src/conversation/line.ts'

const folder = join(import.meta.dirname, '../../src/channels')

test.each(channels)('the %s channel has the same five files as the others', (channel) => {
  const files = readdirSync(join(folder, channel))
  const five = ['verify.ts', 'parse.ts', 'render.ts', 'send.ts', 'routes.ts']
  expect(files).toEqual(expect.arrayContaining(five))
})

test('every folder is a channel the domain knows', () => {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isDirectory())
  expect(folders.map(({ name }) => name).sort()).toEqual([...channels].sort())
})
