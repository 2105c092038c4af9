import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  findBinaries,
  libraryEnvironment,
  reachableBinaries,
} from '../../src/store/embedded-binaries.ts'
import { temporaryFolder } from '../support/embedded.ts'

let base: ReturnType<typeof temporaryFolder>

beforeEach(() => {
  base = temporaryFolder()
})

afterEach(() => base.remove())

/** A tree like the package's. */
function someBinaries(): { folder: string; version: string } {
  const folder = join(base.folder, 'clone', 'native')
  mkdirSync(join(folder, 'bin'), { recursive: true })
  mkdirSync(join(folder, 'lib'))
  writeFileSync(join(folder, 'bin', 'postgres'), 'program', { mode: 0o755 })
  writeFileSync(join(folder, 'lib', 'libpq.so.5.18'), 'library')
  const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]
  writeFileSync(join(folder, 'pg-symlinks.json'), JSON.stringify(links))
  return { folder, version: '18.4.0' }
}

describe('the programs of the embedded PostgreSQL', () => {
  it('come with npm for this machine', () => {
    const { folder, version } = findBinaries()
    expect(existsSync(join(folder, 'bin', 'postgres'))).toBe(true)
    expect(version).toMatch(/^\d+\.\d+/)
  })

  it.each(['plan9-x64', 'win32-x64'])(
    'are missed in a sentence that says what to do: %s',
    (name) => {
      expect(() => findBinaries(name)).toThrow(
        `no embedded PostgreSQL for ${name}: set DATABASE_URL`,
      )
    },
  )

  it('are missed in a sentence where npm left them out', () => {
    const other = process.platform === 'linux' ? 'darwin-arm64' : 'linux-arm64'
    expect(() => findBinaries(other)).toThrow(/is not installed: run npm ci/)
  })

  it('get the links to their libraries that an install without scripts did not make', async () => {
    const binaries = someBinaries()
    const links = join(base.folder, 'links')
    const environment = await libraryEnvironment(binaries, links)
    expect(Object.values(environment)).toEqual([`${links}:${join(binaries.folder, 'lib')}`])
    expect(readFileSync(join(links, 'libpq.so.5'), 'utf8')).toBe('library')
  })

  it('need nothing where the links are there', async () => {
    const binaries = someBinaries()
    writeFileSync(join(binaries.folder, 'lib', 'libpq.so.5'), 'library')
    expect(await libraryEnvironment(binaries, join(base.folder, 'links'))).toEqual({})
  })
})

describe.runIf(process.getuid?.() === 0)('the programs in a clone closed to other users', () => {
  const nobody = { uid: 65534, gid: 65534 }

  it('are copied once to where the user of the server can run them', async () => {
    const binaries = someBinaries()
    chmodSync(base.folder, 0o711)
    chmodSync(dirname(binaries.folder), 0o700)
    const place = join(base.folder, 'place')
    const copies = await Promise.all([1, 2].map(() => reachableBinaries(binaries, nobody, place)))
    expect(copies[0]).toEqual(copies[1])
    const program = join(copies[0]!.folder, 'bin', 'postgres')
    expect(execFileSync('cat', [program], { ...nobody, encoding: 'utf8', cwd: '/' })).toBe(
      'program',
    )
    expect(execFileSync('ls', [place], { encoding: 'utf8' })).toBe('postgresql-18.4.0\n')
  })

  it('stay where they are when that user can reach them', async () => {
    const binaries = someBinaries()
    chownSync(base.folder, nobody.uid, nobody.gid)
    expect(await reachableBinaries(binaries, nobody, '/nowhere')).toBe(binaries)
    expect(await reachableBinaries(binaries, null, '/nowhere')).toBe(binaries)
  })
})
