import { compileSteps } from './steps.ts'
import { flowSchema } from './schema.ts'
import { judge } from './yaml.ts'
import type { Fault, Flow, SlotKind, Step } from '../flow.ts'
import type { SlotType } from '../../conversation/understanding.ts'
import type { Yaml } from './yaml.ts'

/** Asked in passing: whatever else the customer starts, these are not taken up again. */
const skippedByDefault = ['cause', 'greet', 'menu', 'opener', 'welcome']

/** Turns a flow file into a flow; null when a fault makes it unusable. */
export function compileFlow(yaml: Yaml, folder: string, faults: Fault[]): Flow | null {
  const before = faults.length
  const raw = judge(yaml, [], flowSchema, yaml.value, faults)
  if (!raw) return null
  if (raw.flow !== folder) {
    const message = `flow '${raw.flow}' stands in folder '${folder}'; the names must be the same`
    faults.push({ ...yaml.placeOf(['flow']), message })
  }
  const steps = compileSteps(yaml, raw.steps, faults)
  const at = positions(steps, faults)
  if (faults.length > before) return null
  return {
    name: raw.flow,
    purpose: raw.purpose,
    startsOn: raw.starts_on,
    repair: raw.repair ?? null,
    requires: raw.requires,
    interrupts: raw.interrupts,
    clears: raw.clears,
    skippable: raw.skippable ?? (raw.repair !== undefined || skippedByDefault.includes(raw.flow)),
    priority: raw.priority,
    slots: new Map(
      Object.entries(raw.slots).map(([name, kind]) => [name, slotOf(yaml, name, kind)]),
    ),
    steps,
    at,
    place: yaml.placeOf(['flow']),
  }
}

function slotOf(yaml: Yaml, name: string, kind: string): SlotKind {
  const place = yaml.keyPlaceOf(['slots', name])
  const choices = /^one_of \[(.*)\]$/.exec(kind)?.[1]
  if (choices === undefined) return { type: kind as SlotType, options: [], place }
  return { type: 'one_of', options: choices.split(',').map((choice) => choice.trim()), place }
}

function positions(steps: Step[], faults: Fault[]): Map<string, number> {
  const at = new Map<string, number>()
  steps.forEach((step, index) => {
    if (at.has(step.id) || step.id === 'end')
      if (step.kind !== 'end' || at.has(step.id))
        faults.push({ ...step.place, message: `the step id '${step.id}' is used twice` })
    at.set(step.id, index)
  })
  return at
}
