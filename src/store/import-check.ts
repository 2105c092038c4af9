import type { PoolClient } from 'pg'
import type { ImportFault, Importing, Placed, Records } from './import-records.ts'

/**
 * Faults that show only when records are held against each other and the database: a key that stands
 * twice with different content, a customer or account nobody has, a bill or payment of another account.
 */
export async function checkRecords(
  client: PoolClient,
  { creditor }: Pick<Importing, 'creditor'>,
  records: Records,
): Promise<ImportFault[]> {
  const { customers, accounts, contacts, bills, payments } = records
  const knownCustomers = await known(client, creditor, customerSql, [
    ...contacts.map(({ record }) => record.customer),
    ...accounts.map(({ record }) => record.customer),
  ])
  const knownAccounts = await known(client, creditor, accountSql, [
    ...bills.map(({ record }) => record.account),
    ...payments.map(({ record }) => record.account),
  ])
  for (const { record } of customers) knownCustomers.add(record.id)
  for (const { record } of accounts) knownAccounts.add(record.reference)
  return [
    ...missing([...contacts, ...accounts], 'customer', knownCustomers),
    ...missing([...bills, ...payments], 'account', knownAccounts),
    ...(await moved(client, creditor, 'bill', 'number', bills)),
    ...(await moved(client, creditor, 'payment', 'id', payments)),
  ]
}

// What JSON writes for characters that PostgreSQL keeps nowhere: NUL, and half of a surrogate pair.
const unstorable = /\\u0000|\\ud[89a-f]/

/** Names the records that hold characters no database keeps. */
export function unstorableRecords(records: Records): ImportFault[] {
  return Object.values(records)
    .flat()
    .filter(({ record }) => unstorable.test(JSON.stringify(record)))
    .map(({ at }) => ({ at, message: 'a character that cannot be stored: expected text' }))
}

/** Drops records that stand twice alike, and names those that stand twice with different content. */
export function withoutRepeats(records: Records): { records: Records; faults: ImportFault[] } {
  const faults: ImportFault[] = []
  const once = <T>(what: string, list: Placed<T>[], keyOf: (record: T) => string): Placed<T>[] => {
    const first = new Map<string, Placed<T>>()
    for (const placed of list) {
      const key = keyOf(placed.record)
      const before = first.get(key)
      if (!before) first.set(key, placed)
      else if (JSON.stringify(before.record) !== JSON.stringify(placed.record)) {
        const message = `${what} "${key}" stands at ${before.at} with other content: expected once`
        faults.push({ at: placed.at, message })
      }
    }
    return [...first.values()]
  }
  return {
    records: {
      customers: once('customer', records.customers, ({ id }) => id),
      contacts: once('contact', records.contacts, (contact) => Object.values(contact).join(' ')),
      accounts: once('account', records.accounts, ({ reference }) => reference),
      bills: once('bill', records.bills, ({ number }) => number),
      payments: once('payment', records.payments, ({ id }) => id),
    },
    faults,
  }
}

const customerSql = 'select id as key from customer where creditor = $1 and id = any($2)'
const accountSql =
  'select reference as key from account where creditor = $1 and reference = any($2) order by reference for update'

async function known(
  client: PoolClient,
  creditor: string,
  sql: string,
  keys: string[],
): Promise<Set<string>> {
  const { rows } = await client.query<{ key: string }>(sql, [creditor, [...new Set(keys)]])
  return new Set(rows.map(({ key }) => key))
}

function missing<K extends string>(
  list: Placed<Record<K, string> & object>[],
  field: K,
  keys: Set<string>,
): ImportFault[] {
  return list
    .filter(({ record }) => !keys.has(record[field]))
    .map(({ at, record }) => {
      const message = `${field} "${record[field]}": expected one in these files or in the database`
      return { at, message }
    })
}

async function moved<K extends 'number' | 'id'>(
  client: PoolClient,
  creditor: string,
  table: 'bill' | 'payment',
  key: K,
  list: Placed<Record<K, string> & { account: string }>[],
): Promise<ImportFault[]> {
  const { rows } = await client.query<{ key: string; account: string }>(
    `select ${key} as key, account from ${table} where creditor = $1 and ${key} = any($2)`,
    [creditor, list.map(({ record }) => record[key])],
  )
  const accountOf = new Map(rows.map(({ key, account }) => [key, account]))
  return list.flatMap(({ at, record }) => {
    const before = accountOf.get(record[key])
    if (before === undefined || before === record.account) return []
    const message = `${table} "${record[key]}" is of account "${before}": expected that, not "${record.account}"`
    return [{ at, message }]
  })
}
