import type { Pool } from 'pg'
import type { AcceptedRow, Hint, Loaded } from '../conversation/store.ts'
import type { InboundEvent } from '../conversation/event.ts'
import type { LineKey } from '../conversation/line.ts'
import { candidateReference, loadLine } from './load.ts'
import { newKey } from './seal.ts'
import { sealEvent } from './event-body.ts'
import { violates } from './violation.ts'
import { fail } from '../errors.ts'

const openLine = `
with line as (
  insert into line (creditor, channel, ours, theirs, conversation, home, candidate)
  values ($1, $2, $3, $4, $5, $5, $6)
), conversation as (
  insert into conversation (creditor, id, state, opened_at) values ($1, $5, '{}', $8)
)
insert into seal_key (creditor, conversation, key) values ($1, $5, $7)`

/**
 * Opens a line with a conversation of its own and returns it loaded. Two first messages at once make
 * one conversation: the loser of the race for the line loads the winner's.
 */
export async function openConversation(
  pool: Pool,
  line: LineKey,
  hint: Hint,
  at: string,
  id: () => string,
): Promise<Loaded> {
  const known = await loadLine(pool, line)
  if (known) return known
  const candidate = await candidateReference(pool, line.creditor, hint)
  const { creditor, channel, ours, theirs } = line
  try {
    await pool.query(openLine, [creditor, channel, ours, theirs, id(), candidate, newKey(), at])
  } catch (error) {
    if (!violates(error, 'line_pkey')) throw error
  }
  const opened = await loadLine(pool, line)
  if (!opened) throw fail('internal', `the line ${channel} ${ours} was opened and is not there`)
  return opened
}

// Accept: one statement raises the order, sets the time of the turn and inserts the event. The burst
// of short messages is waited out, but never longer than `most` after the first of them.
const acceptEvent = `
with moved as (
  update conversation c set
    last_seq = nextval('entry'),
    waiting_since = coalesce(c.waiting_since, $8::timestamptz),
    due_at = least(case when $12 then null else c.due_at end,
                   coalesce(c.waiting_since, $8::timestamptz) + $10 * interval '1 ms',
                   $8::timestamptz + $9 * interval '1 ms')
  from line l
  where l.creditor = $1 and l.channel = $2 and l.ours = $3 and l.theirs = $4 and l.conversation = $5
    and c.creditor = $1 and c.id = $5
  returning c.last_seq, c.due_at
)
insert into event (creditor, source, id, conversation, seq, channel, ours, theirs, sealed, received_at)
select $1, $6, $7, $5, last_seq, $2, $3, $4, $11, $8 from moved
returning seq, (select due_at from moved) as due_at`

/** Commits an event of a text line, so that it can be acknowledged. */
export async function acceptInto(
  pool: Pool,
  loaded: Loaded,
  event: InboundEvent,
  burst: { quietMs: number; mostMs: number },
  at: string,
): Promise<AcceptedRow | 'moved' | 'repeated'> {
  const { creditor, channel, ours, theirs } = loaded.line
  const sealed = sealEvent(loaded.key, event, null)
  const values = [
    creditor,
    channel,
    ours,
    theirs,
    loaded.conversation,
    event.source,
    event.id,
    at,
    burst.quietMs,
    burst.mostMs,
    sealed,
    // A message may put its turn off for the rest of its burst; nothing else does.
    event.kind === 'message',
  ]
  try {
    const { rows } = await pool.query<{ seq: number; due_at: Date }>({
      name: 'accept',
      text: acceptEvent,
      values,
    })
    const row = rows[0]
    if (!row) return 'moved'
    return {
      conversation: loaded.conversation,
      seq: Number(row.seq),
      dueAt: new Date(row.due_at).toISOString(),
    }
  } catch (error) {
    if (violates(error, 'event_pkey')) return 'repeated'
    throw error
  }
}
