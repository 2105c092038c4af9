import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { bareTalker, hubTalker, promiseDialogue, type Answer } from './bench/talkers.ts'
import { median, percentile, runTurns, runWindow, type Talker, type Window } from './bench/load.ts'

/*
 * `npm run bench`: the promise dialogue on the callbot line against a bare route with one transaction
 * of five statements; same machine, same PostgreSQL, windows taken in turns. Read the ratios.
 */

const sizes = [1, 32, 256]
const rounds = 3
const windowMs = 2_000
const accounts = sizes.reduce((sum, size) => sum + size, 0) + 2

interface Started<T> {
  process: ChildProcess
  ready: T
  ms: number
}

function start<T>(file: string, args: string[], env: Record<string, string> = {}): Promise<Started<T>> {
  const began = performance.now()
  const child = spawn(process.execPath, [join(import.meta.dirname, file), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  })
  return new Promise((resolve, reject) => {
    child.on('exit', (code) => reject(new Error(`${file} stopped with ${code}`)))
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('{')) resolve({ process: child, ready: JSON.parse(line) as T, ms: performance.now() - began })
    })
  })
}

const stop = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.removeAllListeners('exit')
    child.on('exit', () => resolve())
    child.kill('SIGTERM')
  })

async function residentMb(pid: number | undefined): Promise<{ now: number; peak: number }> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const read = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? Number.NaN) / 1024
  return { now: read('VmRSS'), peak: read('VmHWM') }
}

/** Proves a call through the same door: reference, code, whatever is asked before. */
async function prove(address: string, callId: string, n: number, code: string): Promise<void> {
  const said = ['je voudrais comprendre ma facture', `BENCH-${n}`, code]
  let last = ''
  const talker = hubTalker(`${callId}-proof`, said, (answer) => (last = answer.say.map(({ text }) => text).join(' ')))
  await runTurns(address, talker, said.length)
  if (!last) throw new Error(`call ${callId} was not proven`)
}

export { prove }
