import type { Effect } from '../conversation/decision.ts'
import type { TurnDraft } from '../conversation/store.ts'
import { seal } from './seal.ts'
import type { Statement } from './statement.ts'

type Of<K extends Effect['kind']> = Extract<Effect, { kind: K }>

const all = <K extends Effect['kind']>(draft: TurnDraft, kind: K): Of<K>[] =>
  draft.effects.filter((effect): effect is Of<K> => effect.kind === kind)

type Sets = Map<string, (s: Statement) => string>

// A column is set once: the later effect of a turn wins, and only it may use a placeholder.
function lineSets(draft: TurnDraft): Sets {
  const sets: Sets = new Map()
  const json = (column: string, value: unknown) =>
    sets.set(column, (s) => s.value(value === null ? null : JSON.stringify(value), 'jsonb'))
  if (draft.candidate !== undefined) sets.set('candidate', (s) => s.value(draft.candidate, 'text'))
  if (draft.moveTo) sets.set('conversation', (s) => s.value(draft.moveTo, 'uuid'))
  const { challenge } = draft.loaded
  for (const effect of draft.effects) {
    if (effect.kind === 'challenge') {
      const { hash, salt, expiresAt, attempts } = effect
      json('challenge', { hash, salt, sentAt: draft.at, expiresAt, attemptsLeft: attempts })
    }
    if (effect.kind === 'code_missed' && challenge) {
      const attemptsLeft = challenge.attemptsLeft - 1
      json('challenge', attemptsLeft > 0 ? { ...challenge, attemptsLeft } : null)
    }
    if (effect.kind === 'proof') json('proof', effect.proof).set('challenge', () => 'null')
    if (effect.kind === 'proof_revoked') sets.set('proof', () => 'null')
    if (effect.kind === 'opt_out') sets.set('opted_out_at', (s) => s.value(draft.at, 'timestamptz'))
    if (effect.kind === 'opt_in') sets.set('opted_out_at', () => 'null')
    if (effect.kind === 'unlinked')
      sets
        .set('candidate', () => 'null')
        .set('proof', () => 'null')
        .set('conversation', (s) =>
          draft.fresh ? s.value(draft.fresh.conversation, 'uuid') : 'l.home',
        )
        .set('home', (s) => (draft.fresh ? s.value(draft.fresh.conversation, 'uuid') : 'l.home'))
  }
  return sets
}

/** The line after the turn: candidate, proof, challenge, refusal, and where it points. */
function linePart(draft: TurnDraft, s: Statement): string[] {
  const sets = [...lineSets(draft)].map(([column, value]) => `${column} = ${value(s)}`)
  if (sets.length === 0) return []
  const { channel, ours, theirs } = draft.loaded.line
  return [
    `lined as (update line l set ${sets.join(', ')} from moved where l.creditor = moved.creditor
      and l.channel = ${s.value(channel)} and l.ours = ${s.value(ours)} and l.theirs = ${s.value(theirs)})`,
  ]
}

/** Who is not the customer leaves the customer's own conversation for a new one. */
function freshParts(draft: TurnDraft, s: Statement): string[] {
  if (!draft.fresh) return []
  const id = s.value(draft.fresh.conversation, 'uuid')
  return [
    `begun as (insert into conversation (creditor, id, state, opened_at)
      select moved.creditor, ${id}, '{}', ${s.value(draft.at, 'timestamptz')} from moved)`,
    `keyed as (insert into seal_key (creditor, conversation, key)
      select moved.creditor, ${id}, ${s.value(draft.fresh.key, 'bytea')} from moved)`,
  ]
}

function commitmentParts(draft: TurnDraft, turn: number, s: Statement): string[] {
  const account = draft.loaded.candidate?.account.reference ?? ''
  const made = all(draft, 'commitment')
  const replaced = made.flatMap((effect) => effect.replaces)
  const withdrawn = all(draft, 'withdrawal').map((effect) => effect.reference)
  const inserts = made.map(({ commitment }, n) => {
    const instalments = commitment.kind === 'plan' ? commitment.instalments : []
    const date = commitment.kind === 'plan' ? commitment.instalments[0]?.date : commitment.date
    const values = [
      s.value(commitment.reference),
      s.value(account),
      'moved.id',
      s.value(turn, 'int'),
      s.value(commitment.kind),
      s.value(commitment.state),
      s.value(commitment.cents, 'bigint'),
      s.value(date, 'date'),
      s.value(commitment.method, 'text'),
      s.value(JSON.stringify(instalments), 'jsonb'),
      s.value(draft.at, 'timestamptz'),
    ]
    return `committed${n} as (insert into commitment
      (creditor, reference, account, conversation, turn, kind, state, cents, date, method, instalments, made_at)
      select moved.creditor, ${values.join(', ')} from moved)`
  })
  const change = (name: string, state: string, references: string[]) =>
    references.length === 0
      ? []
      : [
          `${name} as (update commitment c set state = '${state}' from moved where c.creditor = moved.creditor
            and c.account = ${s.value(account)} and c.state = 'confirmed'
            and c.reference = any(${s.value(references, 'text[]')}))`,
        ]
  return [
    ...inserts,
    ...change('replaced', 'replaced', replaced),
    ...change('withdrawn', 'withdrawn', withdrawn),
  ]
}

function handoffParts(draft: TurnDraft, turn: number, s: Statement): string[] {
  return all(draft, 'handoff').map(({ handoff }, n) => {
    const values = [
      s.value(turn, 'int'),
      n,
      s.value(handoff.reason),
      s.value(handoff.priority),
      s.value(handoff.promisedBy, 'timestamptz'),
      s.value(seal(draft.loaded.key, handoff.words), 'bytea'),
      s.value(draft.at, 'timestamptz'),
    ]
    return `handed${n} as (insert into handoff
      (creditor, conversation, turn, n, reason, priority, promised_by, sealed, opened_at)
      select moved.creditor, moved.id, ${values.join(', ')} from moved)`
  })
}

function taskParts(draft: TurnDraft, turn: number, s: Statement): string[] {
  return all(draft, 'task').map((task, n) => {
    const values = [
      s.value(turn, 'int'),
      s.value(task.task),
      s.value(task.due, 'date'),
      s.value(
        seal(draft.loaded.key, JSON.stringify({ words: task.words, details: task.details ?? {} })),
        'bytea',
      ),
    ]
    return `tasked${n} as (insert into task (creditor, reference, conversation, turn, kind, due, sealed)
      select moved.creditor, ${s.value(task.reference)}, moved.id, ${values.join(', ')} from moved)`
  })
}

function consentParts(draft: TurnDraft, turn: number, s: Statement): string[] {
  const { line, key } = draft.loaded
  const words = new Map<string, string>()
  for (const effect of draft.effects)
    if (effect.kind === 'opt_out' || effect.kind === 'opt_in' || effect.kind === 'unlinked')
      words.set(effect.kind, effect.words)
  return [...words].map(([kind, said]) => {
    const where = [line.channel, line.ours, line.theirs, kind].map((value) => s.value(value))
    const values = [
      s.value(turn, 'int'),
      s.value(seal(key, said), 'bytea'),
      s.value(draft.at, 'timestamptz'),
    ]
    return `consented_${kind} as (insert into consent
      (creditor, channel, ours, theirs, kind, conversation, turn, sealed, at)
      select moved.creditor, ${where.join(', ')}, moved.id, ${values.join(', ')} from moved)`
  })
}

/** The writes a turn's effects cause, each selecting from `moved`. */
export function effectParts(draft: TurnDraft, turn: number, s: Statement): string[] {
  if (draft.effects.length === 0 && draft.candidate === undefined && !draft.moveTo) return []
  return [
    ...linePart(draft, s),
    ...freshParts(draft, s),
    ...commitmentParts(draft, turn, s),
    ...handoffParts(draft, turn, s),
    ...taskParts(draft, turn, s),
    ...consentParts(draft, turn, s),
  ]
}
