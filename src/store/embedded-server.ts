import { spawn } from 'node:child_process'
import { chownSync, closeSync, existsSync, openSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Binaries } from './embedded-binaries.ts'
import type { Cluster } from './embedded-cluster.ts'
import type { Owner } from './embedded-owner.ts'
import { libraryEnvironment } from './embedded-binaries.ts'
import { makeHolders, makeRunFolder } from './embedded-run.ts'
import { withReach } from './embedded-owner.ts'

const largestLog = 1_000_000

// A shell stands between us and the server: it reads the pipe `holders` until nobody holds it any more,
// then stops the server (SIGINT: roll back, write everything down, exit) and clears up. It keeps
// reading when we are killed, which no handler of ours could. Its standard input tells it that we hold
// the pipe, or are gone; the server alone keeps the standard output, so its end is the server's end.
const keeper = `
run=$1; program=$2; shift 2
exec 9<>"$run/holders" 8<"$run/holders"
"$program" "$@" 8<&- 9>&- </dev/null &
server=$!
exec >/dev/null
read -r held
exec 9>&-
cat <&8
rm -f "$run/holders"
kill -INT "$server" 2>/dev/null
wait "$server"
rm -rf "$run"
`

// The only network a server listens on is a socket in a closed folder. Whoever has an answer from us
// must find it again after a power cut, so nothing that costs durability is turned off here.
const settings = [
  'listen_addresses=',
  'unix_socket_permissions=0700',
  'fsync=on',
  'synchronous_commit=on',
  'full_page_writes=on',
  'max_connections=100',
  'shared_buffers=128MB',
  'timezone=UTC',
  'log_timezone=UTC',
  'log_checkpoints=off',
  // Our statements are small: compiling them costs more than it saves.
  'jit=off',
]

export interface Launch {
  cluster: Cluster
  binaries: Binaries
  owner: Owner | null
  /** More `name=value` settings; they win. */
  settings: string[]
  /** A folder for this run that exists already, with the pipe its owner holds. */
  run: string | undefined
}

/** One attempt to start a server. */
export interface Launched {
  /** Lets go of the server; it stops unless somebody else holds it. */
  release: () => void
  /** True once the server is gone. */
  ended: () => boolean
}

/** Starts a server and returns at once; `readPostmaster` tells when it is ready. */
export async function launchServer({
  cluster,
  binaries,
  owner,
  ...options
}: Launch): Promise<Launched> {
  const run = options.run ?? (await makeRunFolder(owner))
  const environment = await libraryEnvironment(binaries, join(run, 'lib'))
  if (owner && existsSync(join(run, 'lib'))) chownSync(join(run, 'lib'), owner.uid, owner.gid)
  const holders = makeHolders(run, owner)
  const log = openLog(cluster.log)
  const child = await withReach(cluster.folder, owner, async (path, fds) =>
    spawn(
      '/bin/sh',
      ['-c', keeper, 'amiable-postgres', run, ...command(binaries, path, run, options)],
      {
        ...owner,
        cwd: '/',
        // Its own session: Ctrl-C in the terminal is for us, and we let go when we are done.
        detached: true,
        env: { PATH: process.env.PATH, ...environment },
        stdio: ['pipe', 'pipe', log, ...fds],
      },
    ),
  )
  closeSync(log)
  let gone = false
  child.on('error', () => (gone = true))
  child.stdout?.on('end', () => (gone = true)).resume()
  child.stdin?.on('error', () => {}).end('held\n')
  child.unref()
  if (child.stdout && 'unref' in child.stdout)
    (child.stdout as unknown as { unref(): void }).unref()
  return { release: () => closeSync(holders), ended: () => gone }
}

function command(
  binaries: Binaries,
  path: string,
  run: string,
  options: { settings: string[] },
): string[] {
  const chosen = [...settings, `unix_socket_directories=${run}`, ...options.settings]
  return [
    join(binaries.folder, 'bin', 'postgres'),
    '-D',
    path,
    ...chosen.flatMap((setting) => ['-c', setting]),
  ]
}

/** The server's last words, for a person who must find out why it did not start. */
export function lastWords(cluster: Cluster): string {
  const lines = existsSync(cluster.log) ? readFileSync(cluster.log, 'utf8').trim().split('\n') : []
  return lines.slice(-5).join(' | ')
}

function openLog(file: string): number {
  const full = existsSync(file) && statSync(file).size > largestLog
  return openSync(file, full ? 'w' : 'a', 0o600)
}
