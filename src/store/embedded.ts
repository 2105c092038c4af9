import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'pg'
import type { ObtainOptions } from './embedded-obtain.ts'
import { obtainServer } from './embedded-obtain.ts'
import { fail } from '../errors.ts'

// One hub a data folder: the hub keeps a connection that holds this lock, and both end with the process.
const hubLock = 0x687562
// A killed hub's lock ends when the server notices, which takes it a moment.
const hubPatienceMs = 1_000

export interface EmbeddedOptions extends ObtainOptions {
  /** Told when the server went away under a running hub, which cannot go on without it. */
  lost?: (error: Error) => void
}

export interface Embedded {
  /** For `openPool`; it names a socket, not a port. */
  url: string
  /** True when the server was already running. */
  joined: boolean
  /** Lets go of the server and, where nobody else needs it, waits until it has stopped. Close pools first. */
  stop(): Promise<void>
}

/**
 * Gives the hub its database in `dataDir`: made at the first start, adopted where one runs already.
 * Throws `data_dir_busy` when another hub runs on the folder, `config_invalid` or `store_unavailable`
 * when no server can run there. See docs/decisions/0002-embedded-postgresql.md.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { url, joined, client, release } = await obtainServer(options)
  let stopping = false
  client.on('end', () => {
    if (!stopping) options.lost?.(fail('store_unavailable', 'the embedded PostgreSQL went away'))
  })
  const stop = async (): Promise<void> => {
    stopping = true
    await client.end().catch(() => {})
    await release(true)
  }
  if (await takeHubLock(client)) return { url, joined, stop }
  await stop()
  throw fail(
    'data_dir_busy',
    `another hub runs on ${resolve(options.dataDir)}: stop it, or choose another DATA_DIR`,
  )
}

/** Gives a command the database in `dataDir`: the running hub's, else a server that lasts as long as the command. */
export async function joinEmbedded(options: ObtainOptions): Promise<Embedded> {
  const { url, joined, client, release } = await obtainServer(options)
  await client.end()
  // Whoever started the server sees to its end; a guest just leaves.
  return { url, joined, stop: () => release(!joined) }
}

async function takeHubLock(client: Client): Promise<boolean> {
  const until = performance.now() + hubPatienceMs
  do {
    const { rows } = await client.query('select pg_try_advisory_lock($1) as ours', [hubLock])
    if (rows[0].ours) return true
    await sleep(50)
  } while (performance.now() < until)
  return false
}
