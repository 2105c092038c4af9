import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TestDatabase } from '../support/postgres.ts'
import { freshDatabase } from '../support/postgres.ts'
import { importFiles } from '../../src/store/import.ts'
import { readSamples, sampleViews, seedSamples } from '../../src/store/sample.ts'

const command = fileURLToPath(new URL('../../src/cli/sample.ts', import.meta.url))

let database: TestDatabase

beforeEach(async () => {
  database = await freshDatabase()
})

afterEach(() => database.drop())

const owed = `
  select a.reference,
    (select coalesce(sum(case body->>'kind' when 'credit_note' then -1 else 1 end
                         * (body->>'dueCents')::bigint), 0) from bill where account = a.reference)::bigint
    - (select coalesce(sum(cents), 0) from payment where account = a.reference)::bigint as cents
  from account a order by a.reference`

describe('the sample accounts', () => {
  it('go into an empty database, where each owes what the command prints', async () => {
    expect(await seedSamples(database.pool)).toBe(true)
    const views = await sampleViews(await readSamples())
    const printed = views.map(({ reference, due_cents }) => ({ reference, cents: due_cents }))
    const { rows } = await database.pool.query(owed)
    expect(rows).toEqual(printed.sort((a, b) => (a.reference < b.reference ? -1 : 1)))
    expect(rows.length).toBeGreaterThan(0)
  })

  it('are not written again, whatever became of them', async () => {
    await seedSamples(database.pool)
    await database.pool.query('delete from payment')
    expect(await seedSamples(database.pool)).toBe(true)
    expect((await database.pool.query('select from payment')).rowCount).toBe(0)
  })

  it('stay out of a database that holds accounts already', async () => {
    const csv = { name: 'c.csv', bytes: Buffer.from('id,name\nC1,Madame Roy') }
    const more = { name: 'a.csv', bytes: Buffer.from('reference,customer\nA1,C1') }
    await importFiles(database.pool, { creditor: 'other', country: 'FR', currency: 'EUR' }, [
      csv,
      more,
    ])
    expect(await seedSamples(database.pool)).toBe(false)
    expect((await database.pool.query('select from account')).rowCount).toBe(1)
  })

  it('go in once when two processes start together', async () => {
    const both = await Promise.all([seedSamples(database.pool), seedSamples(database.pool)])
    expect(both).toEqual([true, true])
    const { accounts } = await readSamples()
    expect((await database.pool.query('select from account')).rowCount).toBe(accounts.length)
  })

  it('use only phone numbers and addresses that nobody has', async () => {
    for (const { phone, email } of (await readSamples()).accounts) {
      expect(phone).toMatch(/^\+336399800\d\d$/)
      expect(email).toMatch(/@example\.org$/)
    }
  })

  it('are printed as one JSON array with every field and the code that passes the check', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [command], { cwd: '/' })
    const printed = JSON.parse(stdout)
    expect(printed).toHaveLength((await readSamples()).accounts.length)
    for (const sample of printed)
      expect(sample).toEqual({
        reference: expect.any(String),
        language: expect.stringMatching(/^(fr|en)$/),
        phone: expect.any(String),
        email: expect.any(String),
        name: expect.any(String),
        due_cents: expect.any(Number),
        currency: 'EUR',
        scenario: expect.any(String),
        verification: { code: expect.stringMatching(/^\d{6}$/) },
      })
  })
})
