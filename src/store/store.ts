import type { Pool } from 'pg'
import type { Store, TurnDraft } from '../conversation/store.ts'
import { acceptInto, openConversation } from './open.ts'
import { commitTurns } from './commit.ts'
import { entriesAfter, factsOf, journalOf } from './read.ts'
import { loadCandidate, loadFrom, loadLine } from './load.ts'
import { makeOutbox } from './outbox.ts'
import { newKey } from './seal.ts'
import { openEvent } from './event-body.ts'

/** The store port on PostgreSQL. `id` draws conversation ids (UUID). */
export function makeStore(pool: Pool, id: () => string): Store {
  return {
    load: (line) => loadLine(pool, line),
    loadConversation: (line, conversation) => loadFrom(pool, line, conversation),
    open: (line, hint, at) => openConversation(pool, line, hint, at, id),
    accept: (loaded, event, burst, at) => acceptInto(pool, loaded, event, burst, at),
    candidate: (creditor, reference) => loadCandidate(pool, creditor, reference),
    commit: (drafts) =>
      commitTurns(
        pool,
        drafts.map((draft) => withFresh(draft, id)),
      ),
    entries: (line, after) => entriesAfter(pool, line, after),
    journal: (creditor, conversation) => journalOf(pool, creditor, conversation),
    facts: (creditor, conversation, hash) => factsOf(pool, creditor, conversation, hash),
    outbox: makeOutbox(pool),
    ...waitingReads(pool),
    ...materialReads(pool),
  }
}

// "This is not me" on the very conversation that is the customer's: the line needs one of its own.
function withFresh(draft: TurnDraft, id: () => string): TurnDraft {
  const { loaded, effects } = draft
  const leaves = effects.some(({ kind }) => kind === 'unlinked')
  if (!leaves || !loaded.customer || loaded.home !== loaded.conversation) return draft
  return { ...draft, fresh: { conversation: id(), key: newKey() } }
}

function waitingReads(
  pool: Pool,
): Pick<Store, 'repeated' | 'waiting' | 'postpone' | 'due' | 'conversationOfCustomer'> {
  return {
    async repeated(creditor, source, id) {
      const { rows } = await pool.query<{
        conversation: string
        seq: string
        sealed: Buffer
        key: Buffer
      }>(
        `select e.conversation, e.seq, e.sealed, k.key from event e join seal_key k using (creditor, conversation)
         where e.creditor = $1 and e.source = $2 and e.id = $3`,
        [creditor, source, id],
      )
      const row = rows[0]
      if (!row) return null
      return {
        conversation: row.conversation,
        seq: Number(row.seq),
        ...openEvent(row.key, row.sealed),
      }
    },
    async waiting(creditor, conversation) {
      const { rows } = await pool.query<{ seq: string; sealed: Buffer; key: Buffer }>({
        name: 'waiting',
        text: `select e.seq, e.sealed, k.key from event e join seal_key k using (creditor, conversation)
          where e.creditor = $1 and e.conversation = $2 and e.turn is null order by e.seq limit 100`,
        values: [creditor, conversation],
      })
      return rows.map((row) => ({
        seq: Number(row.seq),
        event: openEvent(row.key, row.sealed).event,
      }))
    },
    async postpone(creditor, conversation, until) {
      await pool.query(
        'update conversation set due_at = $3 where creditor = $1 and id = $2 and due_at is not null',
        [creditor, conversation, until],
      )
    },
    async due(at, limit) {
      const { rows } = await pool.query<{ creditor: string; conversation: string }>(
        'select creditor, id as conversation from conversation where due_at <= $1 order by due_at limit $2',
        [at, limit],
      )
      return rows
    },
    async conversationOfCustomer(creditor, customer) {
      const { rows } = await pool.query<{ id: string }>(
        'select id from conversation where creditor = $1 and customer = $2',
        [creditor, customer],
      )
      return rows[0]?.id ?? null
    },
  }
}

function materialReads(pool: Pool): Pick<Store, 'keepMaterials' | 'material'> {
  return {
    async keepMaterials(creditor, materials) {
      for (const { hash, kind, body } of materials)
        await pool.query(
          'insert into material (creditor, hash, kind, body) values ($1, $2, $3, $4) on conflict do nothing',
          [creditor, hash, kind, body],
        )
    },
    async material(creditor, hash) {
      const { rows } = await pool.query<{ body: string }>(
        'select body from material where creditor = $1 and hash = $2',
        [creditor, hash],
      )
      return rows[0]?.body ?? null
    },
  }
}
