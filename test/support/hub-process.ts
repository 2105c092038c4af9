import { spawn, type ChildProcess } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { resolve } from 'node:path'

const main = resolve(import.meta.dirname, '../../src/main.ts')

export interface HubProcess {
  address: string
  /** SIGKILL: no goodbye. Resolves when the process is gone. */
  kill(): Promise<void>
  /** SIGTERM: finishes what it works on. */
  stop(): Promise<number | null>
}

/** A port nobody listens on right now. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().on('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => done(port))
    })
  })
}

/** Starts the hub as `npm start` does and waits until it says that it listens. */
export async function startHub(env: Record<string, string>): Promise<HubProcess> {
  const port = env.PORT ?? String(await freePort())
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH, LOG_LEVEL: 'error', ...env, PORT: port },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  await ready(child)
  const gone = new Promise<number | null>((done) => child.on('exit', (code) => done(code)))
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return gone
  }
  return {
    address: `http://127.0.0.1:${port}`,
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  }
}

function ready(child: ChildProcess): Promise<void> {
  let printed = ''
  return new Promise((done, fail) => {
    const look = (chunk: Buffer) => {
      printed += chunk.toString()
      if (/ready|listens on/.test(printed)) done()
    }
    child.stdout?.on('data', look)
    child.stderr?.on('data', look)
    child.once('exit', (code) => fail(new Error(`the hub stopped with ${code}:\n${printed}`)))
  })
}
