import type { Facts } from '../conversation/facts.ts'
import type { DialogState, Value } from '../conversation/state.ts'
import type { ValueType } from './action.ts'
import { provenOf } from './known.ts'
import { accountNames, commitmentNames } from './scope/account-names.ts'
import { creditorNames } from './scope/creditor-names.ts'
import type { Entry, Seen } from './scope/entry.ts'
import { personNames } from './scope/person-names.ts'
import { talkNames } from './scope/talk-names.ts'

const entries: ReadonlyMap<string, Entry> = new Map(
  Object.entries<Entry>({
    ...creditorNames,
    ...talkNames,
    ...personNames,
    ...accountNames,
    ...commitmentNames,
  }),
)

/** The type of every name a flow may use without setting it. */
export const scopeTypes: Readonly<Record<string, ValueType>> = Object.assign(
  // Without a prototype: `constructor` is no name of the scope.
  Object.create(null) as Record<string, ValueType>,
  Object.fromEntries([...entries].map(([name, entry]) => [name, entry.type])),
)

/** Names that are null before the proof; only flows that require it may use them. */
export const provenNames: ReadonlySet<string> = new Set(
  [...entries].filter(([, entry]) => entry.proven).map(([name]) => name),
)

/**
 * Reads one name at a time, worked out when asked and kept for the turn; null where the name is unknown
 * or has no value now. Money in cents, days ISO dates, moments ISO instants.
 */
export function scopeOf(
  facts: Facts,
  state: DialogState,
  now: Temporal.ZonedDateTime,
): (name: string) => Value {
  const local = now.withTimeZone(facts.creditor.zone)
  const account = provenOf(facts, now)?.account ?? null
  const seen: Seen = { facts, state, now: local, today: local.toPlainDate(), account }
  const known = new Map<string, Value>()
  return (name) => {
    const value = known.get(name) ?? entries.get(name)?.of(seen) ?? null
    known.set(name, value)
    return value
  }
}
