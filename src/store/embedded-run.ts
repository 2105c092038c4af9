import { spawnSync } from 'node:child_process'
import { accessSync, closeSync, constants, existsSync, openSync } from 'node:fs'
import { chown, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Owner } from './embedded-owner.ts'
import { fail } from '../errors.ts'

/**
 * Makes the folder of one run of a server: its socket, and the pipe `holders`. It is short, for a
 * socket's path may hold 107 bytes, and closed to everybody but the server's user.
 */
export async function makeRunFolder(owner: Owner | null): Promise<string> {
  const folder = await mkdtemp(join(temporaryFolder(), 'amiable-'))
  if (owner) await chown(folder, owner.uid, owner.gid)
  return folder
}

function temporaryFolder(): string {
  try {
    accessSync('/tmp', constants.W_OK | constants.X_OK)
    return '/tmp'
  } catch {
    return tmpdir()
  }
}

/** Makes the pipe that everybody who needs the server keeps open, and opens it; a pipe there is kept. */
export function makeHolders(run: string, owner: Owner | null): number {
  const pipe = join(run, 'holders')
  if (!existsSync(pipe)) {
    const made = spawnSync('mkfifo', ['-m', '600', pipe], { ...owner, encoding: 'utf8' })
    if (made.status !== 0)
      throw fail('config_invalid', `mkfifo ${pipe} failed: ${made.error?.message ?? made.stderr}`)
  }
  // Read and write: opening for writing alone would wait for a reader.
  return openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK)
}

/**
 * Holds the server of a run: it stays up until every holder let go or died, however it died, for then
 * the system closes the pipe. Returns the way to let go; null when the server is already going.
 */
export function hold(run: string): (() => void) | null {
  try {
    const fd = openSync(join(run, 'holders'), constants.O_WRONLY | constants.O_NONBLOCK)
    return () => closeSync(fd)
  } catch {
    return null
  }
}

/** True while the server of a run has not been told to stop. */
export function isHeld(run: string): boolean {
  return existsSync(join(run, 'holders'))
}
