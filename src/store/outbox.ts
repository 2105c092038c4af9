import type { Pool } from 'pg'
import type { ClaimedMessage, OutboxStore, StoredMessage } from '../conversation/store.ts'
import type { DeliveryReport } from '../conversation/hub.ts'
import type { ChannelName, LineKey } from '../conversation/line.ts'
import { unseal } from './seal.ts'

/*
 * Life of an outgoing message:
 *
 *   waiting --claim--> sending --taken--> sent --report--> delivered --> read
 *      ^                  |  \--refused--> failed
 *      |                  +--nobody knows--> uncertain --found in the provider's list--> sent
 *      +------------ certainly not there ------+
 *   waiting --too old--> abandoned
 *
 * Reports only move forward. A claim waits for earlier messages of the same line, so order is kept.
 */

const rank = `array_position(array['waiting','sending','uncertain','sent','delivered','read'], `

const claim = `
update outbox o set state = 'sending', attempts = attempts + 1, handed_at = coalesce(handed_at, $4), next_at = $5
where creditor = $1 and conversation = $2 and seq = $3 and state = 'waiting'
  and not exists (select 1 from outbox e where e.creditor = o.creditor and e.conversation = o.conversation
    and e.channel = o.channel and e.theirs = o.theirs and e.seq < o.seq
    and e.state in ('waiting', 'sending', 'uncertain'))
returning *, (select key from seal_key k where k.creditor = o.creditor and k.conversation = o.conversation) as key`

interface Row {
  creditor: string
  conversation: string
  seq: string
  channel: ChannelName
  ours: string
  theirs: string
  state: StoredMessage['state']
  attempts: number
  handed_at: Date
  created_at: Date
  sealed: Buffer
  key: Buffer
}

function messageOf(row: Row): ClaimedMessage {
  const { creditor, conversation, channel, ours, theirs, state, attempts } = row
  const { text, language, options } = JSON.parse(unseal(row.key, row.sealed))
  return {
    creditor,
    conversation,
    seq: Number(row.seq),
    state,
    channel,
    attempts,
    text,
    language,
    ...(options ? { options } : {}),
    line: { creditor, channel, ours, theirs },
    since: new Date(row.handed_at).toISOString(),
    createdAt: new Date(row.created_at).toISOString(),
  }
}

const keyOf = (message: StoredMessage) => [message.creditor, message.conversation, message.seq]

/** Applies a provider's word; returns the line it concerns, or null when it changed nothing. */
async function applyReport(pool: Pool, report: DeliveryReport): Promise<LineKey | null> {
  const [creditor, conversation, seq] = report.outbox?.split('/') ?? []
  const known =
    creditor && conversation && /^[0-9a-f-]{36}$/.test(conversation) && /^\d+$/.test(seq ?? '')
  if (!known && !report.providerId) return null
  const where = known ? 'creditor = $4 and conversation = $5 and seq = $6' : 'provider_id = $3'
  const values = [
    report.state,
    report.error,
    report.providerId,
    ...(known ? [creditor, conversation, seq] : []),
  ]
  const forward = `(case when $1 = 'failed' then state not in ('delivered', 'read', 'failed', 'abandoned')
    else state not in ('failed', 'abandoned') and ${rank}$1::text) > ${rank}state) end)`
  const { rows } = await pool.query<Row>(
    `update outbox set state = $1::text, error = coalesce($2::text, error), provider_id = coalesce(provider_id, $3::text),
       next_at = null where ${where} and ${forward} returning *`,
    values,
  )
  const row = rows[0]
  return row
    ? { creditor: row.creditor, channel: row.channel, ours: row.ours, theirs: row.theirs }
    : null
}

export function makeOutbox(pool: Pool): OutboxStore {
  return {
    async claim(message, at, leaseUntil) {
      const values = [...keyOf(message), at, leaseUntil]
      const { rows } = await pool.query<Row>({ name: 'claim', text: claim, values })
      return rows[0] ? messageOf(rows[0]) : null
    },
    async due(at, limit) {
      const { rows } = await pool.query<Row>(
        `select creditor, conversation, seq, state, channel from outbox o
         where state = 'waiting' and next_at <= $1 and not exists (select 1 from outbox e
           where e.creditor = o.creditor and e.conversation = o.conversation and e.channel = o.channel
             and e.theirs = o.theirs and e.seq < o.seq and e.state in ('sending', 'uncertain'))
         order by seq limit $2`,
        [at, limit],
      )
      return rows.map(({ creditor, conversation, seq, state, channel }) => ({
        creditor,
        conversation,
        seq: Number(seq),
        state,
        channel,
      }))
    },
    async mark(message, to) {
      const { rowCount } = await pool.query(
        `update outbox set state = $4, provider_id = coalesce($5, provider_id), error = $6, next_at = $7
         where creditor = $1 and conversation = $2 and seq = $3 and state in ('waiting', 'sending', 'uncertain')`,
        [...keyOf(message), to.state, to.providerId ?? null, to.error ?? null, to.nextAt ?? null],
      )
      return void rowCount
    },
    async expire(at) {
      const { rowCount } = await pool.query(
        `update outbox set state = 'uncertain', error = 'the process stopped while sending',
           next_at = $1::timestamptz + interval '5 seconds'
         where state = 'sending' and next_at <= $1`,
        [at],
      )
      return rowCount ?? 0
    },
    async uncertain(at, limit) {
      const { rows } = await pool.query<Row>(
        `select o.*, k.key from outbox o join seal_key k using (creditor, conversation)
         where state = 'uncertain' and next_at <= $1 order by seq limit $2`,
        [at, limit],
      )
      return rows.map(messageOf)
    },
    async providerIds(line) {
      const { rows } = await pool.query<{ provider_id: string }>(
        `select provider_id from outbox where creditor = $1 and channel = $2 and ours = $3 and theirs = $4
         and provider_id is not null and created_at > now() - interval '3 days'`,
        [line.creditor, line.channel, line.ours, line.theirs],
      )
      return new Set(rows.map((row) => row.provider_id))
    },
    report: (report) => applyReport(pool, report),
  }
}
