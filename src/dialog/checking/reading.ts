import { dynamicName } from '../flow.ts'
import { provenNames } from '../scope.ts'
import { varsOf } from '../stepping/names.ts'
import type { Actions } from '../action.ts'
import type { Condition, Fault, Flow, Step } from '../flow.ts'
import type { Dialog } from '../load.ts'

/** What one creditor's check looks at, and where its faults go. */
export interface Checking {
  dialog: Dialog
  actions: Actions
  report(fault: Fault): void
}

/** Names that only `welcome` and `opener` may say before the proof: whom the message is for. */
const openingNames = ['customer_name']
const openingFlows = ['welcome', 'opener']

/** True for a name that would tell something of a customer's account before the proof of person. */
export function revealsTooEarly(flow: Flow, actions: Actions, name: string): boolean {
  if (flow.requires === 'proven') return false
  if (flow.slots.has(name) || varsOf(flow, actions).has(name)) return false
  if (openingNames.includes(name)) return !openingFlows.includes(flow.name)
  return provenNames.has(name)
}

/** Every expression of a step. */
export function conditionsOf(step: Step): Condition[] {
  return [step.when, ...own(step)].filter((condition) => condition !== null)
}

function own(step: Step): (Condition | null)[] {
  switch (step.kind) {
    case 'ask':
      return [step.accept, ...step.otherwise.map(({ when }) => when)]
    case 'branch':
      return step.cases.map(({ when }) => when)
    case 'guard':
      return [step.holds]
    default:
      return []
  }
}

/** Ids of the texts a step says; a text chosen by a one-of stands for one a choice. */
export function textsOf(flow: Flow, step: Step): string[] {
  switch (step.kind) {
    case 'say':
      return expanded(flow, step.text)
    case 'ask':
      return [step.text, ...step.otherwise.flatMap(({ say }) => (say ? [say] : []))]
    case 'confirm':
      return [step.text]
    case 'guard':
      return step.say ? [step.say] : []
    default:
      return []
  }
}

export function expanded(flow: Flow, text: string): string[] {
  const name = dynamicName.exec(text)?.[1]
  const options = name === undefined ? undefined : flow.slots.get(name)?.options
  return options ? options.map((key) => text.replace(dynamicName, key)) : [text]
}
