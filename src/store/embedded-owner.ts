import { execFileSync } from 'node:child_process'
import { closeSync, existsSync, openSync, statSync } from 'node:fs'
import { fail } from '../errors.ts'

/** The system user a server runs as. */
export interface Owner {
  uid: number
  gid: number
}

/**
 * Who the server must run as: null for the user we are. PostgreSQL refuses root, so root runs it as
 * whoever already owns the cluster, else as `postgres`, else as `nobody`.
 */
export function ownerOf(cluster: string): Owner | null {
  if (process.getuid?.() !== 0) return null
  const owner = existsSync(cluster) ? statSync(cluster) : null
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const found = userNamed('postgres') ?? userNamed('nobody')
  if (found) return found
  throw fail(
    'config_invalid',
    'PostgreSQL does not run as root, and there is no user "postgres" or "nobody" to run it as: ' +
      'start as another user, or set DATABASE_URL',
  )
}

/**
 * Lends a cluster to a program that runs as `owner`. Root's folders may be closed to that user, so on
 * Linux the program gets the open folder itself, as file descriptor 3, instead of a way to it.
 */
export async function withReach<T>(
  folder: string,
  owner: Owner | null,
  work: (path: string, fds: number[]) => Promise<T>,
): Promise<T> {
  if (!owner || process.platform !== 'linux') return work(folder, [])
  const fd = openSync(folder, 'r')
  try {
    return await work('/proc/self/fd/3', [fd])
  } finally {
    closeSync(fd)
  }
}

function userNamed(name: string): Owner | null {
  const id = (flag: string): number =>
    Number(
      execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    )
  try {
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return null
  }
}
