import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Pool } from 'pg'
import type { Bill } from '../conversation/bill.ts'
import type { Language } from '../conversation/language.ts'
import type { Records } from './import-records.ts'
import type { Sample, SampleAccount } from '../conversation/sample.ts'
import { importRecords } from './import.ts'
import { noRecords } from './import-records.ts'
import { owedCents } from '../conversation/bill.ts'
import { readBill } from '../billing/read-bill.ts'
import { sampleSchema } from '../conversation/sample.ts'
import { fail } from '../errors.ts'

const creditors = join(import.meta.dirname, '..', '..', 'flows', 'creditors')

/** One of `npm run sample`. */
export interface SampleView {
  reference: string
  language: Language
  phone: string
  email: string
  name: string
  due_cents: number
  currency: string
  scenario: string
  verification: { code: string }
}

/** Reads the sample accounts of the first creditor that has some; throws `config_invalid` naming what is wrong. */
export async function readSamples(): Promise<Sample> {
  const file = sampleFile()
  const parsed = sampleSchema.safeParse(parse(await readFile(file, 'utf8')))
  if (parsed.success) return parsed.data
  throw fail('config_invalid', `${file} is wrong:\n${z.prettifyError(parsed.error)}`)
}

/** The sample accounts as they are shown and printed, from the files alone. */
export async function sampleViews({ accounts }: Sample): Promise<SampleView[]> {
  return Promise.all(
    accounts.map(async (account) => {
      const bills = await readBills(account)
      const paid = account.payments.reduce((sum, { cents }) => sum + cents, 0)
      const { reference, language, phone, email, scenario, verification } = account
      return {
        reference,
        language,
        phone,
        email,
        name: nameOf(account),
        due_cents: bills.reduce((sum, bill) => sum + owedCents(bill), 0) - paid,
        currency: bills[0]?.currency ?? '',
        scenario,
        verification,
      }
    }),
  )
}

/**
 * Puts the sample accounts into an empty database. True when the database holds them, now or since
 * before; false when it holds somebody's own accounts, which are left alone.
 */
export async function seedSamples(pool: Pool): Promise<boolean> {
  const sample = await readSamples()
  const references = sample.accounts.map(({ reference }) => reference)
  const { rows } = await pool.query<{ any: boolean; ours: boolean }>(
    `select exists (select from account) as any,
            exists (select from account where creditor = $1 and reference = any($2)) as ours`,
    [sample.creditor, references],
  )
  if (rows[0]?.any) return rows[0].ours
  // Two processes may find it empty at once; both write the same rows, and the second changes nothing.
  const result = await importRecords(pool, sample, await recordsOf(sample))
  if ('counts' in result) return true
  const lines = result.faults.map(({ at, message }) => `${at}: ${message}`)
  throw fail('config_invalid', `the sample accounts do not fit:\n${lines.join('\n')}`)
}

async function recordsOf({ accounts }: Sample): Promise<Records> {
  const records = noRecords()
  for (const account of accounts) {
    const { reference, language, phone, email, payments } = account
    const at = `accounts.yaml ${reference}`
    const bills = await readBills(account)
    // One account each, so its reference serves the customer too.
    const customer = reference
    records.customers.push({ at, record: { id: customer, name: nameOf(account), language } })
    records.contacts.push({ at, record: { customer, kind: 'phone', address: phone } })
    records.contacts.push({ at, record: { customer, kind: 'email', address: email } })
    const currency = bills[0]?.currency ?? 'EUR'
    records.accounts.push({ at, record: { reference, customer, currency } })
    for (const bill of bills)
      records.bills.push({ at, record: { number: bill.number, account: reference, bill } })
    for (const payment of payments)
      records.payments.push({ at, record: { ...payment, account: reference } })
  }
  return records
}

async function readBills({ bills }: SampleAccount): Promise<Bill[]> {
  const folder = dirname(sampleFile())
  return Promise.all(
    bills.map(async (name) => readBill(await readFile(join(folder, name)), join(folder, name))),
  )
}

function sampleFile(): string {
  const files = readdirSync(creditors).map((id) => join(creditors, id, 'sample', 'accounts.yaml'))
  const found = files.find((file) => existsSync(file))
  if (found) return found
  throw fail('config_invalid', `no creditor in ${creditors} has sample/accounts.yaml`)
}

function nameOf({ title, name }: SampleAccount): string {
  return `${title} ${name}`
}
