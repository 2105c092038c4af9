import pg from 'pg'
import { fail } from '../errors.ts'

const oldestVersion = 15

// What PostgreSQL calls its types, by number (select oid, typname from pg_type).
const oids = { int8: 20, date: 1082, timestamptz: 1184 } as const

/** Reads a 64-bit integer as a number; refuses one a number cannot hold exactly. */
function readInteger(text: string): number {
  const number = Number(text)
  if (Number.isSafeInteger(number)) return number
  throw fail('internal', `the database holds ${text}, more than a number can hold exactly`)
}

const parsers = new Map<number, (text: string) => unknown>([
  [oids.int8, readInteger],
  [oids.date, (text) => text],
  [oids.timestamptz, (text) => Temporal.Instant.from(text).toString()],
])

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format: 'text' | 'binary' | undefined) =>
    (format !== 'binary' && parsers.get(oid)) ||
    pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
}

export interface PoolOptions {
  /** Most connections at once. */
  max?: number
  /** How the connections show in pg_stat_activity. */
  name?: string
  /** Told of a connection that broke while idle; the pool replaces it by itself. */
  broken?: (error: Error) => void
}

/**
 * Opens a pool on a database. Rows come back as the domain's types: `bigint` as a number, `date` as
 * an ISO day, `timestamptz` as an ISO instant. `numeric` stays a string: cast sums to `bigint`.
 */
export function openPool(url: string, options: PoolOptions = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    application_name: options.name ?? 'amiable',
    connectionTimeoutMillis: 10_000,
    types,
  })
  // Without a listener a connection lost while idle would end the process.
  pool.on('error', options.broken ?? (() => {}))
  return pool
}

/** Throws `store_unavailable` when the server cannot be reached or is older than PostgreSQL 15. */
export async function checkVersion(pool: pg.Pool): Promise<void> {
  const { rows } = await pool
    .query<{ version: string; number: number }>(
      `select current_setting('server_version') as version,
              current_setting('server_version_num')::int as number`,
    )
    .catch((error: Error) => {
      throw fail('store_unavailable', `the database does not answer: ${error.message}`, error)
    })
  const found = rows[0]
  if (found && found.number >= oldestVersion * 10_000) return
  throw fail(
    'store_unavailable',
    `the database is PostgreSQL ${found?.version}; version ${oldestVersion} or newer is needed`,
  )
}
