import { findOptions } from './wording/book.ts'
import { kept } from './stepping/run.ts'
import { termOptions } from './stepping/terms.ts'
import type { Asked, Option } from '../conversation/understanding.ts'
import type { Dialog } from './load.ts'
import type { DialogState, Frame } from '../conversation/state.ts'
import type { Flow, Step } from './flow.ts'
import type { Language } from '../conversation/language.ts'

/** What the dialog asked last, for whoever reads the answer; undefined when nothing is asked. */
export function askedOf(dialog: Dialog, state: DialogState): Asked | undefined {
  const waiting = waitingStep(dialog, state)
  if (!waiting) return undefined
  const { frame, flow, step } = waiting
  if (step.kind === 'confirm') return { slot: 'confirm', type: 'yes_no' }
  const kind = flow.slots.get(step.slot)
  if (!kind) return undefined
  const asked: Asked = {
    slot: step.slot,
    type: kind.type,
    ...(step.past ? { past: true as const } : {}),
  }
  if (kind.type !== 'one_of') return asked
  const offered = frame.vars[kept.offered]
  const wanted = typeof offered === 'string' ? offered.split(',') : kind.options
  return { ...asked, options: offeredOptions(dialog, state.language, flow.name, step.slot, wanted) }
}

const offers = new WeakMap<Dialog, Map<string, Option[]>>()

// The same list as long as the dialog lives: whoever reads answers compiles its ways of saying once.
function offeredOptions(
  dialog: Dialog,
  language: Language,
  flow: string,
  slot: string,
  wanted: readonly string[],
): Option[] {
  const known = offers.get(dialog) ?? new Map<string, Option[]>()
  offers.set(dialog, known)
  const name = `${language} ${flow} ${slot} ${wanted.join()}`
  const found = known.get(name)
  if (found) return found
  const made = findOptions(dialog.texts, language, flow, slot)
    .filter(({ key }) => wanted.includes(key))
    .map(({ key, label, match }) => ({ key, label, match }))
  known.set(name, made)
  return made
}

/** Where the dialog stands, as users are shown it: the flow, and the slot asked for or `confirm`. */
export function standsAt(
  dialog: Dialog,
  state: DialogState,
): { flow: string | null; step: string | null } {
  const waiting = waitingStep(dialog, state)
  const flow = state.stack.at(-1)?.flow ?? null
  if (!waiting) return { flow, step: null }
  const { step } = waiting
  return { flow, step: step.kind === 'confirm' ? 'confirm' : step.slot }
}

/** The words of the glossary with every way people say them. */
export function termsOf(dialog: Dialog, language: Language): Option[] {
  return termOptions(dialog, language)
}

interface Waiting {
  frame: Frame
  flow: Flow
  step: Step & { kind: 'ask' | 'confirm' }
}

function waitingStep(dialog: Dialog, state: DialogState): Waiting | null {
  const frame = state.stack.at(-1)
  const flow = frame && dialog.flows.get(frame.flow)
  if (!frame || !flow) return null
  const step = flow.steps[flow.at.get(frame.step) ?? -1]
  if (step?.kind !== 'ask' && step?.kind !== 'confirm') return null
  return { frame, flow, step }
}
