import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TestDatabase } from '../support/postgres.ts'
import { emptyDatabase } from '../support/postgres.ts'
import { migrate, readMigrations } from '../../src/store/migrate.ts'

const script = fileURLToPath(new URL('../support/migrate-process.ts', import.meta.url))

let database: TestDatabase
let folder: string

beforeEach(async () => {
  database = await emptyDatabase()
  folder = mkdtempSync(join(tmpdir(), 'amiable-migrations-'))
})

afterEach(async () => {
  await database.drop()
  rmSync(folder, { recursive: true })
})

function write(name: string, sql: string): void {
  writeFileSync(join(folder, name), sql)
}

async function migrateFolder(): Promise<string[]> {
  return migrate(database.pool, await readMigrations(folder))
}

async function tables(): Promise<string[]> {
  const { rows } = await database.pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
  )
  return rows.map((row) => row.name)
}

describe('migrations', () => {
  it('are applied once and in order', async () => {
    write('0001_one.sql', 'create table one (n int)')
    write('0002_two.sql', 'insert into one values (2); alter table one rename to two')
    expect(await migrateFolder()).toEqual(['0001_one.sql', '0002_two.sql'])
    expect(await migrateFolder()).toEqual([])
    expect(await tables()).toEqual(['migration', 'two'])
  })

  it("build the project's own schema", async () => {
    expect((await migrate(database.pool))[0]).toBe('0001_ground.sql')
    expect(await tables()).toContain('conversation')
  })

  it('are applied once when two processes start together', async () => {
    write(
      '0001_one.sql',
      `create table one (n int); select pg_sleep(0.3); insert into one values (1)`,
    )
    write('0002_two.sql', 'insert into one values (2)')
    const run = promisify(execFile)
    const both = await Promise.all(
      [1, 2].map(() => run(process.execPath, [script, database.url, folder])),
    )
    const applied = both.flatMap(({ stdout }) => JSON.parse(stdout) as string[])
    expect(applied.sort()).toEqual(['0001_one.sql', '0002_two.sql'])
    const { rows } = await database.pool.query('select n from one order by n')
    expect(rows).toEqual([{ n: 1 }, { n: 2 }])
  })

  it('refuse to go on when one that was applied has been changed, and name it', async () => {
    write('0001_one.sql', 'create table one (n int)')
    await migrateFolder()
    write('0001_one.sql', 'create table one (n bigint)')
    await expect(migrateFolder()).rejects.toThrow('0001_one.sql was changed after it was applied')
  })

  it('do not mind the line ends a checkout chose', async () => {
    write('0001_one.sql', 'create table one (\n  n int\n)\n')
    await migrateFolder()
    write('0001_one.sql', 'create table one (\r\n  n int\r\n)\r\n')
    expect(await migrateFolder()).toEqual([])
  })

  it('leave nothing of one that fails, and name it', async () => {
    write('0001_one.sql', 'create table one (n int)')
    write('0002_two.sql', 'create table two (n int); select 1 / 0')
    await expect(migrateFolder()).rejects.toThrow('0002_two.sql failed: division by zero')
    expect(await tables()).toEqual(['migration', 'one'])
    write('0002_two.sql', 'create table two (n int)')
    expect(await migrateFolder()).toEqual(['0002_two.sql'])
  })

  it('let older code run on a newer database, as during a deployment', async () => {
    write('0001_one.sql', 'create table one (n int)')
    const older = await readMigrations(folder)
    write('0002_two.sql', 'create table two (n int)')
    await migrateFolder()
    expect(await migrate(database.pool, older)).toEqual([])
  })

  it.each(['one.sql', '0002_gap.sql', '0001_Upper.sql'])(
    'refuse the file name %s',
    async (name) => {
      write(name, 'select 1')
      await expect(readMigrations(folder)).rejects.toThrow(name)
    },
  )
})
