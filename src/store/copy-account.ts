import type { Pool } from 'pg'
import { fail } from '../errors.ts'
import type { ChannelName, LineKey } from '../conversation/line.ts'

const copies = [
  `insert into customer (creditor, id, name, language)
   select $2, c.id, c.name, c.language from customer c
   join account a on a.creditor = c.creditor and a.customer = c.id
   where a.creditor = $1 and a.reference = $3`,
  `insert into contact (creditor, customer, kind, address)
   select $2, t.customer, t.kind, t.address from contact t
   join account a on a.creditor = t.creditor and a.customer = t.customer
   where a.creditor = $1 and a.reference = $3`,
  `insert into account (creditor, reference, customer, currency)
   select $2, reference, customer, currency from account where creditor = $1 and reference = $3`,
  `insert into bill (creditor, number, account, issued, body)
   select $2, number, account, issued, body from bill where creditor = $1 and account = $3`,
  `insert into payment (creditor, id, account, cents, date, method)
   select $2, id, account, cents, date, method from payment where creditor = $1 and account = $3`,
]

/**
 * Copies an account with its customer, bills and payments (not what was promised on it) to another
 * creditor's name, for a rehearsal. Throws `not_found` for an unknown reference.
 */
export async function copyAccount(
  pool: Pool,
  from: string,
  to: string,
  reference: string,
): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    for (const copy of copies.slice(0, 3)) await client.query(copy, [from, to, reference])
    const { rowCount } = await client.query(
      'select 1 from account where creditor = $1 and reference = $2',
      [to, reference],
    )
    if (!rowCount) throw fail('not_found', `account "${reference}" of ${from} does not exist`)
    for (const copy of copies.slice(3)) await client.query(copy, [from, to, reference])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

/** The line a conversation began on, with the account it is about; throws `not_found`. */
export async function lineOfConversation(
  pool: Pool,
  conversation: string,
): Promise<{ line: LineKey; account: string | null }> {
  const { rows } = await pool.query<{
    creditor: string
    channel: ChannelName
    ours: string
    theirs: string
    candidate: string | null
  }>(
    'select * from line where conversation = $1 or home = $1 order by conversation = $1 desc limit 1',
    [conversation],
  )
  const row = rows[0]
  if (!row) throw fail('not_found', `conversation "${conversation}" does not exist`)
  const { creditor, channel, ours, theirs, candidate } = row
  return { line: { creditor, channel, ours, theirs }, account: candidate }
}

/** The creditor a conversation belongs to; throws `not_found`. */
export async function creditorOfConversation(pool: Pool, conversation: string): Promise<string> {
  const { rows } = await pool.query<{ creditor: string }>(
    'select creditor from conversation where id = $1',
    [conversation],
  )
  if (rows[0]) return rows[0].creditor
  throw fail('not_found', `conversation "${conversation}" does not exist`)
}
