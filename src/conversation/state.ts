import type { Grade, Signal } from './signal.ts'
import type { Language } from './language.ts'

/** A value in a slot or variable: cents, a count, an ISO day, a key, words, yes or no. */
export type Value = string | number | boolean | null

/** One flow under way. `step` is the id of the step that waits (never an index: flows change). */
export interface Frame {
  flow: string
  step: string
  slots: Record<string, Value>
  /** What actions computed for this frame. */
  vars: Record<string, Value>
  /** How often the waiting question was asked in a row. */
  tries: number
}

/** How plainly the customer wants things said. */
export type Level = 'simple' | 'standard' | 'expert'

/** Everything the dialog remembers of a conversation; plain JSON. */
export interface DialogState {
  language: Language
  level: Level
  /** The first turn said that this is a machine. */
  welcomed: boolean
  stack: Frame[]
  /** Consecutive turns that were not understood. */
  misunderstood: number
  /** Times the customer said they do not understand. */
  unclear: number
  /** What was said last, for "repeat": text references, not words. */
  lastSaid: Said[]
  grade: Grade
  signals: Signal[]
  cause: string | null
  /** The day of the month the customer is paid, in their words' figure. */
  payday: number | null
  /** Silences in a row on a call. */
  silences: number
  /** The customer spoke over us: what was heard next may be cut, and is no misunderstanding. */
  interrupted?: true
}

/** One thing to say, before it is put into words: a text of a flow and its typed parameters. */
export interface Said {
  flow: string
  text: string
  params: Record<string, Param>
  /** Choices to offer, in order; the channel renders them as digits, buttons or words. */
  options?: { key: string; label: string }[]
}

/** A typed parameter: the renderer formats it by type, in the customer's language. */
export type Param =
  | { type: 'money'; cents: number; currency: string }
  | { type: 'date'; date: string }
  | { type: 'moment'; at: string; zone: string }
  | { type: 'count'; count: number }
  | { type: 'quantity'; value: string; unit: string }
  | { type: 'text'; text: string }
  | { type: 'list'; items: Param[] }
  /** An amount on a day, for schedules: "30,94 € le 11 janvier". */
  | { type: 'instalment'; cents: number; currency: string; date: string }
  /** Another text of the flows, by reference: labels of options, names of line kinds. */
  | { type: 'label'; flow: string; text: string }

export function newDialogState(language: Language): DialogState {
  return {
    language,
    level: 'standard',
    welcomed: false,
    stack: [],
    misunderstood: 0,
    unclear: 0,
    lastSaid: [],
    grade: 0,
    signals: [],
    cause: null,
    payday: null,
    silences: 0,
  }
}
