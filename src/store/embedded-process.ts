import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What a server says of itself in its `postmaster.pid`. */
export interface Postmaster {
  pid: number
  socketFolder: string
  port: number
  ready: boolean
}

/** True while a process with this number runs, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Reads a cluster's `postmaster.pid`; null where there is none.
 * Format: https://www.postgresql.org/docs/18/storage-file-layout.html and miscadmin.h (LOCK_FILE_LINE_*).
 */
export function readPostmaster(cluster: string): Postmaster | null {
  const lines = readLines(join(cluster, 'postmaster.pid'))
  if (!lines[0]) return null
  return {
    pid: Math.abs(Number(lines[0])),
    port: Number(lines[3]),
    socketFolder: lines[4] ?? '',
    ready: lines[7]?.trim() === 'ready',
  }
}

/**
 * True when that process is the server of this cluster. After a crash or a reboot the number may
 * belong to somebody else, and PostgreSQL would then refuse to start.
 */
export function servesCluster(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false
  if (process.platform !== 'linux') return true
  try {
    const works = statSync(`/proc/${pid}/cwd`)
    const data = statSync(cluster)
    return works.ino === data.ino && works.dev === data.dev
  } catch {
    return false
  }
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch {
    return []
  }
}
