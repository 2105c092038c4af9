import type { TurnDraft } from '../conversation/store.ts'
import type { Statement } from './statement.ts'

/*
 * What a turn counted on beside its conversation, and must still be so: the account's version, and the
 * guard of its codes. A turn that changes one of these first locks its conversation, so that nothing is
 * counted for a turn that then finds the conversation moved.
 */

export interface Gates {
  ctes: string[]
  /** Added to the condition under which the conversation moves. */
  where: string
}

const has = (draft: TurnDraft, ...kinds: TurnDraft['effects'][number]['kind'][]): boolean =>
  draft.effects.some(({ kind }) => kinds.includes(kind))

/** The conversation at the version and order the turn was decided on. */
export function conversationRow({ loaded }: TurnDraft, s: Statement): string {
  return `creditor = ${s.value(loaded.line.creditor)} and id = ${s.value(loaded.conversation, 'uuid')}
    and version = ${s.value(loaded.version, 'int')} and last_seq = ${s.value(loaded.lastSeq, 'bigint')}`
}

export function gatesOf(draft: TurnDraft, s: Statement): Gates {
  const account = accountGate(draft, s)
  const guard = guardGate(draft, s)
  const ctes = [...account.ctes, ...guard.ctes]
  if (ctes.length === 0) return account
  const held = `held as (select 1 from conversation where ${conversationRow(draft, s)} for update)`
  return { ctes: [held, ...ctes], where: account.where + guard.where }
}

/** A turn that changes what is owed or promised raises the account's version; every other checks it. */
function accountGate(draft: TurnDraft, s: Statement): Gates {
  const { candidate, line } = draft.loaded
  if (!candidate) return { ctes: [], where: '' }
  const row = `creditor = ${s.value(line.creditor)} and reference = ${s.value(candidate.account.reference)}
    and version = ${s.value(candidate.accountVersion, 'int')}`
  if (!has(draft, 'commitment', 'withdrawal'))
    return { ctes: [], where: ` and exists (select 1 from account where ${row})` }
  const raised = `raised as (update account set version = version + 1
    where ${row} and exists (select 1 from held) returning version)`
  return { ctes: [raised], where: ' and exists (select 1 from raised)' }
}

/**
 * Codes sent and missed are counted on the count the turn saw: of many at once one commits, the others
 * look again and find the limit. The first is a plain insert, so that a second one rolls back.
 */
function guardGate(draft: TurnDraft, s: Statement): Gates {
  const account = draft.candidate ?? draft.loaded.named
  if (!account || !has(draft, 'challenge', 'code_missed', 'proof')) return { ctes: [], where: '' }
  const { guard, line } = draft.loaded
  const missed = draft.effects.findLast((effect) => effect.kind === 'code_missed')
  const at = s.value(draft.at, 'timestamptz')
  const sent = has(draft, 'challenge') ? `array[${at}]` : `array_remove(array[${at}], ${at})`
  const failures = missed ? 1 : 0
  const locked = s.value(missed?.lockedUntil ?? null, 'timestamptz')
  const [creditor, name] = [s.value(line.creditor), s.value(account)]
  const guarded = guard.version
    ? `guarded as (update code_guard g set version = g.version + 1,
        sent = (select coalesce(array_agg(one), '{}') from unnest(g.sent || ${sent}) one where one > ${at} - interval '1 day'),
        failures = ${has(draft, 'proof') ? '0' : `g.failures + ${failures}`},
        locked_until = greatest(g.locked_until, ${locked})
        where creditor = ${creditor} and account = ${name} and version = ${s.value(guard.version, 'int')}
          and exists (select 1 from held) returning 1)`
    : `guarded as (insert into code_guard (creditor, account, sent, failures, locked_until)
        select ${creditor}, ${name}, ${sent}, ${failures}, ${locked} from held returning 1)`
  return { ctes: [guarded], where: ' and exists (select 1 from guarded)' }
}
