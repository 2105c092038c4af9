import { edgesOf } from './edges.ts'
import type { At, Following } from './edges.ts'
import type { Checking } from './reading.ts'

interface Walking extends Following {
  seen: Set<string>
  waiting: At[]
}

/** More states than this cannot be looked at one by one; the flow is too tangled to prove. */
const mostStates = 50_000

/**
 * Follows every path through every flow, holding apart conditions that exclude each other, and proves: no
 * loop without a question, nothing read before it is set, no commitment before a confirmation, no end
 * without a word.
 */
export function checkPaths(checking: Checking): void {
  for (const flow of checking.dialog.flows.values()) {
    const start: At = {
      index: 0,
      truths: new Map(),
      filled: new Set(),
      spoke: false,
      confirmed: false,
      returned: false,
    }
    const walking: Walking = { checking, flow, seen: new Set(), waiting: [start] }
    for (let at = walking.waiting.pop(); at; at = walking.waiting.pop())
      visit(walking, at, new Set())
    if (walking.seen.size > mostStates)
      checking.report({ ...flow.place, message: `flow '${flow.name}' has too many paths to prove` })
  }
}

/** Goes on until a question waits; what comes after it is looked at from there. */
function visit(walking: Walking, at: At, trail: Set<string>): void {
  const { flow, checking, seen } = walking
  const step = flow.steps[at.index]
  const key = keyOf(at)
  // Whether something was said or not, coming back to the same place is a loop.
  const place = keyOf({ ...at, spoke: false })
  if (step && trail.has(place)) {
    const message = `flow '${flow.name}' comes back to '${step.id}' without a question: it never ends`
    return checking.report({ ...step.place, message })
  }
  if (seen.has(key) || seen.size > mostStates) return
  seen.add(key)
  if (!step) return atEnd(walking, at)
  trail.add(place)
  for (const { to, waits } of edgesOf(walking, at, step))
    if (waits) walking.waiting.push(to)
    else visit(walking, to, trail)
  trail.delete(place)
}

function keyOf(at: At): string {
  const truths = [...at.truths].map(([key, holds]) => `${key}=${holds}`).sort()
  const flags = [at.spoke, at.confirmed, at.returned].map(Number).join('')
  return `${at.index} ${flags} ${[...at.filled].sort().join()} ${truths.join()}`
}

/** Whoever started a flow by their words is answered. */
function atEnd({ flow, checking }: Walking, at: At): void {
  if (at.spoke || (flow.startsOn.length === 0 && flow.repair === null)) return
  const known = [...at.truths].map(([key, holds]) => (holds ? key : `not ${key}`)).join(', ')
  const message = `flow '${flow.name}' can end without a word${known ? ` (when ${known})` : ''}`
  checking.report({ ...flow.place, message })
}
