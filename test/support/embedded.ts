import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { setTimeout as sleep } from 'node:timers/promises'
import { clusterFolder } from '../../src/store/embedded-cluster.ts'
import { makeTemporary } from './temporary.ts'
import { readPostmaster, servesCluster } from '../../src/store/embedded-process.ts'

const script = fileURLToPath(new URL('./embedded-process.ts', import.meta.url))

export type Answer = Record<string, unknown> & Record<string, unknown>[]

/** A process that runs a hub's or a command's database, driven by lines. */
export interface EmbeddedProcess {
  /** What it said first: `url` and `joined`, or `code` and `message`. */
  first: Answer
  query(sql: string): Promise<Answer>
  next(): Promise<Answer>
  /** Ends it as a hub ends. */
  stop(): Promise<Answer>
  /** Ends it with no warning. */
  kill(): Promise<void>
}

/** Starts `test/support/embedded-process.ts`, as another user where `uid` is given. */
export async function startProcess(
  role: 'hub' | 'command',
  dataDir: string,
  user: { uid?: number; gid?: number; cwd?: string } = {},
): Promise<EmbeddedProcess> {
  const child = spawn(process.execPath, [script, role, dataDir], {
    ...user,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async (): Promise<Answer> => JSON.parse((await lines.next()).value ?? '{}')
  const query = (sql: string): Promise<Answer> => {
    child.stdin.write(`${sql}\n`)
    return next()
  }
  const stop = async (): Promise<Answer> => {
    child.stdin.end()
    const last = await next()
    await ended
    return last
  }
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await ended
  }
  return { first: await next(), query, next, stop, kill }
}

/** True while the data folder has a running server. */
export function isServed(dataDir: string): boolean {
  const running = readPostmaster(clusterFolder(dataDir))
  return Boolean(running && servesCluster(running.pid, clusterFolder(dataDir)))
}

/** Waits until something holds; throws when it does not within `ms`. */
export async function until(holds: () => boolean, ms = 10_000): Promise<void> {
  const end = performance.now() + ms
  while (!holds()) {
    if (performance.now() > end) throw new Error(`still not so after ${ms} ms: ${holds}`)
    await sleep(5)
  }
}

/** A folder for one test, and the way to clear it. */
export function temporaryFolder(): { folder: string; remove: () => void } {
  const folder = makeTemporary()
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
