import { existsSync, rmSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Cluster } from './embedded-cluster.ts'
import type { Launch, Launched } from './embedded-server.ts'
import type { Postmaster } from './embedded-process.ts'
import { clusterFolder, hasCluster, makeCluster, readCluster } from './embedded-cluster.ts'
import { databaseUser } from './embedded-initdb.ts'
import { findBinaries, reachableBinaries } from './embedded-binaries.ts'
import { hold, isHeld } from './embedded-run.ts'
import { isAlive, readPostmaster, servesCluster } from './embedded-process.ts'
import { lastWords, launchServer } from './embedded-server.ts'
import { ownerOf } from './embedded-owner.ts'
import { fail } from '../errors.ts'

const database = 'amiable'
const patienceMs = 30_000
// Another process may be starting or stopping the same server, so one failed start proves nothing.
const mostStarts = 5
const stopPatienceMs = 15_000
// The keeper notices within milliseconds that the last holder let go.
const noticeMs = 300

export interface ObtainOptions {
  dataDir: string
  log: { info(sentence: string): void }
  /** More `name=value` settings of PostgreSQL, for tests. */
  settings?: string[]
  /** A folder for the run that exists already, with the pipe its owner holds, for tests. */
  run?: string
}

/** A server that stays up until `release`, with one connection to it. */
export interface Held {
  url: string
  client: pg.Client
  joined: boolean
  /** Lets go; `waits` until the server has stopped, where nobody else holds it. */
  release(waits: boolean): Promise<void>
}

/** Joins the server of a data folder or starts one; any number of processes may do so at once. */
export async function obtainServer(options: ObtainOptions): Promise<Held> {
  const place = await prepare(options).catch((error) => {
    if (!('syscall' in error)) throw error
    const user = userInfo().username
    throw fail('config_invalid', `the user ${user} cannot use DATA_DIR: ${error.message}`, error)
  })
  const until = performance.now() + patienceMs
  let starts = 0
  while (performance.now() < until && starts < mostStarts) {
    const running = readPostmaster(place.cluster.folder)
    if (running && servesCluster(running.pid, place.cluster.folder)) {
      const held = running.ready && (await joinServer(place.cluster, running))
      if (held) return { ...held, joined: starts === 0 }
      await sleep(10)
      continue
    }
    if (running) forget(place.cluster, running)
    starts += 1
    const held = await startServer(place, until)
    if (held) return { ...held, joined: false }
    await sleep(100)
  }
  throw fail(
    'store_unavailable',
    `the embedded PostgreSQL in ${place.cluster.folder} did not start: ${lastWords(place.cluster)}`,
  )
}

async function prepare(options: ObtainOptions): Promise<Launch> {
  const dataDir = resolve(options.dataDir)
  const owner = ownerOf(clusterFolder(dataDir))
  const binaries = await reachableBinaries(findBinaries(), owner)
  if (!hasCluster(dataDir)) {
    options.log.info(`making a PostgreSQL ${binaries.version} database in ${dataDir}`)
    await makeCluster(dataDir, binaries, owner)
  }
  const cluster = readCluster(dataDir, binaries)
  return { cluster, binaries, owner, settings: options.settings ?? [], run: options.run }
}

/** Removes what a dead server left, where its number went to another process: PostgreSQL would not dare. */
function forget(cluster: Cluster, { pid }: Postmaster): void {
  if (isAlive(pid)) rmSync(join(cluster.folder, 'postmaster.pid'), { force: true })
}

async function startServer(place: Launch, untilMs: number): Promise<Omit<Held, 'joined'> | null> {
  const launched = await launchServer(place)
  try {
    const running = await untilReady(place.cluster, launched, untilMs)
    return running && (await joinServer(place.cluster, running))
  } finally {
    launched.release()
  }
}

async function untilReady(
  cluster: Cluster,
  launched: Launched,
  untilMs: number,
): Promise<Postmaster | null> {
  while (performance.now() < untilMs && !launched.ended()) {
    const running = readPostmaster(cluster.folder)
    // A pid file of before stands until the new server replaces it.
    if (running?.ready && servesCluster(running.pid, cluster.folder)) return running
    await sleep(5)
  }
  return null
}

/** Null when the server is on its way out: then wait until it is gone. */
async function joinServer(
  cluster: Cluster,
  running: Postmaster,
): Promise<Omit<Held, 'joined'> | null> {
  const letGo = hold(running.socketFolder)
  if (!letGo) return null
  const url = urlOf(cluster, running)
  const client = await connect(url)
  if (client && isHeld(running.socketFolder))
    return { url, client, release: (waits) => release(letGo, running, cluster, waits) }
  await client?.end().catch(() => {})
  letGo()
  return null
}

async function connect(url: string): Promise<pg.Client | null> {
  const client = new pg.Client({ connectionString: url, application_name: 'amiable keeper' })
  client.on('error', () => {})
  try {
    await client.connect()
    return client
  } catch (error) {
    const code = (error as { code?: string }).code ?? ''
    // No such database: the first start. Class 28: not our password. Anything else: starting or stopping.
    if (code === '3D000') return createDatabase(url)
    if (code.startsWith('28'))
      throw fail('store_unavailable', `the embedded PostgreSQL refused us: ${code}`, error)
    return null
  }
}

async function createDatabase(url: string): Promise<pg.Client | null> {
  const client = new pg.Client(url.replace(`/${database}?`, '/postgres?'))
  await client.connect()
  await client.query(`create database ${database}`).catch((error) => {
    // Somebody else was first: duplicate_database, or its unique violation when at the same instant.
    if (error.code !== '42P04' && error.code !== '23505') throw error
  })
  await client.end()
  return connect(url)
}

async function release(
  letGo: () => void,
  { pid, socketFolder }: Postmaster,
  { folder }: Cluster,
  waits: boolean,
): Promise<void> {
  letGo()
  if (!waits) return
  const noticed = performance.now() + noticeMs
  while (isHeld(socketFolder) && performance.now() < noticed) await sleep(5)
  if (isHeld(socketFolder)) return
  const until = performance.now() + stopPatienceMs
  // The folder of the run goes last.
  const there = (): boolean => servesCluster(pid, folder) || existsSync(socketFolder)
  while (there() && performance.now() < until) await sleep(5)
}

// The host of the query is the one that counts; without one before it, the URL is no URL to the web.
function urlOf({ password }: Cluster, { socketFolder, port }: Postmaster): string {
  const host = encodeURIComponent(socketFolder)
  return `postgres://${databaseUser}:${password}@localhost/${database}?host=${host}&port=${port}`
}
