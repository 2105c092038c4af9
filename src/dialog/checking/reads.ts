import { dynamicName } from '../flow.ts'
import { expanded } from './reading.ts'
import { isBareWord } from '../stepping/names.ts'
import { namesOf } from '../wording/wording.ts'
import type { Condition, Flow, Step } from '../flow.ts'
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
        ...(when ? readIn(when) : []),
        ...(say ? said(say) : []),
      ])
      const own = [...(step.accept?.names ?? []), ...answers]
      return [...said(step.text), ...own.filter((name) => name !== step.slot)]
    }
    case 'confirm':
      return [...step.slots, ...said(step.text)]
    case 'guard':
      return [...readIn(step.holds), ...(step.say ? said(step.say) : [])]
    case 'do':
      return [...argumentNames(checking, flow, step), ...(actionOf(checking, step)?.reads ?? [])]
    default:
      return []
  }
}

/** Names a condition reads without asking first whether they are `given`. */
export function readIn({ names, source }: Condition): string[] {
  return names.filter((name) => !source.includes(`given(${name})`))
}

function dynamicIn(text: string): string[] {
  const name = dynamicName.exec(text)?.[1]
  return name === undefined ? [] : [name]
}

type Do = Step & { kind: 'do' }

function actionOf({ actions }: Checking, step: Do) {
  return actions.get(step.action)
}

function argumentNames(checking: Checking, flow: Flow, step: Do): string[] {
  const expected = actionOf(checking, step)?.args ?? {}
  return Object.entries(step.with).flatMap(([name, argument]) =>
    isBareWord(flow, checking.actions, argument, expected[name])
      ? []
      : (argument.expression?.names ?? []),
  )
}
