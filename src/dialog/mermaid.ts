import { targetsOf } from './checking/structure.ts'
import type { Dialog } from './load.ts'
import type { Flow, Step, Target } from './flow.ts'

/** Draws every flow as a Mermaid diagram, in one Markdown page. */
export function drawFlows(dialog: Dialog): string {
  const flows = [...dialog.flows.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
  const intro =
    'Drawn by `npm run flows` from `flows/`; not written by hand. A rounded box asks, a box with two ' +
    'sides acts or calls, a diamond decides.'
  return ['# Flows', '', intro, '', ...flows.flatMap(drawFlow)].join('\n')
}

function drawFlow(flow: Flow): string[] {
  const facts = [
    flow.startsOn.length > 0 ? `starts on ${flow.startsOn.join(', ')}` : '',
    flow.repair ? `repair ${flow.repair}` : '',
    flow.requires === 'proven' ? 'needs the proof of person' : '',
    flow.interrupts ? 'interrupts' : '',
    flow.clears ? 'clears' : '',
    flow.priority === 'normal' ? '' : flow.priority,
  ].filter((fact) => fact !== '')
  const head = facts.length > 0 ? `${flow.purpose} (${facts.join(' · ')})` : flow.purpose
  const lines = [
    'flowchart TD',
    ...flow.steps.flatMap((step, index) => drawStep(flow, step, index)),
  ]
  const finish = '  done([end])'
  return [`## ${flow.name}`, '', head, '', '```mermaid', ...lines, finish, '```', '']
}

function drawStep(flow: Flow, step: Step, index: number): string[] {
  const edges = [...edgesOf(flow, step), ...(goesOn(step) ? [nextEdge(flow, step, index)] : [])]
  return [`  s${index}${shape(step)}`, ...edges.map(({ to, label }) => edge(index, to, label))]
}

interface Drawn {
  to: string
  label: string
}

function edge(from: number, to: string, label: string): string {
  return `  s${from} -->${label === '' ? '' : `|${quoted(label)}|`} ${to}`
}

function nextEdge(flow: Flow, step: Step, index: number): Drawn {
  const label = step.kind === 'confirm' || step.kind === 'guard' ? 'yes' : ''
  return { to: node(flow, index + 1), label }
}

function node(flow: Flow, index: number): string {
  return index < flow.steps.length ? `s${index}` : 'done'
}

function goesOn(step: Step): boolean {
  if (step.when) return true
  if (step.kind === 'branch') return step.cases.every(({ when }) => when !== null)
  return step.kind !== 'goto' && step.kind !== 'end'
}

function edgesOf(flow: Flow, step: Step): Drawn[] {
  const labelled = labelsOf(step)
  const drawn = targetsOf(step).flatMap((target, index) =>
    'goto' in target ? [{ to: placeOf(flow, target), label: labelled[index] ?? '' }] : [],
  )
  if (step.kind === 'end') return [{ to: 'done', label: '' }]
  if (step.kind === 'guard' && !step.target) return [{ to: 'done', label: 'no' }]
  return drawn
}

function placeOf(flow: Flow, target: Target & { goto: string }): string {
  return node(flow, flow.at.get(target.goto) ?? flow.steps.length)
}

/** What leads to each target of a step, in the order of `targetsOf`. */
function labelsOf(step: Step): string[] {
  switch (step.kind) {
    case 'branch':
      return step.cases.map(({ when }) => when?.source ?? 'else')
    case 'do':
      return Object.keys(step.on)
    case 'guard':
      return ['no']
    case 'confirm':
      return [...(step.onNo ? ['no'] : []), ...(step.onChange ? ['changed'] : [])]
    case 'ask': {
      const refused = step.onRefuse && !('fill' in step.onRefuse) ? ['refused'] : []
      const ways = [
        ...(step.onOther ? ['other words'] : []),
        ...(step.onSilence ? ['silence'] : []),
      ]
      return [
        ...refused,
        ...ways,
        ...step.otherwise.flatMap(({ target }) => (target ? ['unfit'] : [])),
      ]
    }
    default:
      return []
  }
}

function shape(step: Step): string {
  const condition = step.when ? ` if ${step.when.source}` : ''
  switch (step.kind) {
    case 'say':
      return `[${quoted(`say ${step.text}${condition}`)}]`
    case 'ask':
      return `(${quoted(`ask ${step.slot}${condition}`)})`
    case 'confirm':
      return `(${quoted(`confirm ${step.slots.join(', ')}${condition}`)})`
    case 'branch':
      return `{${quoted(`branch${condition}`)}}`
    case 'guard':
      return `{${quoted(step.holds.source + condition)}}`
    case 'do':
      return `[[${quoted(step.action + condition)}]]`
    case 'set':
      return `[${quoted(`set ${Object.keys(step.values).join(', ')}${condition}`)}]`
    case 'call':
      return `[[${quoted(`call ${step.flow}${condition}`)}]]`
    case 'handover':
      return `[[${quoted(`a person: ${step.reason}${condition}`)}]]`
    case 'goto':
      return `[${quoted(`go on${condition}`)}]`
    case 'end':
      return `[${quoted(`end${condition}`)}]`
  }
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '#quot;')}"`
}
