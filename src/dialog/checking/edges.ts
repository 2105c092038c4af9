import { assume, forget } from './assume.ts'
import { readIn, readsOf } from './reads.ts'
import { speaking } from './spoken.ts'
import type { Checking } from './reading.ts'
import type { Condition, Flow, Step, Target } from '../flow.ts'
import type { Known } from './assume.ts'

/** Somewhere on a path through a flow, with what is sure there. */
export interface At extends Known {
  index: number
  /** Something was said since the flow began. */
  spoke: boolean
  /** Read back and confirmed, and nothing of it changed since. */
  confirmed: boolean
  /** A guard whose called flow has come back. */
  returned: boolean
}

/** A way on from a step. `waits`: the customer answers in between. */
export interface Edge {
  to: At
  waits: boolean
}

/** The flow whose paths are followed. */
export interface Following {
  checking: Checking
  flow: Flow
}

/** Every way on from a step; what it reads too early or commits unconfirmed is reported. */
export function edgesOf(walking: Following, at: At, step: Step): Edge[] {
  const next: At = { ...at, index: at.index + 1, returned: false }
  if (!step.when) return ownEdges(walking, at, step)
  checkReads(walking, at, step, readIn(step.when))
  return assume(at, step.when).flatMap(({ holds, known }) =>
    holds ? ownEdges(walking, { ...at, ...known }, step) : [silent({ ...next, ...known })],
  )
}

function silent(to: At): Edge {
  return { to, waits: false }
}

function ownEdges(walking: Following, at: At, step: Step): Edge[] {
  const next: At = { ...at, index: at.index + 1, returned: false }
  checkReads(walking, at, step, readsOf(walking.checking, walking.flow, step))
  switch (step.kind) {
    case 'say':
      return [silent({ ...next, spoke: true })]
    case 'ask':
      return askEdges(walking, at, step)
    case 'confirm':
      return confirmEdges(walking, at, step)
    case 'branch':
      return branchEdges(walking, at, step)
    case 'guard':
      return guardEdges(walking, at, step)
    case 'do':
      return doEdges(walking, at, step)
    case 'set':
      return [silent(setTo(next, step.values))]
    case 'call':
    case 'handover':
      return [silent(changed(walking.flow, { ...next, spoke: true }))]
    case 'goto':
      return [silent({ ...next, index: indexOf(walking.flow, step.step) })]
    case 'end':
      return [silent({ ...next, index: walking.flow.steps.length })]
  }
}

function indexOf(flow: Flow, id: string): number {
  return flow.at.get(id) ?? flow.steps.length
}

/** Where a target leads; a called flow comes back after `step`, or to `back`. */
function toward(walking: Following, at: At, target: Target, back: number): At {
  if ('goto' in target) return { ...at, index: indexOf(walking.flow, target.goto), returned: false }
  return changed(walking.flow, { ...at, index: back, spoke: true })
}

/** Names that stay what they are for the length of a talk, and of a turn. */
const lasting = new Set(['channel', 'brand', 'service', 'has_pay_page', 'payee', 'iban', 'bic'])
const ofTurn = new Set(['signal', 'heard', 'welcoming', 'silences', 'misunderstood', 'unclear'])

/** After an action or another flow the world may be another; the slots are as they were. */
function changed(flow: Flow, at: At): At {
  const stays = (name: string) => lasting.has(name) || ofTurn.has(name) || flow.slots.has(name)
  return { ...at, ...forget(at, (name) => !stays(name)) }
}

/** After an answer the same holds, and the turn is another one. */
function answered(at: At, slot: string | null, filled: boolean): At {
  const set = new Set(at.filled)
  if (slot !== null && filled) set.add(slot)
  if (slot !== null && !filled) set.delete(slot)
  const known = forget(at, (name) => name === slot || (!lasting.has(name) && !set.has(name)))
  return { ...at, ...known, filled: set, spoke: true }
}

function askEdges(walking: Following, at: At, step: Step & { kind: 'ask' }): Edge[] {
  const next: At = { ...at, index: at.index + 1, returned: false }
  if (at.filled.has(step.slot)) return [silent(next)]
  const asked = { ...at, confirmed: at.confirmed && !isReadBack(walking.flow, step.slot) }
  const empty = answered(asked, step.slot, false)
  const full = { ...answered(asked, step.slot, true), index: at.index + 1 }
  const targets = step.otherwise.map(({ target }) => target)
  const refused = step.onRefuse && 'fill' in step.onRefuse ? null : step.onRefuse
  const others = [...targets, refused, step.onOther, step.onSilence]
    .filter((target) => target !== null)
    .map((target) => toward(walking, empty, target, at.index))
  return [full, ...others].map((to) => ({ to, waits: true }))
}

function isReadBack(flow: Flow, slot: string): boolean {
  return flow.steps.some((step) => step.kind === 'confirm' && step.slots.includes(slot))
}

function confirmEdges(walking: Following, at: At, step: Step & { kind: 'confirm' }): Edge[] {
  const after = answered(at, null, false)
  const yes: At = { ...after, index: at.index + 1, confirmed: true }
  const others = [step.onNo, step.onChange]
    .filter((target) => target !== null)
    .map((target) => toward(walking, { ...after, confirmed: false }, target, at.index))
  return [yes, ...others].map((to) => ({ to, waits: true }))
}

function branchEdges(walking: Following, at: At, step: Step & { kind: 'branch' }): Edge[] {
  const edges: Edge[] = []
  let open: At[] = [at]
  for (const { when, target } of step.cases) {
    const missed: At[] = []
    for (const here of open) {
      if (when) checkReads(walking, here, step, readIn(when))
      for (const way of when ? ways(here, when) : [{ holds: true, at: here }])
        if (way.holds) edges.push(silent(toward(walking, way.at, target, at.index + 1)))
        else missed.push(way.at)
    }
    open = missed
  }
  return [
    ...edges,
    ...open.map((here) => silent({ ...here, index: at.index + 1, returned: false })),
  ]
}

function ways(at: At, condition: Condition): { holds: boolean; at: At }[] {
  return assume(at, condition).map(({ holds, known }) => ({ holds, at: { ...at, ...known } }))
}

function guardEdges(walking: Following, at: At, step: Step & { kind: 'guard' }): Edge[] {
  return ways(at, step.holds).map(({ holds, at: here }) => {
    if (holds) return silent({ ...here, index: at.index + 1, returned: false })
    const end = {
      ...here,
      index: walking.flow.steps.length,
      spoke: here.spoke || step.say !== null,
    }
    if (!step.target || here.returned) return silent(end)
    const to = toward(walking, here, step.target, at.index)
    return silent('call' in step.target ? { ...to, returned: true } : to)
  })
}

function doEdges(walking: Following, at: At, step: Step & { kind: 'do' }): Edge[] {
  const action = walking.checking.actions.get(step.action)
  if (action?.commits && !at.confirmed) {
    const message = `'${step.action}' commits, and a path leads to it without a confirm`
    walking.checking.report({ ...step.place, message })
  }
  const filled = new Set([...at.filled, ...Object.keys(action?.vars ?? {})])
  const spoke = at.spoke || speaking.has(step.action)
  const after = changed(walking.flow, {
    ...at,
    filled,
    spoke,
    index: at.index + 1,
    returned: false,
  })
  const outcomes = action?.outcomes.length ? action.outcomes : ['']
  return outcomes.map((outcome) => {
    const target = step.on[outcome]
    return silent(target ? toward(walking, after, target, at.index + 1) : after)
  })
}

function setTo(at: At, values: Record<string, unknown>): At {
  const filled = new Set(at.filled)
  for (const [slot, value] of Object.entries(values))
    if (value === null) filled.delete(slot)
    else filled.add(slot)
  const { truths } = forget(at, (name) => Object.hasOwn(values, name))
  const empty = Object.keys(values).filter((slot) => values[slot] === null)
  const emptied = new Map([...truths, ...empty.map((slot) => [`given(${slot})`, false] as const)])
  return { ...at, truths: emptied, filled }
}

function checkReads(walking: Following, at: At, step: Step, names: string[]): void {
  const { flow, checking } = walking
  for (const name of names) {
    if (at.filled.has(name) || !flow.slots.has(name)) continue
    const message = `'${name}' may be read at step '${step.id}' before it is set`
    checking.report({ ...step.place, message })
  }
}
