import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ImportResult } from '../../src/store/import.ts'
import type { TestDatabase } from '../support/postgres.ts'
import { freshDatabase } from '../support/postgres.ts'
import { importFiles } from '../../src/store/import.ts'

const helia = { creditor: 'helia', country: 'FR', currency: 'EUR' }
const sampleBill = fileURLToPath(
  new URL('../../flows/creditors/helia/sample/bills/HEL-2026-10-0417.xml', import.meta.url),
)

const customers = 'id,name,language\nC1,Madame Diallo,fr\nC2,Mr Reed,en\n'
const contacts = 'customer,kind,address\nC1,phone,06 39 98 00 01\nC1,email,A@Example.org\n'
const accounts = 'reference,customer\nA1,C1\nHEL-7KQ2M9,C2\n'
const payments = 'id,account,cents,date,method\nP1,A1,1250,2026-11-02,card\n'

let database: TestDatabase

beforeEach(async () => {
  database = await freshDatabase()
})

afterEach(() => database.drop())

function importTexts(files: Record<string, string>): Promise<ImportResult> {
  const all = Object.entries(files).map(([name, text]) => ({ name, bytes: Buffer.from(text) }))
  return importFiles(database.pool, helia, all)
}

async function rows(sql: string): Promise<unknown[]> {
  return (await database.pool.query(sql)).rows
}

async function faultsOf(files: Record<string, string>): Promise<string[]> {
  const result = await importTexts(files)
  if (!('faults' in result)) throw new Error('it was imported')
  return result.faults.map(({ at, message }) => `${at}: ${message}`)
}

const everything = {
  'customers.csv': customers,
  'contacts.csv': contacts,
  'accounts.csv': accounts,
  'payments.csv': payments,
}

describe('an import', () => {
  it('takes customers, contacts, accounts and payments in whatever order the files are named', async () => {
    const { 'customers.csv': last, ...others } = everything
    await importTexts({ ...others, 'customers.csv': last })
    expect(await rows('select creditor, id, name, language from customer order by id')).toEqual([
      { creditor: 'helia', id: 'C1', name: 'Madame Diallo', language: 'fr' },
      { creditor: 'helia', id: 'C2', name: 'Mr Reed', language: 'en' },
    ])
    expect(await rows('select kind, address from contact order by kind')).toEqual([
      { kind: 'email', address: 'a@example.org' },
      { kind: 'phone', address: '+33639980001' },
    ])
    expect(await rows('select cents, date, method from payment')).toEqual([
      { cents: 1250, date: '2026-11-02', method: 'card' },
    ])
  })

  it('done again changes nothing, the version of accounts included', async () => {
    await importTexts(everything)
    const before = await rows('select * from account order by reference')
    const again = await importTexts(everything)
    expect(again).toEqual({
      counts: {
        customers: { read: 2, written: 0 },
        contacts: { read: 2, written: 0 },
        accounts: { read: 2, written: 0 },
        bills: { read: 0, written: 0 },
        payments: { read: 1, written: 0 },
      },
    })
    expect(await rows('select * from account order by reference')).toEqual(before)
    expect(await rows('select count(*) as n from payment')).toEqual([{ n: 1 }])
  })

  it.each([
    ['a payment', { 'p.csv': 'id,account,cents,date\nP9,A1,100,2026-11-03' }],
    ['a corrected payment', { 'p.csv': payments.replace('1250', '1300') }],
    ['a new name', { 'c.csv': 'id,name\nC1,Madame Sow' }],
    ['another phone number', { 'k.csv': 'customer,kind,address\nC1,phone,+33639980009' }],
  ])('raises the version of the account it touches, and of no other: %s', async (_, files) => {
    await importTexts(everything)
    const versions = 'select reference, version from account order by reference'
    const before = (await rows(versions)) as { reference: string; version: number }[]
    await importTexts(files)
    expect(await rows(versions)).toEqual(
      before.map(({ reference, version }) => ({
        reference,
        version: reference === 'A1' ? version + 1 : version,
      })),
    )
  })

  it('replaces the phone numbers of a customer without touching their emails', async () => {
    await importTexts(everything)
    await importTexts({ 'k.csv': 'customer,kind,address\nC1,phone,+33639980009' })
    expect(await rows('select address from contact order by address')).toEqual([
      { address: '+33639980009' },
      { address: 'a@example.org' },
    ])
  })

  it('takes nothing at all when one line is wrong, and names every bad line', async () => {
    const faults = await faultsOf({
      ...everything,
      'payments.csv':
        'id,account,cents,date\nP1,A1,12.50,2026-11-02\nP2,A1,100,2026-02-30\nP3,A1,0,2026-11-02',
      'contacts.csv': 'customer,kind,address\nC1,fax,1\nC1,phone,12\nC1,email,nobody',
    })
    expect(faults).toEqual([
      'contacts.csv:2: kind "fax": expected email or phone',
      'contacts.csv:3: address "12": expected a phone number, like +33639980001',
      'contacts.csv:4: address "nobody": expected an email address',
      'payments.csv:2: cents "12.50": expected whole cents, like 1250 for 12.50',
      'payments.csv:3: date "2026-02-30": expected a day, like 2026-12-05',
      'payments.csv:4: cents "0": expected at least 1 cent',
    ])
    expect(await rows('select * from customer')).toEqual([])
  })

  it('names lines that point to nobody', async () => {
    expect(
      await faultsOf({
        'accounts.csv': 'reference,customer\nA1,C9',
        'payments.csv': 'id,account,cents,date\nP1,A9,100,2026-11-02',
      }),
    ).toEqual([
      'accounts.csv:2: customer "C9": expected one in these files or in the database',
      'payments.csv:2: account "A9": expected one in these files or in the database',
    ])
  })

  it('names a key that stands twice with different content, and forgives a plain repeat', async () => {
    const [fault] = await faultsOf({ 'c.csv': `${customers}C1,Madame Sow,fr\n` })
    expect(fault).toBe('c.csv:4: customer "C1" stands at c.csv:2 with other content: expected once')
    expect(await importTexts({ 'c.csv': `${customers}C2,Mr Reed,en\n` })).toHaveProperty('counts')
  })

  it('never moves a payment to another account', async () => {
    await importTexts(everything)
    expect(await faultsOf({ 'p.csv': payments.replace('A1', 'HEL-7KQ2M9') })).toEqual([
      'p.csv:2: payment "P1" is of account "A1": expected that, not "HEL-7KQ2M9"',
    ])
  })

  it('says which fields each kind has when a header is none of them', async () => {
    const [fault] = await faultsOf({ 'x.csv': 'who,what\n1,2' })
    expect(fault).toContain('x.csv:1: fields "who, what"')
    expect(fault).toContain('accounts: reference, customer [currency]')
  })

  it('names a line with a cell too many', async () => {
    expect(await faultsOf({ 'c.csv': 'id,name\nC1,Madame,Diallo' })).toEqual([
      'c.csv:2: 3 cells, expected 2: id, name',
    ])
  })

  it('refuses text the database could not keep', async () => {
    const json = '[{"id":"C1","name":"\\ud800"}]'
    expect(await faultsOf({ 'c.json': json })).toEqual([
      'c.json:1: a character that cannot be stored: expected text',
    ])
    const [fault] = await importFiles(database.pool, helia, [
      { name: 'c.csv', bytes: Uint8Array.of(0x69, 0x64, 0xff) },
    ]).then((result) => ('faults' in result ? result.faults : []))
    expect(fault).toEqual({ at: 'c.csv', message: 'its bytes are not UTF-8 text' })
  })
})

describe('an import of JSON', () => {
  it('takes lists by their name', async () => {
    const json = JSON.stringify({
      customers: [{ id: 'C1', name: 'Madame Diallo' }],
      accounts: [{ reference: 'A1', customer: 'C1' }],
      payments: [{ id: 'P1', account: 'A1', cents: 1250, date: '2026-11-02' }],
    })
    await importTexts({ 'all.json': json })
    expect(await rows('select account, cents from payment')).toEqual([
      { account: 'A1', cents: 1250 },
    ])
  })

  it('names the line a bad record stands on', async () => {
    const json = '{ "customers": [\n  { "id": "C1", "name": "A" },\n  { "id": 7, "name": "B" }\n] }'
    expect(await faultsOf({ 'all.json': json })).toEqual(['all.json:3: id 7: expected words'])
  })

  it('names the line where it stops being JSON', async () => {
    const [fault] = await faultsOf({ 'all.json': '{ "customers": [\n  { "id": ] }' })
    expect(fault).toMatch(/^all\.json:2: not JSON: /)
  })
})

describe('an import of bills', () => {
  it('takes a bill as UBL, for the account its buyer reference names', async () => {
    const bytes = await readFile(sampleBill)
    const files = [{ name: 'bill.xml', bytes }]
    const [missing] = await importFiles(database.pool, helia, files).then((result) =>
      'faults' in result ? result.faults : [],
    )
    expect(missing?.message).toContain('account "HEL-7KQ2M9"')
    await importTexts(everything)
    await importFiles(database.pool, helia, files)
    await importFiles(database.pool, helia, files)
    expect(
      await rows(`select number, account, issued, body->>'dueCents' as due from bill`),
    ).toEqual([
      { number: 'HEL-2026-10-0417', account: 'HEL-7KQ2M9', issued: '2026-10-02', due: '15282' },
    ])
  })

  const bills = [
    'number,account,seller,issued,due,kind,label,quantity,unit,unit_price,cents,vat,paid,total',
    'F1,A1,Hélia,2026-10-02,2026-10-16,standing_charge,Abonnement,,,,2000,5.5,1000,7530',
    'F1,A1,Hélia,2026-10-02,2026-10-16,consumption,Consommation,200,kWh,0.22585,4517,20,1000,7530',
  ].join('\n')

  it('takes a bill as rows, one a line, and works its VAT and sums', async () => {
    await importTexts({ ...everything, 'bills.csv': bills })
    expect(
      await rows(`select body->'totalCents' as total, body->'dueCents' as due from bill`),
    ).toEqual([{ total: 7530, due: 6530 }])
  })

  it('refuses a bill whose figures do not add up, with both figures', async () => {
    expect(await faultsOf({ ...everything, 'b.csv': bills.replaceAll('7530', '7531') })).toEqual([
      'b.csv:2: total "7531": expected 7530, what the lines and VAT make',
    ])
    const [fault] = await faultsOf({ ...everything, 'b.csv': bills.replace('0.22585', '0.3') })
    expect(fault).toMatch(/^b\.csv:3: .*makes 60\.00, but the document says 45\.17/)
  })

  it('refuses rows of one bill that say different things of it', async () => {
    const [first, second, third] = bills.split('\n')
    const torn = [first, second, third?.replace('2026-10-16', '2026-10-17')].join('\n')
    expect(await faultsOf({ ...everything, 'b.csv': torn })).toEqual([
      'b.csv:3: due "2026-10-17" of bill F1: expected "2026-10-16" as at b.csv:2',
    ])
  })
})
