import type { Pool } from 'pg'
import type { Entry } from '../conversation/hub.ts'
import type { JournalRow } from '../conversation/store.ts'
import type { LineKey } from '../conversation/line.ts'
import { openEvent } from './event-body.ts'
import { chainHash, unseal } from './seal.ts'

const entriesOf = `
with l as (select conversation, home from line where creditor = $1 and channel = $2 and ours = $3 and theirs = $4)
select * from (
  select e.seq, k.key, e.sealed, e.turn, 'received' as state, 'customer' as who, e.received_at as at
    from l join event e on e.creditor = $1 and e.conversation in (l.conversation, l.home) and e.seq > $5
     and e.channel = $2 and e.ours = $3 and e.theirs = $4
    join seal_key k on k.creditor = $1 and k.conversation = e.conversation
  union all
  select o.seq, k.key, o.sealed, o.turn, o.state, 'bot', o.created_at
    from l join outbox o on o.creditor = $1 and o.conversation in (l.conversation, l.home) and o.seq > $5
     and o.channel = $2 and o.ours = $3 and o.theirs = $4
    join seal_key k on k.creditor = $1 and k.conversation = o.conversation
) said order by seq limit 500`

interface EntryRow {
  seq: string
  key: Buffer
  sealed: Buffer
  turn: number | null
  state: string
  who: 'customer' | 'bot'
  at: Date
}

function entryOf(row: EntryRow): Entry | null {
  const base = {
    entry: Number(row.seq),
    who: row.who,
    at: new Date(row.at).toISOString(),
    turn: row.turn,
  }
  if (row.who === 'bot') {
    const body = JSON.parse(unseal(row.key, row.sealed))
    return {
      ...base,
      id: null,
      text: body.text,
      language: body.language,
      ...(body.options ? { options: body.options } : {}),
      state: row.state as NonNullable<Entry['state']>,
    }
  }
  const { event } = openEvent(row.key, row.sealed)
  if (event.kind !== 'message' && event.kind !== 'dtmf') return null
  return { ...base, id: event.id, text: event.text, language: event.language ?? '' }
}

/** What was said on a line after a cursor, oldest first. */
export async function entriesAfter(pool: Pool, line: LineKey, after: number): Promise<Entry[]> {
  const values = [line.creditor, line.channel, line.ours, line.theirs, after]
  const { rows } = await pool.query<EntryRow>({ name: 'entries', text: entriesOf, values })
  return rows.map(entryOf).filter((entry) => entry !== null)
}

/** The journal of a conversation with each turn's hash worked out again; null when there is none such. */
export async function journalOf(
  pool: Pool,
  creditor: string,
  conversation: string,
): Promise<JournalRow[] | null> {
  const { rows: keys } = await pool.query<{ key: Buffer }>(
    'select key from seal_key where creditor = $1 and conversation = $2',
    [creditor, conversation],
  )
  if (!keys[0]) return null
  const { rows } = await pool.query(
    'select * from turn where creditor = $1 and conversation = $2 order by turn',
    [creditor, conversation],
  )
  const key = keys[0].key
  return rows.map((row) => {
    const ran = { flows: row.flows, texts: row.texts, policy: row.policy, facts: row.facts }
    const at = Temporal.Instant.from(new Date(row.at).toISOString()).toString()
    const link = { conversation, turn: row.turn, at, ran, sealed: row.sealed }
    const { turn, previous, hash } = row
    return {
      turn,
      at,
      ran,
      body: unseal(key, row.sealed),
      previous,
      hash,
      verified: chainHash(previous, link),
    }
  })
}

/** Facts kept by hash, opened; null when unknown. */
export async function factsOf(
  pool: Pool,
  creditor: string,
  conversation: string,
  hash: string,
): Promise<string | null> {
  const { rows } = await pool.query<{ key: Buffer; sealed: Buffer }>(
    `select k.key, f.sealed from facts f join seal_key k using (creditor, conversation)
     where f.creditor = $1 and f.conversation = $2 and f.hash = $3`,
    [creditor, conversation, hash],
  )
  return rows[0] ? unseal(rows[0].key, rows[0].sealed) : null
}
