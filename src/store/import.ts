import type { Pool } from 'pg'
import type { ImportCounts } from './import-write.ts'
import type { ImportFault, Importing, Records } from './import-records.ts'
import type { ImportFile } from './import-read.ts'
import { checkRecords, unstorableRecords, withoutRepeats } from './import-check.ts'
import { noRecords } from './import-records.ts'
import { readImportFile } from './import-read.ts'
import { writeRecords } from './import-write.ts'

export type ImportResult = { counts: ImportCounts } | { faults: ImportFault[] }

/**
 * Imports files of one creditor: all of them or, where anything is wrong, nothing and every fault
 * with its file and line. The same files again change nothing.
 */
export async function importFiles(
  pool: Pool,
  importing: Importing,
  files: ImportFile[],
): Promise<ImportResult> {
  const read = files.map((file) => readImportFile(file, importing))
  const { records, faults } = withoutRepeats(joined(read.map((one) => one.records)))
  const all = [...read.flatMap((one) => one.faults), ...faults, ...unstorableRecords(records)]
  return all.length > 0 ? { faults: all } : importRecords(pool, importing, records)
}

/** Writes records that have been read, in one transaction, after holding them against the database. */
export async function importRecords(
  pool: Pool,
  importing: Pick<Importing, 'creditor'>,
  records: Records,
): Promise<ImportResult> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const faults = await checkRecords(client, importing, records)
    if (faults.length === 0) {
      const counts = await writeRecords(client, importing, records)
      await client.query('commit')
      client.release()
      return { counts }
    }
    await client.query('rollback')
    client.release()
    return { faults }
  } catch (error) {
    client.release(true)
    throw error
  }
}

function joined(all: Records[]): Records {
  const whole = noRecords()
  for (const records of all) {
    whole.customers.push(...records.customers)
    whole.contacts.push(...records.contacts)
    whole.accounts.push(...records.accounts)
    whole.bills.push(...records.bills)
    whole.payments.push(...records.payments)
  }
  return whole
}
