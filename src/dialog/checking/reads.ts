import { dynamicName } from '../flow.ts'
import { expanded } from './reading.ts'
import { namesOf } from '../wording/wording.ts'
import type { Argument, Flow, Step } from '../flow.ts'
import type { Checking } from './reading.ts'

/** Names a step reads when it runs, apart from its own `if` and the slot it asks for. */
export function readsOf(checking: Checking, flow: Flow, step: Step): string[] {
  const said = (text: string) =>
    expanded(flow, text).flatMap((id) => namesOf(checking.dialog.texts, flow.name, id))
  switch (step.kind) {
    case 'say':
      return [...said(step.text), ...dynamicIn(step.text)]
    case 'ask': {
      const answers = step.otherwise.flatMap(({ when, say }) => [
        ...(when?.names ?? []),
        ...(say ? said(say) : []),
      ])
      const own = [...(step.accept?.names ?? []), ...answers]
      return [...said(step.text), ...own.filter((name) => name !== step.slot)]
    }
    case 'confirm':
      return [...step.slots, ...said(step.text)]
    case 'branch':
      return step.cases.flatMap(({ when }) => when?.names ?? [])
    case 'guard':
      return [...step.holds.names, ...(step.say ? said(step.say) : [])]
    case 'do':
      return [...argumentNames(step.with), ...(checking.actions.get(step.action)?.reads ?? [])]
    default:
      return []
  }
}

function dynamicIn(text: string): string[] {
  const name = dynamicName.exec(text)?.[1]
  return name === undefined ? [] : [name]
}

function argumentNames(args: Record<string, Argument>): string[] {
  return Object.values(args).flatMap(({ expression }) => expression?.names ?? [])
}
