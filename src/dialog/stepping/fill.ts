import { flowOf, kept, lookIn, stepOf } from './run.ts'
import type { Fill } from './commands.ts'
import type { Flow, SlotKind } from '../flow.ts'
import type { Frame, Value } from '../../conversation/state.ts'
import type { Run } from './run.ts'

/** What became of the values of a message in one frame. */
export interface Bound {
  /** Slots that were empty and are filled. */
  filled: string[]
  /** Slots that held something else before. */
  changed: string[]
  /** Said again as they were. */
  same: string[]
  /** Values nothing here takes. */
  left: Fill[]
}

/** Puts values into slots: the one asked for first, then by name, then the empty ones of their type. */
export function bindFills(run: Run, frame: Frame, fills: Fill[]): Bound {
  const bound: Bound = { filled: [], changed: [], same: [], left: [] }
  const taken = new Set<string>()
  const adds = addsToOffer(run, frame, fills)
  const alone = !fills.some(({ cents, from, to }) => cents ?? from ?? to)
  for (const fill of fills) {
    const found = slotFor(run, frame, fill, { taken, adds, alone })
    if (found === null) {
      bound.left.push(fill)
      continue
    }
    taken.add(found.slot)
    const before = frame.slots[found.slot] ?? null
    frame.slots[found.slot] = found.value
    if (before === null) bound.filled.push(found.slot)
    else (before === found.value ? bound.same : bound.changed).push(found.slot)
  }
  return bound
}

/** The slot the waiting step asks for; null at a read-back. */
function askedSlot(run: Run, frame: Frame): string | null {
  const step = stepOf(run, frame)
  return step?.kind === 'ask' ? step.slot : null
}

interface Found {
  slot: string
  value: Value
}

interface Filling {
  taken: Set<string>
  adds: boolean
  /** No amount or day beside: only then "2" may pick the second choice. */
  alone: boolean
}

/** At an offer, "oui, ma paie tombe le 9" adds a value; a no or an amount beside it corrects. */
function addsToOffer(run: Run, frame: Frame, fills: Fill[]): boolean {
  const slot = askedSlot(run, frame)
  const offered = slot !== null && flowOf(run, frame).slots.get(slot)?.type === 'yes_no'
  return offered && !fills.some(({ yes, cents }) => yes === false || cents !== undefined)
}

function slotFor(run: Run, frame: Frame, fill: Fill, filling: Filling): Found | null {
  const { taken, adds, alone } = filling
  const flow = flowOf(run, frame)
  const fits = (slot: string): Found | null => {
    const kind = flow.slots.get(slot)
    if (!kind || taken.has(slot)) return null
    if (kind.type === 'one_of' && fill.choice === undefined && !alone) return null
    const value = valueOf(run, frame, slot, kind, fill)
    return value === null ? null : { slot, value }
  }
  const order = placesFor(run, frame, fill, adds)
  for (const slot of order) {
    const found = fits(slot)
    if (found) return found
  }
  return null
}

/**
 * Where a value may go, likeliest first: what was asked, the slot of its name (filled or not, unless it
 * adds to an offer), the empty ones, then the filled ones, which it corrects. A read-back is corrected
 * before anything else is filled.
 */
function placesFor(run: Run, frame: Frame, fill: Fill, adds: boolean): string[] {
  const flow = flowOf(run, frame)
  const step = stepOf(run, frame)
  const asked = step?.kind === 'ask' ? [step.slot] : []
  const read = step?.kind === 'confirm' ? step.slots : []
  const filled = namesFilled(flow, frame, fill)
  const empty = open(flow, frame).toSorted(byName(fill))
  const held = (frame.slots[fill.name] ?? null) !== null
  const named = flow.slots.has(fill.name) && !(held && adds) ? [fill.name] : []
  return [
    ...(fill.correct ? filled : []),
    ...asked,
    ...read.toSorted(byName(fill)),
    ...named,
    ...empty,
    ...filled,
  ]
}

function byName({ name }: Fill): (a: string, b: string) => number {
  return (a, b) => Number(b === name) - Number(a === name)
}

/** A stray yes or loose words fill nothing that was not asked. */
function open(flow: Flow, frame: Frame): string[] {
  return [...flow.slots]
    .filter(([name, { type }]) => takenUnasked(type) && (frame.slots[name] ?? null) === null)
    .map(([name]) => name)
}

function namesFilled(flow: Flow, frame: Frame, fill: Fill): string[] {
  const filled = [...flow.slots]
    .filter(([name, { type }]) => takenUnasked(type) && (frame.slots[name] ?? null) !== null)
    .map(([name]) => name)
  return filled.toSorted(byName(fill))
}

function takenUnasked(type: SlotKind['type']): boolean {
  return type !== 'text' && type !== 'yes_no'
}

/** The value a fill has for a slot of a kind; null where it has none. Money in cents, days as ISO. */
function valueOf(run: Run, frame: Frame, slot: string, kind: SlotKind, fill: Fill): Value {
  switch (kind.type) {
    case 'money':
      return fill.cents ?? shareOf(run, frame, fill.share)
    case 'date':
      return dayOf(fill)
    case 'count':
      return fill.count ?? fill.times ?? null
    case 'yes_no':
      return fill.yes ?? null
    case 'code':
      return fill.code ?? null
    case 'text':
      return fill.text ?? null
    case 'one_of':
      return choiceOf(run, frame, slot, kind, fill)
  }
}

/** "La moitié" of what is due, in whole cents. */
function shareOf(run: Run, frame: Frame, share: number | undefined): number | null {
  const due = share === undefined ? null : lookIn(run, frame)('due')
  return share !== undefined && typeof due === 'number' ? Math.round(due * share) : null
}

/** "Avant le 5" is the 5th, "après le 10" the 10th, a span its last day: it is read back anyway. */
function dayOf(fill: Fill): string | null {
  if (fill.ambiguous) return null
  return fill.to ?? fill.from ?? null
}

function choiceOf(run: Run, frame: Frame, slot: string, kind: SlotKind, fill: Fill): string | null {
  if (fill.choice !== undefined) return kind.options.includes(fill.choice) ? fill.choice : null
  if (fill.count === undefined || slot !== askedSlot(run, frame)) return null
  return shownKeys(run, frame, slot, kind)[fill.count - 1] ?? null
}

/** Keys in the order they were offered, for "2". */
function shownKeys(run: Run, frame: Frame, slot: string, kind: SlotKind): string[] {
  const offered = frame.vars[kept.offered]
  const wanted = typeof offered === 'string' ? offered.split(',') : null
  const { language } = run.state
  const worded = run.dialog.texts.options.get(`${language} ${frame.flow}.${slot}`) ?? []
  const keys = worded.filter(({ key, hidden }) => (wanted ? wanted.includes(key) : !hidden))
  return keys.map(({ key }) => key).filter((key) => kind.options.includes(key))
}
