import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Pool, PoolClient } from 'pg'
import { fail } from '../errors.ts'

/** One step of the schema: `0001_ground.sql`. */
export interface Migration {
  number: number
  name: string
  sql: string
  hash: string
}

interface Applied {
  number: number
  name: string
  hash: string
}

// Any number will do as long as nobody else takes it; it reads "amiable".
const migrationLock = 0x616d6961

const ledger = `
create table if not exists migration (
  number     int primary key,
  name       text not null,
  hash       text not null,
  applied_at timestamptz not null default now()
)`

const here = fileURLToPath(new URL('./migrations', import.meta.url))

/** Reads the numbered `.sql` files of a folder, in order. Throws on a name or number that is off. */
export async function readMigrations(folder: string = here): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()
  return Promise.all(
    files.map(async (name, index) => {
      const number = /^(\d{4})_[a-z0-9-]+\.sql$/.exec(name)?.[1]
      if (Number(number) !== index + 1)
        throw fail(
          'internal',
          `migration ${name}: expected number ${index + 1}, like 0001_ground.sql`,
        )
      const sql = (await readFile(`${folder}/${name}`, 'utf8')).replaceAll('\r\n', '\n')
      return { number: index + 1, name, sql, hash: hashOf(sql) }
    }),
  )
}

/** A name for a whole schema: it changes with any of its migrations. */
export function schemaHash(migrations: Migration[]): string {
  return hashOf(migrations.map((migration) => migration.hash).join()).slice(0, 16)
}

/**
 * Applies the migrations that are missing, each in a transaction of its own, and returns their names.
 * Two processes may start at once: one applies, the other waits and finds nothing to do. Migrations
 * newer than ours are left alone, so that old and new code run side by side during a deployment.
 * Throws when a migration that was applied has since been changed.
 */
export async function migrate(pool: Pool, migrations?: Migration[]): Promise<string[]> {
  const wanted = migrations ?? (await readMigrations())
  let missing = missingFrom(wanted, await readApplied(pool))
  const done: string[] = []
  while (missing[0]) {
    const next = missing[0]
    if (await applyUnlessApplied(pool, next)) done.push(next.name)
    missing = missingFrom(wanted, await readApplied(pool))
  }
  return done
}

async function readApplied(pool: Pool): Promise<Applied[]> {
  const { rows } = await pool.query(`select to_regclass('migration') is not null as there`)
  if (!rows[0].there) return []
  return (await pool.query<Applied>('select number, name, hash from migration order by number'))
    .rows
}

function missingFrom(wanted: Migration[], applied: Applied[]): Migration[] {
  const known = new Map(applied.map((row) => [row.number, row]))
  return wanted.filter((migration) => {
    const before = known.get(migration.number)
    if (before && before.hash !== migration.hash)
      throw fail(
        'internal',
        `migration ${migration.name} was changed after it was applied as ${before.name}: ` +
          'put it back and write the change as a new migration',
      )
    return !before
  })
}

async function applyUnlessApplied(pool: Pool, migration: Migration): Promise<boolean> {
  const client = await pool.connect()
  try {
    const applied = await inTransaction(client, () => apply(client, migration))
    client.release()
    return applied
  } catch (error) {
    client.release(true)
    const reason = error instanceof Error ? error.message : String(error)
    throw fail('internal', `migration ${migration.name} failed: ${reason}`, error)
  }
}

async function apply(client: PoolClient, { number, name, hash, sql }: Migration): Promise<boolean> {
  await client.query('select pg_advisory_xact_lock($1)', [migrationLock])
  await client.query(ledger)
  const { rowCount } = await client.query('select from migration where number = $1', [number])
  if (rowCount) return false
  await client.query(sql)
  await client.query('insert into migration (number, name, hash) values ($1, $2, $3)', [
    number,
    name,
    hash,
  ])
  return true
}

async function inTransaction<T>(client: PoolClient, work: () => Promise<T>): Promise<T> {
  await client.query('begin')
  const result = await work()
  await client.query('commit')
  return result
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
