import { chownSync, closeSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { TestProject } from 'vitest/node'
import { isAlive } from '../../src/store/embedded-process.ts'
import { makeHolders } from '../../src/store/embedded-run.ts'
import { ownerOf } from '../../src/store/embedded-owner.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the run's database goes; it is made when the first test asks for one. */
    postgres: { dataDir: string; run: string }
  }
}

const prefix = 'amiable-tests-'

/**
 * Prepares one PostgreSQL for the whole run, without starting it: a run of pure tests pays nothing.
 * The server lives as long as this process holds its pipe, so none is left when the run is killed;
 * what then stays on the disk is cleared by the next run.
 */
export default function setup(project: TestProject): () => Promise<void> {
  removeAbandoned()
  const dataDir = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`))
  const owner = ownerOf(dataDir)
  const run = mkdtempSync('/tmp/amiable-run-')
  if (owner) chownSync(run, owner.uid, owner.gid)
  const holders = makeHolders(run, owner)
  project.provide('postgres', { dataDir, run })
  return async () => {
    closeSync(holders)
    const until = performance.now() + 5_000
    const started = existsSync(join(dataDir, 'postgres'))
    while (started && existsSync(run) && performance.now() < until) await sleep(10)
    rmSync(run, { recursive: true, force: true })
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function removeAbandoned(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(prefix) && Number(name.slice(prefix.length).split('-')[0])
    if (pid && !isAlive(pid)) rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
}
