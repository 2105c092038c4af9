import { conditionsOf, revealsTooEarly } from './reading.ts'
import { isBareWord, nameIn } from '../stepping/names.ts'
import { typeOfExpression } from '../expression/types.ts'
import type { Argument, Condition, Flow, Step } from '../flow.ts'
import type { Checking } from './reading.ts'
import type { ExpressionType } from '../expression/types.ts'
import type { ValueType } from '../action.ts'

/** Every expression is typed, every name in it known, and nothing of an account is read before the proof. */
export function checkExpressions(checking: Checking): void {
  for (const flow of checking.dialog.flows.values())
    for (const step of flow.steps) {
      for (const condition of conditionsOf(step)) checkCondition(checking, flow, condition)
      if (step.kind === 'do') checkArguments(checking, flow, step)
    }
}

function checkCondition(checking: Checking, flow: Flow, condition: Condition): void {
  const type = typeIn(checking, flow, condition)
  if (type === null || type === 'yes_no') return
  const message = `'${condition.source}' is ${type}, expected yes or no`
  checking.report({ ...condition.place, message })
}

function typeIn(checking: Checking, flow: Flow, condition: Condition): ExpressionType | null {
  const { actions, report } = checking
  const typeOf = (name: string) => nameIn(flow, actions, name)
  const { type, faults } = typeOfExpression(condition.node, typeOf)
  const { place } = condition
  for (const { message, at } of faults)
    report({ ...place, column: place.column + at, message: `${message} in '${condition.source}'` })
  for (const name of condition.names)
    if (revealsTooEarly(flow, actions, name)) {
      const column = place.column + Math.max(0, condition.source.indexOf(name))
      report({ ...place, column, message: tooEarly(name, flow) })
    }
  return type
}

/** Why a name may not be used in a flow. */
export function tooEarly(name: string, flow: Flow): string {
  return `'${name}' is known only after the proof of person; '${flow.name}' does not require it`
}

function checkArguments(checking: Checking, flow: Flow, step: Step & { kind: 'do' }): void {
  const action = checking.actions.get(step.action)
  for (const [name, argument] of Object.entries(step.with)) {
    const expected = action?.args?.[name]
    if (expected) checkArgument(checking, flow, { name, argument, expected })
  }
}

function checkArgument(
  checking: Checking,
  flow: Flow,
  { name, argument, expected }: { name: string; argument: Argument; expected: ValueType },
): void {
  const { expression } = argument
  if (!expression || isBareWord(flow, checking.actions, argument, expected)) return
  const type = typeIn(checking, flow, expression)
  if (type === null || isFit(type, expected)) return
  const message = `argument '${name}' is ${type}, expected ${expected}`
  checking.report({ ...argument.place, message })
}

function isFit(type: ExpressionType, expected: ValueType): boolean {
  if (type === expected) return true
  if (type === 'number') return expected === 'count' || expected === 'money'
  const words: (ExpressionType | ValueType)[] = ['key', 'text', 'one_of', 'code']
  return words.includes(type) && words.includes(expected)
}
