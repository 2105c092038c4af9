import type { Actions } from '../action.ts'
import type { Dialog } from '../load.ts'
import type { DialogState, Frame, Said, Value } from '../../conversation/state.ts'
import type { Draw, Effect, Purpose, Trace } from '../../conversation/decision.ts'
import type { EventKind } from '../../conversation/event.ts'
import type { Facts } from '../../conversation/facts.ts'
import type { Flow, Step } from '../flow.ts'
import type { Lookup } from '../expression/evaluate.ts'
import type { SignalKind } from '../../conversation/signal.ts'
import type { Understanding } from '../../conversation/understanding.ts'
import { engineTypes } from './names.ts'
import { scopeOf } from '../scope.ts'

/** Everything one step of the dialog is worked out from. */
export interface StepInput {
  dialog: Dialog
  actions: Actions
  state: DialogState
  /** Null for what has no words: opened, silence, a call that starts or ends. */
  understanding: Understanding | null
  event: EventKind
  words: string
  facts: Facts
  now: Temporal.ZonedDateTime
  draw: Draw
  /** The creditor's system opened the talk: `opener` instead of `welcome`. */
  proactive?: boolean
  /** The provider has answered already: the turn is worked and recorded, nothing is said. */
  muted?: boolean
}

/** One turn under way: a private copy that changes while the steps run, and what they caused so far. */
export interface Run {
  readonly input: StepInput
  readonly dialog: Dialog
  /** As they stand after the effects of this turn. */
  facts: Facts
  state: DialogState
  said: Said[]
  effects: Effect[]
  trace: Trace[]
  /** Position in `said` of the question asked in this turn; it is taken back when something comes before it. */
  question: number | null
  spoke: Set<Flow['priority']>
  hangup: boolean
  drawn: number
  steps: number
  /** Kind of the strongest sign of fragility in this turn's words; empty without one. */
  signal: SignalKind | ''
  /** This turn said for the first time that a machine speaks. */
  welcoming: boolean
  scope: Lookup | null
}

/** Variables the engine keeps in a frame; no flow can name them. */
export const kept = {
  /** The step whose question was asked last: asking it again takes other words. */
  asked: '_asked',
  /** What was confirmed, so that nothing else is committed. */
  confirmed: '_confirmed',
  /** Something else came in between: one sentence leads back. */
  interrupted: '_interrupted',
  /** The proof of person was asked for already. */
  identified: '_identified',
  /** An action of this frame had an effect: its steps are not run a second time. */
  acted: '_acted',
  /** It meets a sign of fragility: a person follows when it ends. */
  fragile: '_fragile',
  /** Choices offered, where they are fewer than the slot has. */
  offered: '_offered',
} as const

export function beginRun(input: StepInput): Run {
  const { state } = input
  return {
    input,
    dialog: input.dialog,
    facts: input.facts,
    state: {
      ...state,
      stack: state.stack.map((frame) => ({
        ...frame,
        slots: { ...frame.slots },
        vars: { ...frame.vars },
      })),
    },
    said: [],
    effects: [],
    trace: [],
    question: null,
    spoke: new Set(),
    hangup: false,
    drawn: 0,
    steps: 0,
    signal: '',
    welcoming: false,
    scope: null,
  }
}

export function topOf(run: Run): Frame | undefined {
  return run.state.stack.at(-1)
}

/** The flow of a frame; frames of unknown flows were dropped when the turn began. */
export function flowOf(run: Run, frame: Frame): Flow {
  return run.dialog.flows.get(frame.flow)!
}

/** The step a frame stands at; undefined before its first. */
export function stepOf(run: Run, frame: Frame): Step | undefined {
  const flow = flowOf(run, frame)
  const index = flow.at.get(frame.step)
  return index === undefined ? undefined : flow.steps[index]
}

export function newFrame(flow: Flow, slots: Record<string, Value> = {}): Frame {
  return { flow: flow.name, step: '', slots, vars: {}, tries: 0 }
}

/** One value by name: slots first, then what actions computed, then the engine, then the world. */
export function lookIn(run: Run, frame: Frame | null): Lookup {
  return (name) => {
    const own = frame?.slots[name] ?? frame?.vars[name]
    if (own !== undefined && own !== null) return own
    if (frame && flowOf(run, frame).slots.has(name)) return null
    return Object.hasOwn(engineTypes, name) ? engineValue(run, name) : scopeOfRun(run)(name)
  }
}

function engineValue(run: Run, name: string): Value {
  if (name === 'heard') return run.input.words !== ''
  if (name === 'signal') return run.signal
  if (name === 'welcoming') return run.welcoming
  return run.state[name as 'misunderstood' | 'silences' | 'unclear']
}

function scopeOfRun(run: Run): Lookup {
  run.scope ??= scopeOf(run.facts, run.state, run.input.now)
  return run.scope
}

export function isProven(run: Run): boolean {
  return scopeOfRun(run)('proven') === true
}

export function note(run: Run, what: Trace['what'], at: Frame | null, detail?: string): void {
  const place = at ? { flow: at.flow, ...(at.step ? { step: at.step } : {}) } : {}
  run.trace.push({ what, ...place, ...(detail === undefined ? {} : { detail }) })
}

/** The purpose of the reply: care before security before everything else. */
export function purposeOf(run: Run): Purpose {
  if (run.spoke.has('care') || run.state.grade === 4) return 'care'
  if (run.input.proactive && run.welcoming) return 'initiative'
  return run.spoke.has('security') ? 'security' : 'reply'
}
