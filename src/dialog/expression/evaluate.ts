import type { Comparison, Node } from './parse.ts'
import type { Value } from '../../conversation/state.ts'

export type Lookup = (name: string) => Value
type Evaluate = (get: Lookup) => Value

/** A condition or argument of a flow: parsed once at load, run many times. */
export interface Expression {
  source: string
  node: Node
  /** Names it reads, each once; not those it only asks to be `given`. */
  names: string[]
  evaluate: Evaluate
}

/** Turns a parsed expression into a function over named values. Pure. */
export function compileExpression(source: string, node: Node): Expression {
  return { source, node, names: [...new Set(namesIn(node))], evaluate: compile(node) }
}

function namesIn(node: Node): string[] {
  switch (node.kind) {
    case 'name':
      return [node.name]
    case 'not':
      return namesIn(node.of)
    case 'both':
    case 'either':
    case 'sum':
      return [...namesIn(node.left), ...namesIn(node.right)]
    case 'compare':
      return node.items.flatMap(namesIn)
    case 'in':
      return [node.item, ...node.list].flatMap(namesIn)
    default:
      return []
  }
}

function compile(node: Node): Evaluate {
  switch (node.kind) {
    case 'number':
    case 'text':
    case 'truth':
      return () => node.value
    case 'name':
      return (get) => get(node.name)
    case 'given':
      return (get) => get(node.name) !== null
    case 'not': {
      const of = compile(node.of)
      return (get) => of(get) !== true
    }
    case 'both':
    case 'either':
      return logic(node.kind, compile(node.left), compile(node.right))
    case 'compare':
      return chain(node.items.map(compile), node.signs)
    case 'in': {
      const item = compile(node.item)
      const list = node.list.map(compile)
      return (get) => list.some((each) => each(get) === item(get))
    }
    case 'sum':
      return arithmetic(node.sign, compile(node.left), compile(node.right))
  }
}

function logic(kind: 'both' | 'either', left: Evaluate, right: Evaluate): Evaluate {
  return kind === 'both'
    ? (get) => left(get) === true && right(get) === true
    : (get) => left(get) === true || right(get) === true
}

function chain(items: Evaluate[], signs: Comparison[]): Evaluate {
  return (get) => {
    const values = items.map((item) => item(get))
    return signs.every((sign, index) => holds(sign, values[index]!, values[index + 1]!))
  }
}

/** A value that is missing is equal to nothing and neither less nor more than anything. */
function holds(sign: Comparison, left: Value, right: Value): boolean {
  if (sign === '==') return left === right && left !== null
  if (sign === '!=') return left !== right
  if (left === null || right === null || typeof left !== typeof right) return false
  if (sign === '<') return left < right
  if (sign === '<=') return left <= right
  return sign === '>' ? left > right : left >= right
}

function arithmetic(sign: '+' | '-' | '*', left: Evaluate, right: Evaluate): Evaluate {
  return (get) => {
    const a = left(get)
    const b = right(get)
    if (typeof a === 'number' && typeof b === 'number') return numbers(sign, a, b)
    if (typeof a !== 'string') return null
    return typeof b === 'number' ? daysLater(a, sign === '-' ? -b : b) : daysBetween(b, a)
  }
}

function numbers(sign: '+' | '-' | '*', a: number, b: number): number {
  if (sign === '*') return a * b
  return sign === '+' ? a + b : a - b
}

function daysLater(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

function daysBetween(from: Value, to: string): number | null {
  if (typeof from !== 'string') return null
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days
}
