import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestDatabase } from '../support/postgres.ts'
import { freshDatabase } from '../support/postgres.ts'

const command = fileURLToPath(new URL('../../src/cli/import.ts', import.meta.url))

let database: TestDatabase
let folder: string

beforeAll(async () => {
  database = await freshDatabase()
  folder = mkdtempSync(join(tmpdir(), 'amiable-import-'))
})

afterAll(async () => {
  await database.drop()
  rmSync(folder, { recursive: true })
})

interface Ran {
  code: number
  stdout: string
  stderr: string
}

/** Runs the command as npm does: in the project's folder, for somebody who stands elsewhere. */
function runImport(...args: string[]): Promise<Ran> {
  const env = { ...process.env, DATABASE_URL: database.url, INIT_CWD: folder }
  return new Promise((resolve) => {
    execFile(process.execPath, [command, ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), stdout, stderr })
    })
  })
}

describe('npm run import', () => {
  it('takes files named from where the person stands, and counts what it did', async () => {
    writeFileSync(join(folder, 'customers.csv'), 'id,name\nC1,Madame Roy\n')
    const done = await runImport('customers.csv')
    expect(done).toEqual({ code: 0, stdout: 'customers: 1 read, 1 new or changed\n', stderr: '' })
    expect((await runImport('customers.csv')).stdout).toContain('0 new or changed')
  })

  it('exits 1 with each bad line by file and line', async () => {
    writeFileSync(join(folder, 'bad.csv'), 'id,name,language\nC2,Mr Reed,de\nC3,,en\n')
    const { code, stderr } = await runImport('bad.csv')
    expect(code).toBe(1)
    expect(stderr).toBe(
      'bad.csv:2: language "de": expected one of fr, en\n' +
        'bad.csv:3: name is missing: expected words\n' +
        'nothing was imported; faults: 2\n',
    )
  })

  it.each([
    [[], 'no file is named'],
    [['nowhere.csv'], 'nowhere.csv cannot be read'],
    [['--creditor', 'nobody', 'x.csv'], '--creditor "nobody": expected one of helia'],
  ])('says in a sentence what is missing: %j', async (args, sentence) => {
    const { code, stderr } = await runImport(...args)
    expect(code).toBe(1)
    expect(stderr).toContain(sentence)
  })
})
