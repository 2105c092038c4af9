import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { randomUUID } from 'node:crypto'
import { parse } from 'yaml'
import { z } from 'zod'
import { eventKinds } from '../src/conversation/event.ts'
import { channels } from '../src/conversation/line.ts'
import { languages } from '../src/conversation/language.ts'
import { freshDatabase, type TestDatabase } from './support/postgres.ts'
import { readFlowSet } from '../src/flow-set.ts'
import { readSamples, seedSamples } from '../src/store/sample.ts'
import { startRehearsal, type Stage } from '../src/cli/rehearsal.ts'

const expectSchema = z.strictObject({
  flow: z.string().nullable().optional(),
  step: z.string().nullable().optional(),
  contains: z.array(z.string()).optional(),
  not_contains: z.array(z.string()).optional(),
  verified: z.boolean().optional(),
  grade: z.number().optional(),
  owner: z.string().optional(),
  commitments: z.array(z.record(z.string(), z.unknown())).optional(),
})

const scenarioSchema = z.strictObject({
  name: z.string(),
  language: z.enum(languages),
  channel: z.enum(channels),
  /** Left out: a number nobody knows. */
  account: z.string().optional(),
  /** The creditor's system opens the conversation. */
  opener: z.boolean().default(false),
  at: z.string(),
  turns: z.array(
    z.strictObject({
      says: z.union([z.string(), z.number()]).transform(String).nullable().optional(),
      event: z.enum(eventKinds).optional(),
      expect: expectSchema.optional(),
    }),
  ),
})

const root = join(import.meta.dirname, 'scenarios')
const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
  .map((entry) => join(entry.parentPath, entry.name))

let database: TestDatabase
let stage: Stage
beforeAll(async () => {
  database = await freshDatabase()
  stage = { pool: database.pool, flows: await readFlowSet(), samples: await readSamples() }
  await seedSamples(database.pool)
})
afterAll(() => database.drop())

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ').replace(/[’‘]/g, "'")

describe.each(files.map((file) => relative(root, file)))('%s', (file) => {
  const scenario = scenarioSchema.parse(parse(readFileSync(join(root, file), 'utf8')))
  it(scenario.name, async () => {
    const { account = null, channel, language, at, opener } = scenario
    const line = await startRehearsal(stage, {
      account,
      channel,
      language,
      at,
      session: randomUUID(),
    })
    let told = await (opener ? line.begin() : line.open())
    for (const { says, event, expect: wanted } of scenario.turns) {
      if (event) told = await line.happens(event)
      else if (says) told = await line.say(says)
      const words = plain(told.replies.join('\n'))
      const where = `after "${says ?? event}": ${words}`
      for (const part of wanted?.contains ?? []) expect(words, where).toContain(plain(part))
      for (const part of wanted?.not_contains ?? []) expect(words, where).not.toContain(plain(part))
      const { contains: _c, not_contains: _n, ...rest } = wanted ?? {}
      expect(told, where).toMatchObject(rest)
    }
    await line.close()
  })
})
