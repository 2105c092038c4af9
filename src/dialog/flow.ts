import type { Expression } from './expression/evaluate.ts'
import type { Intent, SlotType } from '../conversation/understanding.ts'
import type { Value } from '../conversation/state.ts'

/** Where something stands in the sources; lines and columns count from one. */
export interface Place {
  file: string
  line: number
  column: number
}

/** Something wrong in the flows, with where, and a sentence naming the value and what was expected. */
export interface Fault extends Place {
  message: string
}

export const repairs = [
  'clarify',
  'cannot-understand',
  'correct',
  'cancel',
  'resume',
  'repeat',
  'simpler',
  'refuse',
  'wait',
  'silence',
  'interrupted',
] as const
/** What goes wrong in every talk; each is a flow that says how we answer it. */
export type Repair = (typeof repairs)[number]

/** What a flow asks for and remembers; `options` are the keys of a one-of. */
export interface SlotKind {
  type: SlotType
  options: string[]
  place: Place
}

/** Where a flow goes on: a step (or `end`), or another flow that comes back. */
export type Target = { goto: string; place: Place } | { call: string; place: Place }

/** What an answer that does not fit leads to; the slot is emptied and asked again unless it goes elsewhere. */
export interface Otherwise {
  when: Condition | null
  say: string | null
  target: Target | null
  place: Place
}

export type Condition = Expression & { place: Place }
/** An argument of an action: an expression, or a bare word taken as it stands. */
export type Argument = { source: string; expression: Condition | null; place: Place }

export type Action =
  | { kind: 'say'; text: string }
  | {
      kind: 'ask'
      slot: string
      text: string
      accept: Condition | null
      otherwise: Otherwise[]
      onRefuse: Target | { fill: Value; place: Place } | null
      /** Words that fit nothing go on there; they are in the journal, so they are not lost. */
      onOther: Target | null
      onSilence: Target | null
      tries: number
      /** The day asked for lies behind: "le 3" is the last third, not the next. */
      past: boolean
    }
  | { kind: 'branch'; cases: { when: Condition | null; target: Target }[] }
  | { kind: 'do'; action: string; with: Record<string, Argument>; on: Record<string, Target> }
  | { kind: 'confirm'; slots: string[]; text: string; onNo: Target | null; onChange: Target | null }
  | { kind: 'set'; values: Record<string, Value> }
  | { kind: 'call'; flow: string }
  | { kind: 'guard'; holds: Condition; target: Target | null; say: string | null }
  | { kind: 'handover'; reason: string }
  | { kind: 'goto'; step: string }
  | { kind: 'end' }

/** One step. `id` is written or made of kind and target: `ask:amount`, `say:intro#2`. */
export type Step = { id: string; when: Condition | null; place: Place } & Action

/** A flow as the engine runs it. */
export interface Flow {
  name: string
  purpose: string
  /** Intents it answers; `term` is a word of the glossary found in what was written. */
  startsOn: (Intent | 'term')[]
  repair: Repair | null
  requires: 'none' | 'proven'
  /** May start over anything, even while `danger` runs. */
  interrupts: boolean
  /** Starting it drops everything under way. */
  clears: boolean
  /** Dropped, not taken up again, when one of these intents starts something else; true: any. */
  skippable: boolean | Intent[]
  priority: 'normal' | 'care' | 'security'
  slots: ReadonlyMap<string, SlotKind>
  steps: Step[]
  /** Position of each step by id. */
  at: ReadonlyMap<string, number>
  place: Place
}

/** Flows the engine itself starts, by name. */
export const named = {
  welcome: 'welcome',
  opener: 'opener',
  identify: 'identify',
  danger: 'danger',
  fragile: 'fragile',
  humanComing: 'human-coming',
  thirdParty: 'third-party',
} as const

/** A text may be chosen by a one-of: `meaning_{term}` stands for one text a choice. */
export const dynamicName = /\{(\w+)\}/
