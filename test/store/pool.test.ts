import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Pool } from 'pg'
import type { TestDatabase } from '../support/postgres.ts'
import { emptyDatabase } from '../support/postgres.ts'
import { checkVersion, openPool } from '../../src/store/pool.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await emptyDatabase()
})

afterAll(() => database.drop())

async function valueOf(expression: string): Promise<unknown> {
  const { rows } = await database.pool.query(`select ${expression} as value`)
  return rows[0].value
}

describe('a pool', () => {
  it('reads a bigint as a number, and refuses one that a number cannot hold', async () => {
    expect(await valueOf('9007199254740991::bigint')).toBe(9007199254740991)
    expect(await valueOf('count(*)')).toBe(1)
    await expect(valueOf('9007199254740993::bigint')).rejects.toThrow('9007199254740993')
  })

  it('reads a date as its day, in whatever zone the process runs', async () => {
    expect(await valueOf(`date '2026-12-05'`)).toBe('2026-12-05')
  })

  it('reads a moment as an instant, to the microsecond, whatever the zone of the session', async () => {
    const { rows } = await database.pool.query(
      `select set_config('timezone', 'Europe/Paris', true),
              timestamptz '2026-11-21 10:00:00.123456+01' as value`,
    )
    expect(rows[0].value).toBe('2026-11-21T09:00:00.123456Z')
  })

  it('outlives a connection that was cut while idle', async () => {
    const broken: Error[] = []
    const pool = openPool(database.url, { max: 1, broken: (error) => broken.push(error) })
    const { rows } = await pool.query('select pg_backend_pid() as pid')
    await database.pool.query('select pg_terminate_backend($1)', [rows[0].pid])
    await expect.poll(() => broken.length).toBe(1)
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    await pool.end()
  })
})

describe('the version check', () => {
  it('accepts the server of the tests', async () => {
    await expect(checkVersion(database.pool)).resolves.toBeUndefined()
  })

  it('names the version it found and the one it needs', async () => {
    const old = { query: async () => ({ rows: [{ version: '14.2', number: 140002 }] }) }
    await expect(checkVersion(old as unknown as Pool)).rejects.toThrow(
      'PostgreSQL 14.2; version 15 or newer',
    )
  })

  it('says in a sentence that nobody answers', async () => {
    const pool = openPool('postgres://nobody@127.0.0.1:1/none')
    await expect(checkVersion(pool)).rejects.toMatchObject({ code: 'store_unavailable' })
    await pool.end()
  })
})
