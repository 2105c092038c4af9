import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import type { Pool } from 'pg'
import { joinEmbedded } from '../../src/store/embedded.ts'
import { migrate, readMigrations, schemaHash } from '../../src/store/migrate.ts'
import { openPool } from '../../src/store/pool.ts'

export interface TestDatabase {
  url: string
  pool: Pool
  /** Ends the pool and drops the database. */
  drop(): Promise<void>
}

// What is lost in a power cut does not matter here, and keeping it costs every commit.
const fast = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200']

const templateLock = 0x74657374

let server: Promise<string> | undefined

/**
 * Gives a new, migrated database, for one test file or one test. It is copied from a template, on the
 * server of `TEST_DATABASE_URL` or else on one of this run's own.
 */
export async function freshDatabase(): Promise<TestDatabase> {
  const admin = await openAdmin()
  const template = await templateDatabase(admin)
  return newDatabase(admin, `template ${template}`)
}

/** Gives a new database without any table. */
export async function emptyDatabase(): Promise<TestDatabase> {
  return newDatabase(await openAdmin(), '')
}

async function newDatabase(admin: Pool, from: string): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await admin.query(`create database ${name} ${from}`)
  const url = await urlOf(name)
  const pool = openPool(url, { max: 10 })
  const drop = async (): Promise<void> => {
    await pool.end()
    await admin.query(`drop database if exists ${name} with (force)`)
    await admin.end()
  }
  return { url, pool, drop }
}

/** One template a schema; its name changes with the migrations, so an old one is never taken for it. */
async function templateDatabase(admin: Pool): Promise<string> {
  const migrations = await readMigrations()
  const name = `template_${schemaHash(migrations)}`
  await admin.query('select pg_advisory_lock($1)', [templateLock])
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [name])
  if (!rowCount) {
    const half = `half_${randomUUID().replaceAll('-', '')}`
    await admin.query(`create database ${half}`)
    const pool = openPool(await urlOf(half), { max: 1 })
    await migrate(pool, migrations).finally(() => pool.end())
    await admin.query(`alter database ${half} rename to ${name}`)
  }
  await admin.query('select pg_advisory_unlock($1)', [templateLock])
  return name
}

/** One connection, so that a lock taken on it is its own. */
async function openAdmin(): Promise<Pool> {
  return openPool(await serverUrl(), { max: 1 })
}

async function serverUrl(): Promise<string> {
  server ??= process.env.TEST_DATABASE_URL
    ? Promise.resolve(process.env.TEST_DATABASE_URL)
    : joinEmbedded({ ...inject('postgres'), settings: fast, log: { info: () => {} } }).then(
        ({ url }) => url,
      )
  return server
}

async function urlOf(database: string): Promise<string> {
  const [address = '', options] = (await serverUrl()).split('?')
  return [address.replace(/\/[^/]*$/, `/${database}`), options].filter(Boolean).join('?')
}
