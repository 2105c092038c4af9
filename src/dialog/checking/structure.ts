import { named, repairs } from '../flow.ts'
import type { Flow, Place, Step, Target } from '../flow.ts'
import type { Checking } from './reading.ts'

type Report = Checking['report']

/** Everything a flow points at exists: steps, flows, actions, outcomes, arguments, slots. */
export function checkStructure(checking: Checking): void {
  checkWellKnown(checking)
  for (const flow of checking.dialog.flows.values()) {
    checkReachable(flow, checking.report)
    for (const step of flow.steps) {
      for (const target of targetsOf(step)) checkTarget(checking, flow, target)
      checkStep(checking, flow, step)
    }
  }
}

const needed: [string, string][] = [
  [named.welcome, 'it says that a machine speaks'],
  [named.danger, 'it stays with somebody in danger'],
  [named.fragile, 'it meets signs of fragility'],
  [named.humanComing, 'it acknowledges every hand-off'],
]
const neededRepairs = repairs.filter((kind) => kind !== 'clarify')

function checkWellKnown({ dialog, report }: Checking): void {
  const first = dialog.flows.values().next().value?.place
  const place = first ?? { file: 'flows', line: 1, column: 1 }
  for (const [name, why] of needed)
    if (!dialog.flows.has(name)) report({ ...place, message: `flow '${name}' is missing: ${why}` })
  const proven = [...dialog.flows.values()].find(({ requires }) => requires === 'proven')
  if (proven && !dialog.flows.has(named.identify)) {
    const message = `'${proven.name}' requires the proof, and flow 'identify' is missing`
    report({ ...proven.place, message })
  }
  for (const kind of neededRepairs)
    if (!dialog.repairs.has(kind)) report({ ...place, message: `no flow has 'repair: ${kind}'` })
  checkPerson(dialog.starts.get('human'), place, report)
  checkDoubles([...dialog.flows.values()], report)
}

/** A person can be asked for at every question. */
function checkPerson(human: Flow | undefined, place: Place, report: Report): void {
  if (!human)
    return report({ ...place, message: 'no flow starts on human: no person is reachable' })
  if (!human.interrupts) {
    const message = `'${human.name}' starts on human and must interrupt: expected interrupts: true`
    report({ ...human.place, message })
  }
  if (human.requires === 'proven')
    report({ ...human.place, message: `'${human.name}' may not require the proof of person` })
}

function checkDoubles(flows: Flow[], report: Report): void {
  const owners = new Map<string, Flow>()
  for (const flow of flows)
    for (const what of [...flow.startsOn, ...(flow.repair ? [`repair ${flow.repair}`] : [])]) {
      const owner = owners.get(what)
      if (owner)
        report({ ...flow.place, message: `'${what}' is answered by '${owner.name}' already` })
      owners.set(what, flow)
    }
}

/** Every target a step may go to. */
export function targetsOf(step: Step): Target[] {
  switch (step.kind) {
    case 'ask': {
      const refused = step.onRefuse && 'fill' in step.onRefuse ? null : step.onRefuse
      const elsewhere = step.otherwise.map(({ target }) => target)
      return some([refused, step.onOther, step.onSilence, ...elsewhere])
    }
    case 'branch':
      return step.cases.map(({ target }) => target)
    case 'do':
      return Object.values(step.on)
    case 'confirm':
      return some([step.onNo, step.onChange])
    case 'guard':
      return some([step.target])
    case 'call':
      return [{ call: step.flow, place: step.place }]
    case 'goto':
      return [{ goto: step.step, place: step.place }]
    default:
      return []
  }
}

function some(targets: (Target | null)[]): Target[] {
  return targets.filter((target) => target !== null)
}

function checkTarget({ dialog, report }: Checking, flow: Flow, target: Target): void {
  if ('goto' in target) {
    if (target.goto === 'end' || flow.at.has(target.goto)) return
    report({ ...target.place, message: `no step '${target.goto}' in flow '${flow.name}'` })
  } else if (!dialog.flows.has(target.call)) {
    report({ ...target.place, message: `no flow '${target.call}'` })
  }
}

function checkStep(checking: Checking, flow: Flow, step: Step): void {
  const { report } = checking
  const unknown = (slot: string) =>
    report({ ...step.place, message: `'${slot}' is no slot of flow '${flow.name}'` })
  if (step.kind === 'ask' && !flow.slots.has(step.slot)) unknown(step.slot)
  if (step.kind === 'confirm') step.slots.filter((slot) => !flow.slots.has(slot)).forEach(unknown)
  if (step.kind === 'set') checkSet(flow, step, report)
  if (step.kind === 'do') checkAction(checking, step)
  if (step.kind === 'ask' && step.onRefuse && 'fill' in step.onRefuse)
    checkLiteral(flow, step.slot, step.onRefuse.fill, { ...step.onRefuse.place, report })
  if (step.kind === 'branch') checkCases(step, report)
}

function checkCases(step: Step & { kind: 'branch' }, report: Report): void {
  const last = step.cases.findIndex(({ when }) => when === null)
  if (last < 0 || last === step.cases.length - 1) return
  const place = step.cases[last + 1]!.target.place
  report({ ...place, message: 'nothing comes after else: this case is never taken' })
}

function checkSet(flow: Flow, step: Step & { kind: 'set' }, report: Report): void {
  for (const [slot, value] of Object.entries(step.values))
    if (!flow.slots.has(slot))
      report({ ...step.place, message: `'${slot}' is no slot of flow '${flow.name}'` })
    else if (value !== null) checkLiteral(flow, slot, value, { ...step.place, report })
}

function checkLiteral(
  flow: Flow,
  slot: string,
  value: unknown,
  { report, ...place }: Place & { report: Report },
): void {
  const kind = flow.slots.get(slot)
  if (!kind) return
  const fits =
    kind.type === 'one_of'
      ? kind.options.includes(String(value))
      : typeof value === literalTypes[kind.type]
  const expected = kind.type === 'one_of' ? kind.options.join(', ') : kind.type
  const message = `'${String(value)}' does not fit slot '${slot}', expected ${expected}`
  if (!fits) report({ ...place, message })
}

const literalTypes = {
  money: 'number',
  count: 'number',
  date: 'string',
  text: 'string',
  code: 'string',
  yes_no: 'boolean',
} as const

function checkAction({ actions, report }: Checking, step: Step & { kind: 'do' }): void {
  const action = actions.get(step.action)
  if (!action) return report({ ...step.place, message: `no action '${step.action}'` })
  for (const [outcome, target] of Object.entries(step.on))
    if (!action.outcomes.includes(outcome)) {
      const message = `'${step.action}' has no outcome '${outcome}', expected ${action.outcomes.join(', ')}`
      report({ ...target.place, message })
    }
  for (const [name, argument] of Object.entries(step.with))
    if (!action.args?.[name]) report({ ...argument.place, message: noArgument(step.action, name) })
}

function noArgument(action: string, name: string): string {
  return `'${action}' takes no argument '${name}'`
}

/** A step nothing leads to is a mistake of whoever wrote it. */
function checkReachable(flow: Flow, report: Report): void {
  const seen = new Set<number>()
  const todo = [0]
  for (let index = todo.pop(); index !== undefined; index = todo.pop()) {
    const step = flow.steps[index]
    if (!step || seen.has(index)) continue
    seen.add(index)
    if (goesOn(step)) todo.push(index + 1)
    for (const target of targetsOf(step))
      if ('goto' in target) todo.push(flow.at.get(target.goto) ?? flow.steps.length)
  }
  flow.steps.forEach((step, index) => {
    if (!seen.has(index)) report({ ...step.place, message: `nothing leads to step '${step.id}'` })
  })
}

function goesOn(step: Step): boolean {
  if (step.when) return true
  if (step.kind === 'end' || step.kind === 'goto') return false
  if (step.kind === 'branch') return step.cases.every(({ when }) => when !== null)
  return true
}
