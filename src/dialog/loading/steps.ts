import { compileExpression } from '../expression/evaluate.ts'
import { judge } from './yaml.ts'
import { parseExpression } from '../expression/parse.ts'
import { stepKinds, stepSchemas } from './schema.ts'
import type { Action, Argument, Condition, Fault, Otherwise, Step, Target } from '../flow.ts'
import type { ExpressionFault } from '../expression/tokens.ts'
import type { StepKind } from './schema.ts'
import type { Yaml } from './yaml.ts'
import type { z } from 'zod'

type Path = (string | number)[]
type Raw<K extends StepKind> = z.infer<(typeof stepSchemas)[K]>

/** Where the step being read stands, and where its faults go. */
interface Spot {
  yaml: Yaml
  path: Path
  faults: Fault[]
}

/** Turns the `steps` of a flow file into steps with ids and parsed expressions; faults are collected. */
export function compileSteps(yaml: Yaml, raws: Record<string, unknown>[], faults: Fault[]): Step[] {
  const used = new Map<string, number>()
  return raws.flatMap((raw, index) => {
    const spot = { yaml, path: ['steps', index], faults }
    const step = compileStep(spot, raw)
    if (!step) return []
    const id = step.id || numbered(defaultId(step), used)
    if (step.id) used.set(step.id, (used.get(step.id) ?? 0) + 1)
    return [{ ...step, id }]
  })
}

function numbered(base: string, used: Map<string, number>): string {
  const count = (used.get(base) ?? 0) + 1
  used.set(base, count)
  return count === 1 ? base : `${base}#${count}`
}

function defaultId(step: Step): string {
  switch (step.kind) {
    case 'say':
      return `say:${step.text}`
    case 'ask':
      return `ask:${step.slot}`
    case 'do':
      return `do:${step.action}`
    case 'confirm':
      return `confirm:${step.text}`
    case 'call':
      return `call:${step.flow}`
    case 'handover':
      return `handover:${step.reason}`
    case 'goto':
      return `goto:${step.step}`
    default:
      return step.kind
  }
}

function compileStep(spot: Spot, raw: Record<string, unknown>): Step | null {
  const kinds = stepKinds.filter((kind) => kind in raw)
  const place = spot.yaml.placeOf(spot.path)
  if (kinds.length !== 1) {
    const found = kinds.length > 1 ? kinds.join(' and ') : Object.keys(raw).join(', ')
    const message = `a step is one of ${stepKinds.join(', ')}; found ${found}`
    spot.faults.push({ ...place, message })
    return null
  }
  const kind = kinds[0]!
  const judged: unknown = judge(
    spot.yaml,
    spot.path,
    stepSchemas[kind] as z.ZodType,
    raw,
    spot.faults,
  )
  if (!judged) return null
  const common = judged as { id?: string; if?: string }
  const action = compilers[kind](spot, judged as never)
  return { id: common.id ?? '', when: conditionAt(spot, ['if'], common.if), place, ...action }
}

const compilers: { [K in StepKind]: (spot: Spot, raw: Raw<K>) => Action } = {
  say: (_, raw) => ({ kind: 'say', text: raw.say }),
  ask: compileAsk,
  branch: (spot, raw) => ({
    kind: 'branch',
    cases: raw.branch.flatMap((each, index) => {
      const target = targetAt(spot, ['branch', index], each)
      if (!target) spot.faults.push({ ...placeAt(spot, ['branch', index]), message: noTarget })
      return target ? [{ when: conditionAt(spot, ['branch', index, 'if'], each.if), target }] : []
    }),
  }),
  do: (spot, raw) => ({
    kind: 'do',
    action: raw.do,
    with: mapValues(raw.with, (value, key) => argumentAt(spot, ['with', key], value)),
    on: mapValues(raw.on, (target, key) => targetAt(spot, ['on', key], target)!),
  }),
  confirm: (spot, raw) => ({
    kind: 'confirm',
    slots: raw.confirm,
    text: raw.text,
    onNo: targetAt(spot, ['on_no'], raw.on_no ?? {}),
    onChange: targetAt(spot, ['on_change'], raw.on_change ?? {}),
  }),
  set: (_, raw) => ({ kind: 'set', values: raw.set }),
  call: (_, raw) => ({ kind: 'call', flow: raw.call }),
  guard: (spot, raw) => ({
    kind: 'guard',
    holds: conditionAt(spot, ['guard'], raw.guard)!,
    target: targetAt(spot, ['else'], raw.else),
    say: 'say' in raw.else ? raw.else.say : null,
  }),
  handover: (_, raw) => ({ kind: 'handover', reason: raw.handover }),
  goto: (_, raw) => ({ kind: 'goto', step: raw.goto }),
  end: () => ({ kind: 'end' }),
}

const noTarget = 'a case of a branch goes somewhere: expected goto or call'

function compileAsk(spot: Spot, raw: Raw<'ask'>): Action {
  const refused = raw.on_refuse
  const place = placeAt(spot, ['on_refuse'])
  return {
    kind: 'ask',
    slot: raw.ask,
    text: raw.text ?? raw.ask,
    accept: conditionAt(spot, ['accept'], raw.accept),
    otherwise: (raw.otherwise ?? []).map((each, index) => otherwiseAt(spot, index, each)),
    onRefuse:
      refused && 'fill' in refused
        ? { fill: refused.fill, place }
        : targetAt(spot, ['on_refuse'], refused ?? {}),
    onOther: targetAt(spot, ['on_other'], raw.on_other ?? {}),
    onSilence: targetAt(spot, ['on_silence'], raw.on_silence ?? {}),
    tries: raw.tries,
    past: raw.past,
  }
}

interface RawOtherwise {
  if?: string
  say?: string
  goto?: string
  call?: string
}

function otherwiseAt(spot: Spot, index: number, raw: RawOtherwise): Otherwise {
  const listed = Array.isArray(
    (spot.yaml.value as never)?.[spot.path[0]!]?.[spot.path[1]!]?.['otherwise'],
  )
  const path = listed ? ['otherwise', index] : ['otherwise']
  return {
    when: conditionAt(spot, [...path, 'if'], raw.if),
    say: raw.say ?? null,
    target: targetAt(spot, path, raw),
    place: placeAt(spot, path),
  }
}

function placeAt(spot: Spot, path: Path) {
  return spot.yaml.placeOf([...spot.path, ...path])
}

function targetAt(
  spot: Spot,
  path: Path,
  raw: { goto?: string; call?: string } | object,
): Target | null {
  if ('goto' in raw && raw.goto) return { goto: raw.goto, place: placeAt(spot, [...path, 'goto']) }
  if ('call' in raw && raw.call) return { call: raw.call, place: placeAt(spot, [...path, 'call']) }
  return null
}

function conditionAt(spot: Spot, path: Path, source: string | undefined): Condition | null {
  if (source === undefined) return null
  const place = placeAt(spot, path)
  try {
    return { ...compileExpression(source, parseExpression(source)), place }
  } catch (error) {
    const fault = error as ExpressionFault
    spot.faults.push({
      ...place,
      column: place.column + fault.at,
      message: `${fault.message} in '${source}'`,
    })
    return null
  }
}

/** A word that is no expression ("payment search") is taken as it stands. */
function argumentAt(spot: Spot, path: Path, value: string | number | boolean): Argument {
  const source = String(value)
  const quiet = { ...spot, faults: [] }
  return { source, expression: conditionAt(quiet, path, source), place: placeAt(spot, path) }
}

function mapValues<A, B>(record: Record<string, A>, map: (value: A, key: string) => B) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]))
}
