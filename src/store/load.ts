import type { Pool } from 'pg'
import type { Account } from '../conversation/account.ts'
import type { Bill } from '../conversation/bill.ts'
import type { Candidate, Hint, Loaded } from '../conversation/store.ts'
import type { CodeGuard } from '../conversation/facts.ts'
import type { Commitment, Instalment, PaymentMethod } from '../conversation/commitment.ts'
import type { Contact } from '../conversation/customer.ts'
import type { Language } from '../conversation/language.ts'
import type { LineKey } from '../conversation/line.ts'

/** An account with all a turn looks at: customer, contacts, latest bills, what was paid and promised. */
const candidateColumns = `
  a.reference, a.currency, a.version as account_version, cu.id as customer_id, cu.name, cu.language,
  (select coalesce(json_agg(json_build_object('kind', kind, 'address', address) order by kind, address), '[]')
     from contact where creditor = a.creditor and customer = a.customer) as contacts,
  (select coalesce(json_agg(body order by issued desc, number desc), '[]')
     from (select * from bill where creditor = a.creditor and account = a.reference
           order by issued desc, number desc limit 4) latest) as bills,
  (select coalesce(sum(case when body->>'kind' = 'credit_note' then -1 else 1 end * (body->>'dueCents')::bigint), 0) from bill
     where creditor = a.creditor and account = a.reference)
  - (select coalesce(sum(cents), 0) from payment
     where creditor = a.creditor and account = a.reference) as due_cents,
  (select coalesce(json_agg(json_build_object('kind', kind, 'reference', reference, 'state', state,
       'cents', cents, 'date', date, 'method', method, 'instalments', instalments) order by made_at, kind desc, reference), '[]')
     from commitment where creditor = a.creditor and account = a.reference and state = 'confirmed') as commitments`

const loadedColumns = `
  c.id as conversation, l.home, c.customer, c.version, c.turns, c.last_seq, c.owner, c.state, c.head, k.key,
  l.candidate as named, l.proof, l.challenge, l.opted_out_at, g.sent, g.failures, g.locked_until, g.version as guard_version, c.due_at is not null as waits,
  (select json_build_object('reason', h.reason, 'promisedBy', h.promised_by) from handoff h
    where h.creditor = c.creditor and h.conversation = c.id and h.closed_at is null
    order by array_position(array['now', 'soon', 'normal'], h.priority), h.opened_at limit 1) as handoff,
  (select array_agg(created_at order by created_at) from outbox o
    where o.creditor = c.creditor and o.conversation = c.id and o.purpose = 'initiative'
      and o.created_at > now() - interval '30 days') as initiatives,
  ${candidateColumns}`

const loadedJoins = `
  join seal_key k on k.creditor = c.creditor and k.conversation = c.id
  left join account a on a.creditor = l.creditor and a.reference = l.candidate
  left join customer cu on cu.creditor = a.creditor and cu.id = a.customer
  left join code_guard g on g.creditor = l.creditor and g.account = l.candidate`

const byLine = `select ${loadedColumns} from line l
  join conversation c on c.creditor = l.creditor and c.id = l.conversation ${loadedJoins}
  where l.creditor = $1 and l.channel = $2 and l.ours = $3 and l.theirs = $4`

const byConversation = `select ${loadedColumns} from line l
  join conversation c on c.creditor = l.creditor and c.id = $5 ${loadedJoins}
  where l.creditor = $1 and l.channel = $2 and l.ours = $3 and l.theirs = $4`

const byReference = `select ${candidateColumns} from account a
  join customer cu on cu.creditor = a.creditor and cu.id = a.customer
  where a.creditor = $1 and a.reference = $2`

// One number may belong to several people or accounts: then nobody is a candidate.
const byPhone = `select min(a.reference) as reference from contact t
  join account a on a.creditor = t.creditor and a.customer = t.customer
  where t.creditor = $1 and t.kind = 'phone' and t.address = $2 having count(*) = 1`

interface CandidateRow {
  reference: string | null
  currency: string
  account_version: number
  customer_id: string
  name: string
  language: Language
  contacts: Contact[]
  bills: Bill[]
  due_cents: string | number
  commitments: CommitmentRow[]
}

interface CommitmentRow {
  kind: 'promise' | 'plan'
  reference: string
  state: Commitment['state']
  cents: number
  date: string
  method: PaymentMethod | null
  instalments: Instalment[]
}

interface GuardRow {
  sent: (Date | string)[] | null
  failures: number | null
  locked_until: Date | string | null
  guard_version: number | null
}

interface LoadedRow extends CandidateRow, GuardRow {
  conversation: string
  home: string
  named: string | null
  waits: boolean
  customer: string | null
  version: number
  turns: number
  last_seq: string | number
  owner: string
  state: Loaded['state'] | Record<string, never>
  head: string
  key: Buffer
  proof: Loaded['proof']
  challenge: Loaded['challenge']
  opted_out_at: Date | string | null
  handoff: { reason: string; promisedBy: string } | null
  initiatives: (Date | string)[] | null
}

const instant = (value: Date | string): string =>
  Temporal.Instant.from(new Date(value).toISOString()).toString()

function commitmentOf(row: CommitmentRow): Commitment {
  const { reference, state, cents, date, method, instalments } = row
  if (row.kind === 'plan') return { kind: 'plan', reference, state, cents, instalments, method }
  return { kind: 'promise', reference, state, cents, date, method: method ?? 'transfer' }
}

function candidateOf(row: CandidateRow): Candidate | null {
  if (!row.reference) return null
  const account: Account = {
    reference: row.reference,
    currency: row.currency,
    dueCents: Number(row.due_cents),
    bills: row.bills,
    commitments: row.commitments.map(commitmentOf),
  }
  const { customer_id: id, name, language, contacts } = row
  return {
    customer: { id, name, language, contacts },
    account,
    accountVersion: row.account_version,
  }
}

function loadedOf(line: LineKey, row: LoadedRow): Loaded {
  return {
    line,
    conversation: row.conversation,
    home: row.home,
    customer: row.customer,
    version: row.version,
    turns: row.turns,
    lastSeq: Number(row.last_seq),
    owner: row.owner,
    state: row.state && 'stack' in row.state ? (row.state as Loaded['state']) : null,
    head: row.head,
    key: row.key,
    candidate: candidateOf(row),
    named: row.named,
    waits: row.waits,
    proof: row.proof,
    challenge: row.challenge,
    guard: guardFrom(row),
    optedOut: row.opted_out_at !== null,
    openHandoff: row.handoff && { ...row.handoff, promisedBy: instant(row.handoff.promisedBy) },
    initiatives: (row.initiatives ?? []).map(instant),
  }
}

const guardOf =
  'select sent, failures, locked_until, version as guard_version from code_guard where creditor = $1 and account = $2'

function guardFrom(row: GuardRow | undefined): CodeGuard {
  return {
    sent: (row?.sent ?? []).map(instant),
    failures: row?.failures ?? 0,
    lockedUntil: row?.locked_until ? instant(row.locked_until) : null,
    version: row?.guard_version ?? 0,
  }
}

const keyOf = (line: LineKey) => [line.creditor, line.channel, line.ours, line.theirs]

/** A line with its conversation as of now, in one round trip; null where nobody wrote yet. */
export async function loadLine(pool: Pool, line: LineKey): Promise<Loaded | null> {
  const { rows } = await pool.query<LoadedRow>({
    name: 'load-line',
    text: byLine,
    values: keyOf(line),
  })
  return rows[0] ? loadedOf(line, rows[0]) : null
}

/** A conversation seen from a line that does not point at it yet. */
export async function loadFrom(
  pool: Pool,
  line: LineKey,
  conversation: string,
): Promise<Loaded | null> {
  const values = [...keyOf(line), conversation]
  const { rows } = await pool.query<LoadedRow>({ name: 'load-from', text: byConversation, values })
  return rows[0] ? loadedOf(line, rows[0]) : null
}

/** The account behind a reference, or null, with its guard: both are asked for in the same time. */
export async function loadCandidate(
  pool: Pool,
  creditor: string,
  reference: string,
): Promise<{ candidate: Candidate | null; guard: CodeGuard }> {
  const values = [creditor, reference]
  const [accounts, guards] = await Promise.all([
    pool.query<CandidateRow>({ name: 'candidate', text: byReference, values }),
    pool.query<GuardRow>({ name: 'guard', text: guardOf, values }),
  ])
  const [account] = accounts.rows
  return { candidate: account ? candidateOf(account) : null, guard: guardFrom(guards.rows[0]) }
}

/** Reference of the one account a number or an opener points at; null for none or several. */
export async function candidateReference(
  pool: Pool,
  creditor: string,
  hint: Hint,
): Promise<string | null> {
  if (hint.account) {
    const found = await pool.query('select 1 from account where creditor = $1 and reference = $2', [
      creditor,
      hint.account,
    ])
    return found.rowCount ? hint.account : null
  }
  if (!hint.from) return null
  const { rows } = await pool.query<{ reference: string }>({
    name: 'by-phone',
    text: byPhone,
    values: [creditor, hint.from],
  })
  return rows[0]?.reference ?? null
}
