import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { clusterFolder } from '../../src/store/embedded-cluster.ts'
import { isServed, startProcess, temporaryFolder, until } from '../support/embedded.ts'
import { readPostmaster } from '../../src/store/embedded-process.ts'

const isRoot = process.getuid?.() === 0
const nobody = { uid: 65534, gid: 65534 }
const words = 'create table said as select 7 as words'

let prepared: ReturnType<typeof temporaryFolder>
let base: ReturnType<typeof temporaryFolder>
let dataDir: string

beforeAll(async () => {
  prepared = temporaryFolder()
  await (await startProcess('hub', join(prepared.folder, 'data'))).stop()
})

beforeEach(() => {
  base = temporaryFolder()
  dataDir = join(base.folder, 'data')
})

afterAll(() => prepared.remove())

/** A database made before: most of what a first start costs is making one. */
function useMadeDatabase(): void {
  execFileSync('cp', ['-a', join(prepared.folder, 'data'), dataDir])
}

afterEach(async () => {
  // Every process of a test lets go of its server, so none may be left whatever the test did.
  await until(() => !isServed(dataDir))
  base.remove()
})

describe('the embedded PostgreSQL', () => {
  it('makes a database at the first start and finds it again at the next', async () => {
    const first = await startProcess('hub', dataDir)
    expect(first.first.joined).toBe(false)
    await first.query(words)
    expect(await first.stop()).toEqual({ stopped: true })
    expect(isServed(dataDir)).toBe(false)
    const second = await startProcess('hub', dataDir)
    expect(await second.query('select words from said')).toEqual([{ words: 7 }])
    await second.stop()
  })

  it('loses nothing it promised to keep: every durability setting is on', async () => {
    useMadeDatabase()
    const hub = await startProcess('hub', dataDir)
    const asked = `select name, setting from pg_settings where name in
      ('fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums') and setting = 'on'`
    expect(await hub.query(asked.replaceAll('\n', ' '))).toHaveLength(4)
    await hub.stop()
  })

  it('listens on no network and keeps its password to its owner', async () => {
    useMadeDatabase()
    const hub = await startProcess('hub', dataDir)
    expect(await hub.query('show listen_addresses')).toEqual([{ listen_addresses: '' }])
    expect(statSync(join(dataDir, 'postgres', 'password')).mode & 0o777).toBe(0o600)
    await hub.stop()
  })

  it('refuses a second hub on the folder, and takes it once the first is gone', async () => {
    useMadeDatabase()
    const first = await startProcess('hub', dataDir)
    const second = await startProcess('hub', dataDir)
    expect(second.first).toMatchObject({ code: 'data_dir_busy' })
    expect(second.first.message).toContain(dataDir)
    expect(await first.query('select 1 as alive')).toEqual([{ alive: 1 }])
    await first.kill()
    const third = await startProcess('hub', dataDir)
    expect(third.first.url).toBeTypeOf('string')
    await third.stop()
  })

  it('lets a command join the running hub, which goes on after it', async () => {
    useMadeDatabase()
    const hub = await startProcess('hub', dataDir)
    await hub.query(words)
    const command = await startProcess('command', dataDir)
    expect(command.first.joined).toBe(true)
    expect(await command.query('select words from said')).toEqual([{ words: 7 }])
    await command.stop()
    expect(await hub.query('select words from said')).toEqual([{ words: 7 }])
    await hub.stop()
  })

  it('starts a server for a command alone, and a hub that joins it keeps it', async () => {
    useMadeDatabase()
    const command = await startProcess('command', dataDir)
    expect(command.first.joined).toBe(false)
    await command.query(words)
    const hub = await startProcess('hub', dataDir)
    expect(hub.first.joined).toBe(true)
    await command.kill()
    expect(await hub.query('select words from said')).toEqual([{ words: 7 }])
    await hub.stop()
  })

  it('leaves no server behind a killed hub, and the next start has every committed row', async () => {
    useMadeDatabase()
    const hub = await startProcess('hub', dataDir)
    await hub.query(words)
    await hub.kill()
    await until(() => !isServed(dataDir))
    const next = await startProcess('hub', dataDir)
    expect(await next.query('select words from said')).toEqual([{ words: 7 }])
    await next.stop()
  })

  it('starts at once after a kill, while the old server is still going down', async () => {
    useMadeDatabase()
    const hub = await startProcess('hub', dataDir)
    await hub.query(words)
    for (let round = 0; round < 3; round += 1) {
      await hub.kill()
      const next = await startProcess('hub', dataDir)
      expect(await next.query('select words from said')).toEqual([{ words: 7 }])
      await next.kill()
    }
  })

  it('recovers every committed row when the server itself is killed, and tells the hub', async () => {
    useMadeDatabase()
    const hub = await startProcess('hub', dataDir)
    await hub.query(words)
    process.kill(readPostmaster(clusterFolder(dataDir))!.pid, 'SIGKILL')
    expect(await hub.next()).toHaveProperty('lost')
    await hub.kill()
    const next = await startProcess('hub', dataDir)
    expect(await next.query('select words from said')).toEqual([{ words: 7 }])
    await next.stop()
  })

  it('is not fooled by a dead server whose process number went to somebody else', async () => {
    useMadeDatabase()
    const stale = [process.pid, clusterFolder(dataDir), 1, 5432, '/tmp/nowhere', '', '', 'ready']
    writeFileSync(join(clusterFolder(dataDir), 'postmaster.pid'), stale.join('\n'))
    const next = await startProcess('hub', dataDir)
    expect(next.first).toMatchObject({ joined: false })
    await next.stop()
  })

  it('gives several processes that start at once on an empty folder one database', async () => {
    const all = await Promise.all(
      (['hub', 'command', 'command'] as const).map((role) => startProcess(role, dataDir)),
    )
    await all[0]!.query(words)
    for (const one of all) expect(await one.query('select words from said')).toEqual([{ words: 7 }])
    for (const one of all) await one.stop()
    expect(readdirSync(dataDir)).toEqual(['postgres'])
  })

  it('clears what a start that was killed half-way left', async () => {
    const left = join(dataDir, 'postgres-new-999999999-abc')
    mkdirSync(left, { recursive: true })
    const hub = await startProcess('hub', dataDir)
    expect(readdirSync(dataDir)).toEqual(['postgres'])
    await hub.stop()
  })

  it('refuses the data of another major version in a sentence', async () => {
    useMadeDatabase()
    writeFileSync(join(clusterFolder(dataDir), 'PG_VERSION'), '14\n')
    const refused = await startProcess('hub', dataDir)
    expect(refused.first).toMatchObject({ code: 'config_invalid' })
    expect(refused.first.message).toContain('PostgreSQL 14')
  })
})

describe.runIf(isRoot)('the embedded PostgreSQL, as root', () => {
  it('works in a folder whose parents are closed to every other user', async () => {
    chmodSync(base.folder, 0o700)
    const hub = await startProcess('hub', dataDir)
    await hub.query(words)
    expect(statSync(clusterFolder(dataDir)).uid).not.toBe(0)
    await hub.kill()
    const next = await startProcess('hub', dataDir)
    expect(await next.query('select words from said')).toEqual([{ words: 7 }])
    await next.stop()
  })

  it('works as an ordinary user, and then for root on the same folder', async () => {
    chownSync(base.folder, nobody.uid, nobody.gid)
    const user = await startProcess('hub', dataDir, { ...nobody, cwd: '/' })
    await user.query(words)
    await user.stop()
    const root = await startProcess('hub', dataDir)
    expect(await root.query('select words from said')).toEqual([{ words: 7 }])
    await root.stop()
    const again = await startProcess('hub', dataDir, { ...nobody, cwd: '/' })
    expect(await again.query('select words from said')).toEqual([{ words: 7 }])
    await again.stop()
  })

  it("tells an ordinary user that root's folder is not theirs", async () => {
    await (await startProcess('hub', dataDir)).stop()
    chmodSync(base.folder, 0o755)
    const refused = await startProcess('hub', dataDir, { ...nobody, cwd: '/' })
    expect(refused.first).toMatchObject({ code: 'config_invalid' })
    expect(refused.first.message).toContain('permission denied')
  })
})
