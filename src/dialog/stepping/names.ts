import { scopeTypes } from '../scope.ts'
import type { Actions, ValueType } from '../action.ts'
import type { Argument, Flow } from '../flow.ts'

/** Names every flow may use that the engine itself knows. */
export const engineTypes: Readonly<Record<string, ValueType>> = {
  heard: 'yes_no',
  signal: 'text',
  welcoming: 'yes_no',
  misunderstood: 'count',
  silences: 'count',
  unclear: 'count',
}

/** What a name is; `options` where it is one of several. */
export interface NameKind {
  type: ValueType
  options?: string[]
}

/** What a name stands for in a flow: a slot, what its actions compute, the engine's, the scope's. */
export function nameIn(flow: Flow, actions: Actions, name: string): NameKind | undefined {
  const slot = flow.slots.get(name)
  if (slot) return slot.type === 'one_of' ? slot : { type: slot.type }
  const type = varsOf(flow, actions).get(name) ?? typeOutside(name)
  return type && { type }
}

function typeOutside(name: string): ValueType | undefined {
  if (Object.hasOwn(engineTypes, name)) return engineTypes[name]
  return Object.hasOwn(scopeTypes, name) ? scopeTypes[name] : undefined
}

type Vars = ReadonlyMap<string, ValueType>

const known = new WeakMap<Flow, { actions: Actions; vars: Vars }>()

/** What the actions of a flow compute, by name; worked out once a flow. */
export function varsOf(flow: Flow, actions: Actions): Vars {
  const before = known.get(flow)
  if (before?.actions === actions) return before.vars
  const used = flow.steps.flatMap((step) => {
    if (step.kind === 'do') return [step.action]
    return step.kind === 'handover' ? ['request_person'] : []
  })
  const vars = new Map(used.flatMap((name) => Object.entries(actions.get(name)?.vars ?? {})))
  known.set(flow, { actions, vars })
  return vars
}

const words: (ValueType | undefined)[] = ['text', 'one_of', 'code']

/**
 * True where an argument is a word to take as it stands: `reason: hardship`. Where words are wanted, a
 * name that holds no words (a slot `danger: yes_no`) is such a word too.
 */
export function isBareWord(
  flow: Flow,
  actions: Actions,
  { expression }: Argument,
  expected: ValueType | undefined,
): boolean {
  if (!expression) return true
  if (expression.node.kind !== 'name') return false
  const kind = nameIn(flow, actions, expression.node.name)
  return words.includes(expected) && !words.includes(kind?.type)
}
