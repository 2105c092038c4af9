import { parseArgs } from 'node:util'
import { readFile, readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { creditorSchema, type CreditorProfile } from '../conversation/creditor.ts'
import { callerFolder, environment } from '../config.ts'
import { importFiles, type ImportResult } from '../store/import.ts'
import { isAmiableError, fail } from '../errors.ts'
import { openDatabase } from '../database.ts'
import { projectRoot } from '../flow-set.ts'

/*
 * `npm run import -- [--creditor ID] FILE…`: customers, contacts, accounts, bills, payments; all or
 * nothing, each bad line named.
 */
const usage = 'usage: npm run import -- [--creditor ID] FILE…'

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { creditor: { type: 'string' } },
  })
  if (positionals.length === 0) throw fail('bad_request', `no file is named\n${usage}`)
  const { id, country, currency } = await creditorNamed(values.creditor)
  const files = await Promise.all(positionals.map(readNamed))
  const log = { info: () => {}, warn: console.error, error: console.error }
  const database = await openDatabase(environment(), { hub: false, log, seed: false })
  try {
    return report(await importFiles(database.pool, { creditor: id, country, currency }, files))
  } finally {
    await database.close()
  }
}

/** From its own file: an import does not wait for sound flows. */
async function creditorNamed(id: string | undefined): Promise<CreditorProfile> {
  const folder = join(projectRoot, 'flows', 'creditors')
  const names = await readdir(folder)
  const name = id ?? (names.length === 1 ? names[0] : undefined)
  if (!name || !names.includes(name))
    throw fail(
      'bad_request',
      `--creditor "${id ?? ''}": expected one of ${names.join(', ')}\n${usage}`,
    )
  const file = join(folder, name, 'creditor.yaml')
  const parsed = creditorSchema.safeParse(parse(await readFile(file, 'utf8')))
  if (parsed.success) return parsed.data
  throw fail('config_invalid', `${file} is wrong:\n${z.prettifyError(parsed.error)}`)
}

async function readNamed(name: string): Promise<{ name: string; bytes: Uint8Array }> {
  const bytes = await readFile(resolve(callerFolder(), name)).catch((error: Error) => {
    throw fail('bad_request', `${name} cannot be read: ${error.message}`, error)
  })
  return { name, bytes }
}

function report(result: ImportResult): number {
  if ('faults' in result) {
    for (const { at, message } of result.faults) console.error(`${at}: ${message}`)
    console.error(`nothing was imported; faults: ${result.faults.length}`)
    return 1
  }
  for (const [kind, { read, written }] of Object.entries(result.counts))
    if (read > 0) console.log(`${kind}: ${read} read, ${written} new or changed`)
  return 0
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(isAmiableError(error) ? error.message : error)
  return 1
})
