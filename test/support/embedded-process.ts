// A process of its own that uses the embedded database, to be killed by a test.
// Arguments: `hub` or `command`, the data folder. It answers each line of SQL with its rows as JSON.
import { createInterface } from 'node:readline'
import { joinEmbedded, startEmbedded } from '../../src/store/embedded.ts'
import { isAmiableError } from '../../src/errors.ts'
import { openPool } from '../../src/store/pool.ts'

const [role, dataDir = ''] = process.argv.slice(2)
const options = { dataDir, log: { info: () => {} } }
const say = (what: unknown): void => console.log(JSON.stringify(what))

try {
  const server = await (role === 'hub'
    ? startEmbedded({ ...options, lost: (error) => say({ lost: error.message }) })
    : joinEmbedded(options))
  say({ url: server.url, joined: server.joined })
  const pool = openPool(server.url)
  for await (const line of createInterface({ input: process.stdin })) {
    say((await pool.query(line)).rows)
  }
  await pool.end()
  await server.stop()
  say({ stopped: true })
} catch (error) {
  if (!isAmiableError(error)) throw error
  say({ code: error.code, message: error.message })
}
