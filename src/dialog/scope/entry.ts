import type { Account } from '../../conversation/account.ts'
import type { Facts } from '../../conversation/facts.ts'
import type { DialogState, Value } from '../../conversation/state.ts'
import type { ValueType } from '../action.ts'

/** Everything a name of the scope is worked out from. */
export interface Seen {
  facts: Facts
  state: DialogState
  /** By the creditor's clock. */
  now: Temporal.ZonedDateTime
  today: Temporal.PlainDate
  /** Null before the right person is proven: nothing of it may be known. */
  account: Account | null
}

/** One name: its type and how it is worked out. */
export interface Entry {
  type: ValueType
  of(seen: Seen): Value
  /** Null before the proof; flows that do not require it may not use it. */
  proven?: true
}

export type Entries = Record<string, Entry>

/** A name that is known of anybody. */
export function general(type: ValueType, of: (seen: Seen) => Value): Entry {
  return { type, of }
}

/** A name that is null until the person is proven. */
export function ofAccount(type: ValueType, of: (account: Account, seen: Seen) => Value): Entry {
  return { type, proven: true, of: (seen) => (seen.account ? of(seen.account, seen) : null) }
}
