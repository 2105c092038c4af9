import pino from 'pino'
import { environment, secretsOf } from './config.ts'
import { isAmiableError } from './errors.ts'
import { openDatabase } from './database.ts'
import { readSamples } from './store/sample.ts'
import { readFlowSet } from './flow-set.ts'
import { startApp } from './app.ts'

/** Reads the settings, builds, listens, closes gracefully; nothing else. */
async function main(): Promise<void> {
  const env = environment()
  const log = pino({ level: env.LOG_LEVEL, redact: ['pii', 'headers.authorization'] })
  const flows = await readFlowSet()
  const lost = (error: Error) => {
    log.fatal({ err: error }, 'the database went away; stopping')
    process.exit(1)
  }
  const database = await openDatabase(env, { hub: true, log, lost })
  const secrets = secretsOf(env, database.sample)
  const samples = database.sample ? await readSamples() : null
  const app = await startApp({ env, secrets, database, flows, log, samples })
  for (const line of app.welcome) console.log(line)

  let stopping = false
  const stop = async (signal: string) => {
    if (stopping) return
    stopping = true
    log.info({ signal }, 'stopping')
    await app.close()
    await database.close()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop('SIGTERM'))
  process.on('SIGINT', () => void stop('SIGINT'))
}

await main().catch((error: unknown) => {
  console.error(isAmiableError(error) ? error.message : error)
  process.exit(1)
})
