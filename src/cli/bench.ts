import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { bareTalker, hubTalker, promiseDialogue, type Answer } from './bench/talkers.ts'
import { reference } from './bench/reference.ts'
import { median, percentile, runTurns, runWindow, type Talker, type Window } from './bench/load.ts'

/*
 * `npm run bench`: the promise dialogue on the callbot line against a bare route with one transaction
 * of five statements; same machine, same PostgreSQL, windows taken in turns. Read the ratios.
 */

const sizes = [1, 32, 256]
const rounds = 3
const windowMs = 2_000
const accounts = sizes.reduce((sum, size) => sum + size, 0) + 2

// As `npm start` runs the hub; the bare route gets the same.
const flags = ['--max-semi-space-size=8']

const children = new Set<ChildProcess>()

interface Started<T> {
  process: ChildProcess
  ready: T
  ms: number
}

function start<T>(
  file: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<Started<T>> {
  const began = performance.now()
  const child = spawn(process.execPath, [...flags, join(import.meta.dirname, file), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  })
  children.add(child)
  return new Promise((resolve, reject) => {
    child.on('exit', (code) => reject(new Error(`${file} stopped with ${code}`)))
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('{'))
        resolve({ process: child, ready: JSON.parse(line) as T, ms: performance.now() - began })
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
  const read = (name: string) =>
    Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? Number.NaN) / 1024
  return { now: read('VmRSS'), peak: read('VmHWM') }
}

/** The call of a bench account: proven first, then the promise dialogue again and again. */
function call(n: number, code: string): { prove(address: string): Promise<void>; talker: Talker } {
  const said = proof(n, code)
  let heard = ''
  const check = ({ say }: Answer, turn: number) => {
    heard = say.map(({ text }) => text).join(' ')
    // The last answer of each dialogue names what was recorded; anything else is a dialogue gone wrong.
    const last = turn >= said.length && (turn - said.length) % 6 === 5
    if (last && !/enregistré|changé/.test(heard))
      throw new Error(`call ${n}, turn ${turn}: ${heard}`)
  }
  const talker = hubTalker(
    `bench-${n}-${process.pid}`,
    (turn) => said[turn] ?? dialogue(turn - said.length),
    check,
  )
  return { talker, prove: async (address) => void (await runTurns(address, talker, said.length)) }
}

const dialogue = (turn: number): string => promiseDialogue[turn % promiseDialogue.length] ?? ''

const proof = (n: number, code: string): string[] => [
  'je veux comprendre ma facture',
  reference(n),
  code.split('').join(' '),
  'annuler',
]

interface Row {
  size: number
  hub: Window[]
  bare: Window[]
}

async function measure(hub: string, bare: string, code: string): Promise<Row[]> {
  let next = 0
  const rows = await Promise.all(
    sizes.map(async (size) => {
      const calls = Array.from({ length: size }, () => call(next++, code))
      for (const one of calls) await one.prove(hub)
      return {
        size,
        talkers: calls.map(({ talker }) => talker),
        hub: [] as Window[],
        bare: [] as Window[],
      }
    }),
  )
  for (const { size, talkers } of rows) {
    await runWindow(hub, talkers, windowMs / 2)
    await runWindow(bare, bareTalkers(size), windowMs / 2)
  }
  for (let round = 0; round < rounds; round++)
    for (const row of rows) {
      const both = [
        async () => row.hub.push(await runWindow(hub, row.talkers, windowMs)),
        async () => row.bare.push(await runWindow(bare, bareTalkers(row.size), windowMs)),
      ]
      for (const one of round % 2 ? both.reverse() : both) await one()
    }
  return rows
}

const bareTalkers = (size: number): Talker[] =>
  Array.from({ length: size }, (_, n) => bareTalker(`bare-${size}-${n}`))

/** Milliseconds of turns around the 6th and the 600th of one conversation, medians of 30. */
async function growth(
  hub: string,
  n: number,
  code: string,
): Promise<{ early: number; late: number }> {
  const one = call(n, code)
  await one.prove(hub)
  const times = await runTurns(hub, one.talker, 630)
  return { early: median(times.slice(6, 36)), late: median(times.slice(594, 624)) }
}

const rate = ({ turns, seconds }: Window): number => turns / seconds

function table(rows: Row[]): void {
  console.log('\n conversations    hub turns/s   bare turns/s   ratio   hub p50 ms   hub p99 ms')
  for (const { size, hub, bare } of rows) {
    const [ours, theirs] = [median(hub.map(rate)), median(bare.map(rate))]
    const ratio = median(hub.map((window, n) => rate(window) / rate(bare[n] ?? window)))
    const latencies = hub.flatMap((window) => window.latencies).sort((a, b) => a - b)
    const cells = [
      String(size),
      ours.toFixed(0),
      theirs.toFixed(0),
      ratio.toFixed(2),
      percentile(latencies, 0.5).toFixed(2),
      percentile(latencies, 0.99).toFixed(2),
    ]
    console.log(cells.map((cell, n) => cell.padStart([14, 15, 15, 8, 13, 13][n] ?? 10)).join(''))
  }
}

/** Milliseconds from the start of the hub as `npm start` runs it to the line that says it is ready. */
function readyAgain(env: Record<string, string>): Promise<number> {
  const began = performance.now()
  const hub = spawn(process.execPath, [...flags, join(import.meta.dirname, '..', 'main.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  })
  children.add(hub)
  return new Promise((resolve) => {
    hub.stdout.on('data', (chunk: Buffer) => {
      if (!/is ready|listens on/.test(String(chunk))) return
      const ms = performance.now() - began
      void stop(hub).then(() => resolve(ms))
    })
  })
}

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'amiable-bench-'))
  const env = { DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'error' }
  try {
    const hub = await start<{ address: string; url: string; code: string }>(
      'bench/hub.ts',
      [String(accounts)],
      env,
    )
    const bare = await start<{ address: string }>('bench/bare.ts', [hub.ready.url])
    table(await measure(hub.ready.address, bare.ready.address, hub.ready.code))
    const { peak } = await residentMb(hub.process.pid)
    const { early, late } = await growth(hub.ready.address, accounts - 1, hub.ready.code)
    await stop(bare.process)
    await stop(hub.process)
    const ready = await readyAgain(env)
    console.log(
      `\n turn 600 / turn 6 of one conversation: ${(late / early).toFixed(2)} (${late.toFixed(2)} / ${early.toFixed(2)} ms)`,
    )
    console.log(` resident memory of the hub, peak: ${peak.toFixed(0)} MB`)
    console.log(` ready to serve on an existing database: ${(ready / 1000).toFixed(2)} s`)
  } finally {
    for (const child of children) child.kill('SIGKILL')
    await rm(folder, { recursive: true, force: true })
  }
}

await main()
