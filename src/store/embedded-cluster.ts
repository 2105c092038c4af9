import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { chown, mkdir, mkdtemp, open, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Binaries } from './embedded-binaries.ts'
import type { Owner } from './embedded-owner.ts'
import { isAlive } from './embedded-process.ts'
import { initialise } from './embedded-initdb.ts'
import { fail } from '../errors.ts'

/** What the data folder holds: the cluster, the password of its one user, the server's log. */
export interface Cluster {
  folder: string
  password: string
  log: string
}

/** Where the cluster of a data folder is, whether or not it exists yet. */
export function clusterFolder(dataDir: string): string {
  return join(dataDir, 'postgres', 'cluster')
}

/** True when the cluster has been made; it then also has its password. */
export function hasCluster(dataDir: string): boolean {
  return existsSync(join(dataDir, 'postgres'))
}

/** Reads the cluster of a data folder; throws when another major version made it. */
export function readCluster(dataDir: string, binaries: Binaries): Cluster {
  const folder = clusterFolder(dataDir)
  const password = readFileSync(join(dataDir, 'postgres', 'password'), 'utf8')
  const made = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
  if (made !== binaries.version.split('.')[0])
    throw fail(
      'config_invalid',
      `${folder} was made by PostgreSQL ${made} and this is ${binaries.version}: ` +
        'move the data with pg_dump, or choose another DATA_DIR',
    )
  return { folder, password, log: join(dataDir, 'postgres', 'server.log') }
}

/**
 * Makes a cluster where there is none: in a folder beside, moved into place whole, so that neither a
 * crash half-way nor two processes at once can leave a broken one.
 */
export async function makeCluster(
  dataDir: string,
  binaries: Binaries,
  owner: Owner | null,
): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  await removeAbandoned(dataDir)
  const half = await mkdtemp(join(dataDir, `postgres-new-${process.pid}-`))
  const password = randomBytes(24).toString('base64url')
  await writeFile(join(half, 'password'), password, { mode: 0o600 })
  const folder = join(half, 'cluster')
  await mkdir(folder, { mode: 0o700 })
  if (owner) await chown(folder, owner.uid, owner.gid)
  await initialise(folder, password, binaries, owner)
  await rename(half, join(dataDir, 'postgres')).catch(async (error) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    await rm(half, { recursive: true })
  })
  await syncFolder(dataDir)
}

async function removeAbandoned(dataDir: string): Promise<void> {
  const halves = readdirSync(dataDir).filter((name) => name.startsWith('postgres-new-'))
  const abandoned = halves.filter((name) => !isAlive(Number(name.split('-')[2])))
  for (const name of abandoned) await rm(join(dataDir, name), { recursive: true, force: true })
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync()
  await handle.close()
}
