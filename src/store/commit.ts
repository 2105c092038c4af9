import type { Pool, PoolClient } from 'pg'
import type { Committed, StoredMessage, TurnDraft } from '../conversation/store.ts'
import { chainHash, seal } from './seal.ts'
import { sealEvent } from './event-body.ts'
import { conversationRow, gatesOf } from './commit-gates.ts'
import { effectParts } from './commit-effects.ts'
import { makeStatement, nameOf, type Statement } from './statement.ts'
import { violates } from './violation.ts'

/*
 * A turn is one statement. `moved` updates the conversation where version and order are still those the
 * turn was decided on; every other write selects from it, so either all of it happens or nothing does.
 * There is no "on conflict do nothing" on events: a duplicate must roll everything back.
 */

const has = (draft: TurnDraft, kind: TurnDraft['effects'][number]['kind']): boolean =>
  draft.effects.some((effect) => effect.kind === kind)

function movedPart(draft: TurnDraft, hash: string, s: Statement): string[] {
  const { loaded } = draft
  const { ctes, where } = gatesOf(draft, s)
  const owner = has(draft, 'handoff') && loaded.owner === 'bot' ? 'queue' : loaded.owner
  const proof = draft.effects.find((effect) => effect.kind === 'proof')
  const sets = [
    'version = version + 1',
    'turns = turns + 1',
    `state = ${s.value(JSON.stringify(draft.state), 'jsonb')}`,
    `head = ${s.value(hash)}`,
    `owner = ${s.value(owner)}`,
  ]
  if (proof && !draft.moveTo) sets.push(`customer = ${s.value(proof.proof.customer)}`)
  if (draft.event) sets.push(`last_seq = nextval('entry')`)
  if (draft.heard)
    sets.push(
      draft.heard.othersWait
        ? `due_at = ${s.value(draft.at, 'timestamptz')}`
        : 'due_at = null, waiting_since = null',
    )
  // A line that answers at once does not overtake what came in before it.
  const inOrder = draft.event ? ' and due_at is null' : ''
  const moved = `moved as (update conversation set ${sets.join(', ')}
    where ${conversationRow(draft, s)}${inOrder}${where} returning creditor, id, turns, last_seq)`
  return [...ctes, moved]
}

function heardPart(draft: TurnDraft, turn: number, s: Statement): string[] {
  const { loaded, heard, event } = draft
  if (heard)
    return [
      `marked as (update event e set turn = ${s.value(turn, 'int')} from moved
        where e.creditor = moved.creditor and e.conversation = moved.id and e.turn is null
          and e.seq = any(${s.value(heard.seqs, 'bigint[]')}))`,
    ]
  if (!event) return []
  const { line } = loaded
  const values = [
    s.value(event.event.source),
    s.value(event.event.id),
    'moved.id',
    'moved.last_seq',
    s.value(line.channel),
    s.value(line.ours),
    s.value(line.theirs),
    s.value(turn, 'int'),
    s.value(sealEvent(loaded.key, event.event, event.answer), 'bytea'),
    s.value(draft.at, 'timestamptz'),
  ]
  return [
    `heard as (insert into event
      (creditor, source, id, conversation, seq, channel, ours, theirs, turn, sealed, received_at)
      select moved.creditor, ${values.join(', ')} from moved)`,
  ]
}

function outboxPart(draft: TurnDraft, turn: number, s: Statement): string[] {
  if (draft.outbox.length === 0) return []
  const at = s.value(draft.at, 'timestamptz')
  const rows = draft.outbox.map((message, n) => {
    const { text, language, options } = message
    const body = seal(draft.loaded.key, JSON.stringify({ text, language, options }))
    const values = [
      s.value(message.line.channel),
      s.value(message.line.ours),
      s.value(message.line.theirs),
      s.value(message.purpose),
      s.value(message.rule),
      s.value(message.state),
      message.state === 'waiting' ? at : 'null::timestamptz',
      s.value(message.error ?? null, 'text'),
      s.value(body, 'bytea'),
    ]
    return `select moved.creditor, moved.id, nextval('entry'), ${s.value(turn, 'int')}, ${n}, ${values.join(', ')}, ${at} from moved`
  })
  return [
    `sent as (insert into outbox
      (creditor, conversation, seq, turn, n, channel, ours, theirs, purpose, rule, state, next_at, error, sealed, created_at)
      ${rows.join(' union all ')} returning seq, n, state, channel)`,
  ]
}

function journalPart(
  draft: TurnDraft,
  turn: number,
  sealed: Buffer,
  hash: string,
  s: Statement,
): string[] {
  const { ran, facts, loaded } = draft
  const values = [
    s.value(turn, 'int'),
    s.value(draft.at, 'timestamptz'),
    s.value(ran.flows),
    s.value(ran.texts),
    s.value(ran.policy),
    s.value(facts.hash),
    s.value(sealed, 'bytea'),
    s.value(loaded.head),
    s.value(hash),
  ]
  return [
    `told as (insert into turn
      (creditor, conversation, turn, at, flows, texts, policy, facts, sealed, previous, hash)
      select moved.creditor, moved.id, ${values.join(', ')} from moved)`,
  ]
}

// What a turn looked at is kept once by its hash; most turns look at the same.
function factsPart(draft: TurnDraft, s: Statement): string[] {
  if (draft.loaded.keptFacts === draft.facts.hash) return []
  const sealed = s.value(seal(draft.loaded.key, draft.facts.body), 'bytea')
  return [
    `kept as (insert into facts (creditor, conversation, hash, sealed)
      select moved.creditor, moved.id, ${s.value(draft.facts.hash)}, ${sealed} from moved
      on conflict do nothing)`,
  ]
}

async function run(client: Pool | PoolClient, draft: TurnDraft): Promise<Committed> {
  const s = makeStatement()
  const turn = draft.loaded.turns + 1
  const sealed = seal(draft.loaded.key, draft.body)
  const ran = { ...draft.ran, facts: draft.facts.hash }
  const link = { conversation: draft.loaded.conversation, turn, at: draft.at, ran, sealed }
  const hash = chainHash(draft.loaded.head, link)
  const ctes = [
    ...movedPart(draft, hash, s),
    ...heardPart(draft, turn, s),
    ...journalPart(draft, turn, sealed, hash, s),
    ...factsPart(draft, s),
    ...outboxPart(draft, turn, s),
    ...effectParts(draft, turn, s),
  ]
  const sent = draft.outbox.length ? `(select json_agg(sent order by n) from sent)` : 'null::json'
  const text = `with ${ctes.join(',\n')}\nselect last_seq, ${sent} as sent from moved`
  const { rows } = await client.query<{ last_seq: string; sent: StoredMessage[] | null }>({
    name: nameOf('turn', text),
    text,
    values: s.values,
  })
  if (!rows[0]) return { done: false }
  const { line, conversation } = draft.loaded
  const outbox = (rows[0].sent ?? []).map(({ seq, state, channel }) => ({
    creditor: line.creditor,
    conversation,
    seq: Number(seq),
    state,
    channel,
  }))
  return { done: true, turn, hash, outbox, lastSeq: Number(rows[0].last_seq) }
}

async function runTogether(pool: Pool, drafts: TurnDraft[]): Promise<Committed> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    let last: Committed = { done: false }
    for (const draft of drafts) {
      last = await run(client, draft)
      if (!last.done) break
    }
    await client.query(last.done ? 'commit' : 'rollback')
    return last
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

/**
 * Commits a turn, or several that belong together (a line that joins its customer's conversation).
 * `done: false` when a version moved on or the event was here before: nothing was written.
 */
export async function commitTurns(pool: Pool, drafts: TurnDraft[]): Promise<Committed> {
  try {
    const [first, ...more] = drafts
    if (first && more.length === 0) return await run(pool, first)
    return await runTogether(pool, drafts)
  } catch (error) {
    if (violates(error)) return { done: false }
    throw error
  }
}
