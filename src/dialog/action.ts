import type { Decision, Draw, Effect } from '../conversation/decision.ts'
import type { DialogState, Said, Value } from '../conversation/state.ts'
import type { Facts } from '../conversation/facts.ts'
import type { Understanding } from '../conversation/understanding.ts'

/**
 * Types a value of the dialog can have; the checker proves expressions and texts against them. A `list`
 * is kept as the JSON text of its `Param` items, so that a frame stays plain values.
 */
export type ValueType =
  'money' | 'date' | 'moment' | 'count' | 'text' | 'yes_no' | 'one_of' | 'code' | 'list'

/** Everything an action may look at. Pure: the same input gives the same result for ever. */
export interface ActionInput {
  slots: Record<string, Value>
  vars: Record<string, Value>
  args: Record<string, Value>
  facts: Facts
  state: DialogState
  now: Temporal.ZonedDateTime
  draw: Draw
  /** References of the draw already used in this turn. */
  drawn: number
  understanding: Understanding | null
}

export interface ActionResult {
  /** One of the definition's outcomes; the flow's `on` maps it to a step. */
  outcome?: string
  vars?: Record<string, Value>
  effects?: Effect[]
  /** Texts to say now, before the next step. */
  says?: Said[]
  state?: Partial<DialogState>
  hangup?: Decision['hangup']
  /** How many references of the draw it used. */
  drew?: number
}

/** One action a flow may `do`, with what the checker needs to know of it. */
export interface ActionDefinition {
  name: string
  outcomes: string[]
  vars: Record<string, ValueType>
  /** Slots that must be set before. */
  reads?: string[]
  /** Names of arguments it takes by `with`. */
  args?: Record<string, ValueType>
  /** It makes a commitment, so a `confirm` must stand before it. */
  commits?: true
  run(input: ActionInput): ActionResult
}

export type Actions = ReadonlyMap<string, ActionDefinition>
