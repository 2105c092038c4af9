import { conditionsOf, textsOf } from './reading.ts'
import { dynamicName } from '../flow.ts'
import { isSpokenByCode } from './spoken.ts'
import { partsOf } from './words.ts'
import { readsOf } from './reads.ts'
import type { Checking } from './reading.ts'
import type { Flow } from '../flow.ts'

/** Texts nobody says and slots nobody uses are mistakes: a wrong name, or a rest of something gone. */
export function checkUnused(checking: Checking): void {
  const { dialog, report } = checking
  const said = new Map([...dialog.flows.values()].map((flow) => [flow.name, saidIn(flow)]))
  for (const [key, { place }] of dialog.texts.texts) {
    const [, flow, text] = partsOf(key)
    if (said.has(flow) && !said.get(flow)!.has(text) && !isSpokenByCode(flow, text))
      report({ ...place, message: `text '${text}' of '${flow}' is never said` })
  }
  for (const [key, options] of dialog.texts.options) checkOptions(checking, key, options[0]?.place)
  for (const flow of dialog.flows.values()) checkSlots(checking, flow)
}

function saidIn(flow: Flow): Set<string> {
  return new Set(flow.steps.flatMap((step) => textsOf(flow, step)))
}

/** Words of a read-back (`options: confirm`) name its slots; all others the choices of one slot. */
function checkOptions(
  { dialog, report }: Checking,
  key: string,
  place:
    Parameters<Checking['report']>[0] | { file: string; line: number; column: number } | undefined,
): void {
  const [, flowName, slot] = partsOf(key)
  const flow = dialog.flows.get(flowName)
  if (!flow || !place || slot === 'confirm') return
  const options = dialog.texts.options.get(key) ?? []
  const kind = flow.slots.get(slot)
  if (!kind) return report({ ...place, message: `'${slot}' is no slot of flow '${flowName}'` })
  for (const option of options)
    if (!kind.options.includes(option.key)) {
      const message = `'${option.key}' is no choice of '${slot}', expected ${kind.options.join(', ')}`
      report({ ...option.place, message })
    }
}

function checkSlots(checking: Checking, flow: Flow): void {
  const used = new Set<string>()
  for (const step of flow.steps) {
    if (step.kind === 'ask') used.add(step.slot)
    if (step.kind === 'say') used.add(dynamicName.exec(step.text)?.[1] ?? '')
    for (const name of readsOf(checking, flow, step)) used.add(name)
    for (const { names, source } of conditionsOf(step)) {
      for (const name of names) used.add(name)
      for (const [, name] of source.matchAll(/given\(\s*(\w+)/g)) used.add(name ?? '')
    }
    if (step.kind === 'do') readByActions(checking, step.action).forEach((name) => used.add(name))
  }
  for (const [name, { place }] of flow.slots)
    if (!used.has(name)) {
      const message = `slot '${name}' of '${flow.name}' is never asked nor read`
      checking.report({ ...place, message })
    }
}

/** What an action needs. Slots it merely looks at are for it to know. */
function readByActions({ actions }: Checking, name: string): string[] {
  return actions.get(name)?.reads ?? []
}
