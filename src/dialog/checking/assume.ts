import type { Condition } from '../flow.ts'
import type { Node } from '../expression/parse.ts'

/** What is taken to hold on one path: conditions by their source, and slots known to be filled. */
export interface Known {
  truths: ReadonlyMap<string, boolean>
  filled: ReadonlySet<string>
}

/** The paths a condition opens: both ways, or only the one that what is known allows. */
export function assume(
  known: Known,
  condition: Condition,
): { holds: boolean; known: Known }[] {
  return [true, false].flatMap((holds) => {
    const next = taken(known, condition.node, holds)
    return next ? [{ holds, known: next }] : []
  })
}

function taken(known: Known, node: Node, holds: boolean): Known | null {
  if (node.kind === 'not') return taken(known, node.of, !holds)
  if (node.kind === 'both' && holds) {
    const left = taken(known, node.left, true)
    return left && taken(left, node.right, true)
  }
  if (node.kind === 'either' && !holds) {
    const left = taken(known, node.left, false)
    return left && taken(left, node.right, false)
  }
  if (node.kind === 'truth') return node.value === holds ? known : null
  const key = print(node)
  if (node.kind === 'given' && known.filled.has(node.name) !== holds) {
    if (!holds) return null
    return { ...known, filled: new Set([...known.filled, node.name]) }
  }
  if (node.kind === 'given') return known
  const told = known.truths.get(key) ?? contradicted(known, node)
  if (told !== undefined) return told === holds ? known : null
  return { ...known, truths: new Map([...known.truths, [key, holds]]) }
}

/** `x == 'a'` is false where `x == 'b'` holds. */
function contradicted(known: Known, node: Node): false | undefined {
  const name = equalityOf(node)
  if (name === null) return undefined
  for (const [key, holds] of known.truths)
    if (holds && key.startsWith(`${name} == '`) && key !== print(node)) return false
  return undefined
}

function equalityOf(node: Node): string | null {
  if (node.kind !== 'compare' || node.signs.length !== 1 || node.signs[0] !== '==') return null
  const [left, right] = node.items
  return left?.kind === 'name' && right?.kind === 'text' ? left.name : null
}

/** Forgets every condition that speaks of one of the names. */
export function forget(known: Known, changes: (name: string) => boolean): Known {
  const truths = [...known.truths].filter(([key]) => !namesIn(key).some(changes))
  return { ...known, truths: new Map(truths) }
}

function namesIn(key: string): string[] {
  return key.replace(/'[^']*'/g, '').match(/[A-Za-z_]\w*/g) ?? []
}

/** An expression written one way, so that the same condition is seen to be the same. */
export function print(node: Node): string {
  switch (node.kind) {
    case 'number':
    case 'truth':
      return String(node.value)
    case 'text':
      return `'${node.value}'`
    case 'name':
      return node.name
    case 'given':
      return `given(${node.name})`
    case 'not':
      return `not ${print(node.of)}`
    case 'both':
      return `(${print(node.left)} and ${print(node.right)})`
    case 'either':
      return `(${print(node.left)} or ${print(node.right)})`
    case 'compare':
      return node.items.map((item, i) => `${i ? `${node.signs[i - 1]} ` : ''}${print(item)}`).join(' ')
    case 'in':
      return `${print(node.item)} in [${node.list.map(print).join(', ')}]`
    case 'sum':
      return `(${print(node.left)} ${node.sign} ${print(node.right)})`
  }
}
