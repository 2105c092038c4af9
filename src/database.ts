import { isAbsolute, join } from 'node:path'
import type { Logger } from 'pino'
import type { Pool } from 'pg'
import type { Environment } from './config.ts'
import { joinEmbedded, startEmbedded } from './store/embedded.ts'
import { migrate, readMigrations } from './store/migrate.ts'
import { checkVersion, openPool } from './store/pool.ts'
import { projectRoot } from './flow-set.ts'
import { seedSamples } from './store/sample.ts'

export interface Database {
  pool: Pool
  url: string
  /** The database holds the sample creditor's accounts and nobody said where the world finds us. */
  sample: boolean
  close(): Promise<void>
}

interface Options {
  /** The hub owns the data folder; a command joins a running hub's server. */
  hub: boolean
  log: Pick<Logger, 'info' | 'warn' | 'error'>
  lost?: (error: Error) => void
  /** An empty database gets the sample accounts; an import leaves it to what is imported. */
  seed?: boolean
}

/** Opens the database of a process: `DATABASE_URL`, else the embedded server; migrated, and seeded when empty. */
export async function openDatabase(
  env: Environment,
  { hub, log, lost, seed = true }: Options,
): Promise<Database> {
  const dataDir = isAbsolute(env.DATA_DIR) ? env.DATA_DIR : join(projectRoot, env.DATA_DIR)
  const options = { dataDir, log, ...(lost ? { lost } : {}) }
  const server = env.DATABASE_URL
    ? null
    : await (hub ? startEmbedded(options) : joinEmbedded(options))
  const url = env.DATABASE_URL ?? server?.url ?? ''
  const pool = openPool(url, { max: hub ? 16 : 4 })
  const close = async () => {
    await pool.end()
    await server?.stop()
  }
  try {
    await checkVersion(pool)
    await migrate(pool, await readMigrations())
    const sample = env.PUBLIC_URL || !seed ? false : await seedSamples(pool)
    return { pool, url, sample, close }
  } catch (error) {
    await close()
    throw error
  }
}
