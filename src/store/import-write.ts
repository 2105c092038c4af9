import type { PoolClient } from 'pg'
import type { Importing, Placed, Records } from './import-records.ts'

/** How many records of a kind were new or different; the rest was there already. */
export type ImportCounts = Record<keyof Records, { read: number; written: number }>

// Each statement takes the creditor and its records as JSON, touches only what is new or different, and
// returns the key of what its accounts hang on.
const statements: Record<keyof Records, string> = {
  customers: `
    insert into customer as t (creditor, id, name, language)
    select $1, id, name, language
      from jsonb_to_recordset($2::jsonb) as r(id text, name text, language text) order by id
    on conflict (creditor, id) do update set name = excluded.name, language = excluded.language
      where (t.name, t.language) is distinct from (excluded.name, excluded.language)
    returning id as customer`,
  // A file that names a customer's emails names all of them: an address that is gone must not get codes.
  contacts: `
    with r as (
      select * from jsonb_to_recordset($2::jsonb) as r(customer text, kind text, address text)
    ), gone as (
      delete from contact t where creditor = $1
        and exists (select from r where r.customer = t.customer and r.kind = t.kind)
        and not exists (select from r where (r.customer, r.kind, r.address) = (t.customer, t.kind, t.address))
      returning customer
    ), come as (
      insert into contact (creditor, customer, kind, address)
      select $1, customer, kind, address from r order by customer, kind, address
      on conflict do nothing returning customer
    )
    select customer from gone union all select customer from come`,
  accounts: `
    insert into account as t (creditor, reference, customer, currency)
    select $1, reference, customer, currency
      from jsonb_to_recordset($2::jsonb) as r(reference text, customer text, currency text) order by reference
    on conflict (creditor, reference) do update set customer = excluded.customer, currency = excluded.currency
      where (t.customer, t.currency) is distinct from (excluded.customer, excluded.currency)
    returning reference as account`,
  bills: `
    insert into bill as t (creditor, number, account, issued, body)
    select $1, number, account, (bill->>'issued')::date, bill
      from jsonb_to_recordset($2::jsonb) as r(number text, account text, bill jsonb) order by number
    on conflict (creditor, number) do update set issued = excluded.issued, body = excluded.body
      where t.body is distinct from excluded.body
    returning account`,
  payments: `
    insert into payment as t (creditor, id, account, cents, date, method)
    select $1, id, account, cents, date, method
      from jsonb_to_recordset($2::jsonb) as r(id text, account text, cents bigint, date date, method text) order by id
    on conflict (creditor, id) do update
      set cents = excluded.cents, date = excluded.date, method = excluded.method
      where (t.cents, t.date, t.method) is distinct from (excluded.cents, excluded.date, excluded.method)
    returning account`,
}

// A turn that looked at these accounts before must not commit on what it saw.
const raise = `
  update account set version = version + 1
   where creditor = $1 and (reference = any($2) or customer = any($3))`

const order = ['customers', 'contacts', 'accounts', 'bills', 'payments'] as const

/** Writes records inside the caller's transaction and raises the version of every account they touch. */
export async function writeRecords(
  client: PoolClient,
  { creditor }: Pick<Importing, 'creditor'>,
  records: Records,
): Promise<ImportCounts> {
  const counts = {} as ImportCounts
  const accounts = new Set<string>()
  const customers = new Set<string>()
  for (const kind of order) {
    const all = (records[kind] as Placed<unknown>[]).map(({ record }) => record)
    const { rows } = await client.query<{ account?: string; customer?: string }>(statements[kind], [
      creditor,
      JSON.stringify(all),
    ])
    for (const { account } of rows) if (account) accounts.add(account)
    for (const { customer } of rows) if (customer) customers.add(customer)
    counts[kind] = { read: all.length, written: rows.length }
  }
  if (accounts.size + customers.size > 0)
    await client.query(raise, [creditor, [...accounts], [...customers]])
  return counts
}
