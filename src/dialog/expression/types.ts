import type { Comparison, Node } from './parse.ts'
import type { ExpressionFault } from './tokens.ts'
import type { ValueType } from '../action.ts'

/** `number` is a literal: cents beside money, a count beside a count. `key` is a quoted word. */
export type ExpressionType = ValueType | 'number' | 'key'

/** What a name stands for; undefined for a name nobody knows. `options` where it is one of several. */
export type TypeOf = (name: string) => { type: ValueType; options?: string[] } | undefined

interface Typing {
  typeOf: TypeOf
  faults: ExpressionFault[]
}

/** The type of an expression with every fault found in it; null where a fault leaves it unknown. */
export function typeOfExpression(
  node: Node,
  typeOf: TypeOf,
): { type: ExpressionType | null; faults: ExpressionFault[] } {
  const typing: Typing = { typeOf, faults: [] }
  const type = visit(node, typing)
  return { type, faults: typing.faults }
}

function visit(node: Node, typing: Typing): ExpressionType | null {
  switch (node.kind) {
    case 'number':
      return 'number'
    case 'text':
      return 'key'
    case 'truth':
      return 'yes_no'
    case 'name':
      return nameType(node, typing)
    case 'given':
      nameType(node, typing)
      return 'yes_no'
    case 'not':
      return truth([node.of], typing)
    case 'both':
    case 'either':
      return truth([node.left, node.right], typing)
    case 'compare':
      node.items.slice(1).forEach((right, i) => pair(node.items[i]!, right, typing, node.signs[i]))
      return 'yes_no'
    case 'in':
      node.list.forEach((each) => pair(node.item, each, typing, '=='))
      return 'yes_no'
    case 'sum':
      return sumType(node, typing)
  }
}

function nameType(node: Node & { kind: 'name' | 'given' }, typing: Typing): ExpressionType | null {
  const found = typing.typeOf(node.name)
  if (found) return found.type
  typing.faults.push({ message: `'${node.name}' is unknown here`, at: node.at })
  return null
}

function truth(nodes: Node[], typing: Typing): ExpressionType {
  for (const node of nodes) {
    const type = visit(node, typing)
    if (type && type !== 'yes_no')
      typing.faults.push({ message: `expected yes or no, found ${type}`, at: node.at })
  }
  return 'yes_no'
}

const ordered: ExpressionType[] = ['money', 'count', 'number', 'date']

function pair(left: Node, right: Node, typing: Typing, sign: Comparison | undefined): void {
  const a = visit(left, typing)
  const b = visit(right, typing)
  if (!a || !b) return
  if (!alike(a, b)) {
    typing.faults.push({ message: `${a} cannot be compared with ${b}`, at: right.at })
  } else if (sign !== '==' && sign !== '!=' && !(ordered.includes(a) && ordered.includes(b))) {
    typing.faults.push({ message: `${a} has no order for '${sign}'`, at: left.at })
  }
  knownKey(left, right, typing)
  knownKey(right, left, typing)
}

/** A quoted word beside a one-of must be one of its choices. */
function knownKey(named: Node, word: Node, typing: Typing): void {
  if (named.kind !== 'name' || word.kind !== 'text') return
  const options = typing.typeOf(named.name)?.options
  if (options && !options.includes(word.value))
    typing.faults.push({
      message: `'${word.value}' is no choice of ${named.name}, expected ${options.join(', ')}`,
      at: word.at,
    })
}

const words: ExpressionType[] = ['text', 'one_of', 'key', 'code']

function alike(a: ExpressionType, b: ExpressionType): boolean {
  if (a === b) return true
  if (words.includes(a) && words.includes(b)) return true
  return [a, b].includes('number') && [a, b].some((type) => type === 'money' || type === 'count')
}

function sumType(node: Node & { kind: 'sum' }, typing: Typing): ExpressionType | null {
  const a = visit(node.left, typing)
  const b = visit(node.right, typing)
  if (!a || !b) return null
  const type = node.sign === '*' ? productType(a, b) : plusType(node.sign, a, b)
  if (!type) typing.faults.push({ message: `${a} ${node.sign} ${b} means nothing`, at: node.at })
  return type
}

function plusType(sign: '+' | '-', a: ExpressionType, b: ExpressionType): ExpressionType | null {
  if (a === 'date' && (b === 'number' || b === 'count')) return 'date'
  if (a === 'date' && b === 'date' && sign === '-') return 'count'
  return isNumeric(a) && alike(a, b) ? (a === 'number' ? b : a) : null
}

function productType(a: ExpressionType, b: ExpressionType): ExpressionType | null {
  if (!isNumeric(a) || !isNumeric(b) || (a === 'money' && b === 'money')) return null
  if (a === 'money' || b === 'money') return 'money'
  return a === 'number' ? b : a
}

function isNumeric(type: ExpressionType): boolean {
  return type === 'money' || type === 'count' || type === 'number'
}
