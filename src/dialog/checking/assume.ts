import type { Condition } from '../flow.ts'
import type { Node } from '../expression/parse.ts'

/** What is taken to hold on one path: conditions by their source, and slots known to be filled. */
export interface Known {
  truths: ReadonlyMap<string, boolean>
  filled: ReadonlySet<string>
}

/** The paths a condition opens: both ways, or only the one that what is known allows. */
export function assume(
  { truths, filled }: Known,
  condition: Condition,
): { holds: boolean; known: Known }[] {
  const known = { truths, filled }
  return [true, false].flatMap((holds) => {
    const next = taken(known, condition.node, holds)
    return next ? [{ holds, known: next }] : []
  })
}

function taken(known: Known, node: Node, holds: boolean): Known | null {
  if (node.kind === 'not') return taken(known, node.of, !holds)
  const neither = deMorgan(node)
  if (neither) return taken(known, neither, !holds)
  const key = print(node)
  const told = known.truths.get(key) ?? settled(known, node)
  if (told !== undefined) return told === holds ? known : null
  if (node.kind === 'both' && holds) return allTaken(known, [node.left, node.right], true)
  if (node.kind === 'either' && !holds) return allTaken(known, [node.left, node.right], false)
  const truths = new Map([...known.truths, [key, holds]])
  const filled = node.kind === 'given' && holds ? [...known.filled, node.name] : known.filled
  return { truths, filled: new Set(filled) }
}

function allTaken(known: Known, [left, right]: [Node, Node], holds: boolean): Known | null {
  const next = taken(known, left, holds)
  return next && taken(next, right, holds)
}

/** What needs no assuming: a literal, a slot known to be filled, one of two keys where the other holds. */
function settled(known: Known, node: Node): boolean | undefined {
  if (node.kind === 'truth') return node.value
  if (node.kind === 'given') return known.filled.has(node.name) ? true : undefined
  return contradicted(known, node)
}

/** `not a and not b` is `not (a or b)`, so that both are seen to be the same condition. */
function deMorgan(node: Node): Node | null {
  if (node.kind !== 'both' || node.left.kind !== 'not' || node.right.kind !== 'not') return null
  return { kind: 'either', left: node.left.of, right: node.right.of, at: node.at }
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
export function forget({ truths: told, filled }: Known, changes: (name: string) => boolean): Known {
  const truths = [...told].filter(([key]) => !namesIn(key).some(changes))
  return { filled, truths: new Map(truths) }
}

const keywords = new Set(['and', 'or', 'not', 'in', 'given', 'true', 'false'])

function namesIn(key: string): string[] {
  const words = key.replace(/'[^']*'/g, '').match(/[A-Za-z_]\w*/g) ?? []
  return words.filter((word) => !keywords.has(word))
}

/** An expression written one way, so that the same condition is seen to be the same. */
function print(node: Node): string {
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
      return node.items
        .map((item, i) => `${i ? `${node.signs[i - 1]} ` : ''}${print(item)}`)
        .join(' ')
    case 'in':
      return `${print(node.item)} in [${node.list.map(print).join(', ')}]`
    case 'sum':
      return `(${print(node.left)} ${node.sign} ${print(node.right)})`
  }
}
