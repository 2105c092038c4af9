import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive } from '../../src/store/embedded-process.ts'

// Not the system's own temporary folder: that may be deep, and the path of a socket must be short.
const folder = '/tmp'
const prefix = 'amiable-tests-'

/** Makes a folder that `removeAbandoned` of a later run clears should this process be killed. */
export function makeTemporary(): string {
  return mkdtempSync(join(folder, `${prefix}${process.pid}-`))
}

/** Removes what test runs that were killed left behind. */
export function removeAbandoned(): void {
  for (const name of readdirSync(folder)) {
    const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length).split('-')[0]) : NaN
    if (!(pid > 0) || isAlive(pid)) continue
    // Root may have run tests here too; what is theirs stays.
    const ours = statSync(join(folder, name)).uid === process.getuid?.() || process.getuid?.() === 0
    if (ours) rmSync(join(folder, name), { recursive: true, force: true })
  }
}
