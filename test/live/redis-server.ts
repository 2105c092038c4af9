import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'

/** Why the Redis suites cannot run here, and how they could; null where they can. */
export const noRedis =
  spawnSync('redis-server', ['--version']).status === 0
    ? null
    : 'no redis-server on the PATH (apt install redis-server, brew install redis), so this is skipped'

/** A Redis of our own on a free port; `stop` and `start` again to take it away and bring it back. */
export async function startRedis() {
  const port = await freePort()
  let child: ChildProcess | null = null
  const start = async () => {
    const options = ['--save', '', '--appendonly', 'no', '--bind', '127.0.0.1']
    child = spawn('redis-server', ['--port', String(port), ...options])
    for await (const line of child.stdout!) if (String(line).includes('Ready to accept')) break
    child.stdout!.resume()
  }
  const stop = async () => {
    if (!child) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    child = null
    await ended
  }
  await start()
  return { url: `redis://127.0.0.1:${port}`, start, stop, [Symbol.asyncDispose]: stop }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
