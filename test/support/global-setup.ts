import { chownSync, closeSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { TestProject } from 'vitest/node'
import { makeHolders } from '../../src/store/embedded-run.ts'
import { makeTemporary, removeAbandoned } from './temporary.ts'
import { ownerOf } from '../../src/store/embedded-owner.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the run's database goes; it is made when the first test asks for one. */
    postgres: { dataDir: string; run: string }
  }
}

const patienceMs = 5_000

/**
 * Prepares one PostgreSQL for the whole run, without starting it: a run of pure tests pays nothing.
 * The server lives as long as this process holds its pipe, so none is left when the run is killed;
 * what then stays on the disk is cleared by the next run.
 */
export default function setup(project: TestProject): () => Promise<void> {
  removeAbandoned()
  const [dataDir, run] = [makeTemporary(), makeTemporary()]
  const owner = ownerOf(dataDir)
  if (owner) chownSync(run, owner.uid, owner.gid)
  const holders = makeHolders(run, owner)
  project.provide('postgres', { dataDir, run })
  return async () => {
    closeSync(holders)
    const until = performance.now() + patienceMs
    const started = existsSync(join(dataDir, 'postgres'))
    while (started && existsSync(run) && performance.now() < until) await sleep(10)
    for (const folder of [run, dataDir]) rmSync(folder, { recursive: true, force: true })
  }
}
