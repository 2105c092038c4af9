import { spawn } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { projectRoot } from '../flow-set.ts'

/* Starts the hub under plain node (type stripping, no test runner) and stops it again. */

const freePort = () =>
  new Promise<number>((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => done(port))
    })
  })

async function main(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'amiable-start-'))
  const port = await freePort()
  const began = performance.now()
  const child = spawn(process.execPath, [join(projectRoot, 'src', 'main.ts')], {
    env: {
      ...process.env,
      DATA_DIR: folder,
      PORT: String(port),
      LOG_LEVEL: 'warn',
      DATABASE_URL: '',
      PUBLIC_URL: '',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = new Promise<number>((done) => child.on('exit', (code) => done(code ?? 1)))
  const ready = new Promise<true>((done) =>
    child.stdout.on('data', (chunk: Buffer) => /ready/.test(String(chunk)) && done(true)),
  )
  try {
    if ((await Promise.race([ready, exited])) !== true) return 1
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`)
    console.log(
      `ready in ${((performance.now() - began) / 1000).toFixed(1)} s, /readyz says ${answer.status}`,
    )
    child.kill('SIGTERM')
    const code = await exited
    if (code !== 0) console.error(`the hub stopped with ${code}`)
    return answer.ok ? code : 1
  } finally {
    child.kill('SIGKILL')
    await rm(folder, { recursive: true, force: true })
  }
}

process.exitCode = await main()
