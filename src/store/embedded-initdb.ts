import { spawn } from 'node:child_process'
import { chown, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Binaries } from './embedded-binaries.ts'
import type { Owner } from './embedded-owner.ts'
import { libraryEnvironment } from './embedded-binaries.ts'
import { makeRunFolder } from './embedded-run.ts'
import { withReach } from './embedded-owner.ts'
import { fail } from '../errors.ts'

export const databaseUser = 'amiable'

// UTF-8 and code-point order from PostgreSQL itself, so that no update of the system's C library can
// silently reorder an index.
const initdbArguments = [
  `--username=${databaseUser}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--no-instructions',
]

/** Runs `initdb` in an empty folder that `owner` owns; the one user of the database gets the password. */
export async function initialise(
  folder: string,
  password: string,
  binaries: Binaries,
  owner: Owner | null,
): Promise<void> {
  const run = await makeRunFolder(owner)
  try {
    const passwordFile = join(run, 'password')
    await writeFile(passwordFile, password, { mode: 0o600 })
    if (owner) await chown(passwordFile, owner.uid, owner.gid)
    const environment = await libraryEnvironment(binaries, join(run, 'lib'))
    await withReach(folder, owner, (path, fds) =>
      runProgram(
        join(binaries.folder, 'bin', 'initdb'),
        [`--pgdata=${path}`, `--pwfile=${passwordFile}`, ...initdbArguments],
        { ...owner, env: { PATH: process.env.PATH, TZ: 'UTC', ...environment }, fds },
      ),
    )
  } finally {
    await rm(run, { recursive: true, force: true })
  }
}

interface ProgramOptions {
  uid?: number
  gid?: number
  env: Record<string, string | undefined>
  fds: number[]
}

function runProgram(program: string, args: string[], options: ProgramOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const { fds, ...rest } = options
    const child = spawn(program, args, {
      ...rest,
      cwd: '/',
      stdio: ['ignore', 'ignore', 'pipe', ...fds],
    })
    let said = ''
    child.stderr?.on('data', (chunk) => (said += chunk))
    child.on('error', (error) => reject(fail('config_invalid', error.message, error)))
    child.on('close', (code) => {
      if (code === 0) return resolve()
      reject(fail('config_invalid', `${program} could not make the database: ${said.trim()}`))
    })
  })
}
