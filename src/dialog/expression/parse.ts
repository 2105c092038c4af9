import { tokensOf } from './tokens.ts'
import type { Token } from './tokens.ts'

const comparisons = ['<', '<=', '>', '>=', '==', '!='] as const
export type Comparison = (typeof comparisons)[number]

/** A parsed expression; `at` is the offset in its source. */
export type Node =
  | { kind: 'number'; value: number; at: number }
  | { kind: 'text'; value: string; at: number }
  | { kind: 'truth'; value: boolean; at: number }
  | { kind: 'name'; name: string; at: number }
  /** `given(amount)`: the slot holds something; not counted as reading it. */
  | { kind: 'given'; name: string; at: number }
  | { kind: 'not'; of: Node; at: number }
  | { kind: 'both' | 'either'; left: Node; right: Node; at: number }
  /** `0 < amount <= due`: every neighbour pair must hold. */
  | { kind: 'compare'; items: Node[]; signs: Comparison[]; at: number }
  | { kind: 'in'; item: Node; list: Node[]; at: number }
  | { kind: 'sum'; sign: '+' | '-' | '*'; left: Node; right: Node; at: number }

interface Reader {
  tokens: Token[]
  next: number
}

/**
 * Reads an expression of the flow language by recursive descent, loosest first:
 * `or`, `and`, `not`, comparison and `in`, `+ -`, `*`, then values and parentheses.
 * Throws an `ExpressionFault` with the offset of what was not expected.
 */
export function parseExpression(source: string): Node {
  const reader: Reader = { tokens: tokensOf(source), next: 0 }
  const node = either(reader)
  const rest = peek(reader)
  if (rest.kind !== 'end') throw unexpected(rest, 'an operator or the end')
  return node
}

function peek(reader: Reader): Token {
  return reader.tokens[reader.next] ?? { kind: 'end', text: 'the end', at: 0 }
}

function take(reader: Reader): Token {
  const token = peek(reader)
  reader.next += 1
  return token
}

function takeIf(reader: Reader, ...texts: string[]): Token | null {
  const token = peek(reader)
  const fits = (token.kind === 'sign' || token.kind === 'name') && texts.includes(token.text)
  return fits ? take(reader) : null
}

function unexpected(token: Token, wanted: string) {
  return { message: `found '${token.text}', expected ${wanted}`, at: token.at }
}

function either(reader: Reader): Node {
  let left = both(reader)
  for (let word; (word = takeIf(reader, 'or'));)
    left = { kind: 'either', left, right: both(reader), at: word.at }
  return left
}

function both(reader: Reader): Node {
  let left = negation(reader)
  for (let word; (word = takeIf(reader, 'and'));)
    left = { kind: 'both', left, right: negation(reader), at: word.at }
  return left
}

function negation(reader: Reader): Node {
  const word = takeIf(reader, 'not')
  return word ? { kind: 'not', of: negation(reader), at: word.at } : comparison(reader)
}

function comparison(reader: Reader): Node {
  const first = sum(reader)
  const word = takeIf(reader, 'in')
  if (word) return { kind: 'in', item: first, list: list(reader), at: word.at }
  const items = [first]
  const signs: Comparison[] = []
  for (let sign; (sign = takeIf(reader, ...comparisons));) {
    signs.push(sign.text as Comparison)
    items.push(sum(reader))
  }
  return signs.length > 0 ? { kind: 'compare', items, signs, at: first.at } : first
}

function list(reader: Reader): Node[] {
  const open = take(reader)
  if (open.text !== '[') throw unexpected(open, 'a list like [a, b]')
  const items = [sum(reader)]
  while (takeIf(reader, ',')) items.push(sum(reader))
  const close = take(reader)
  if (close.text !== ']') throw unexpected(close, "',' or ']'")
  return items
}

function sum(reader: Reader): Node {
  let left = product(reader)
  for (let sign; (sign = takeIf(reader, '+', '-'));)
    left = {
      kind: 'sum',
      sign: sign.text as '+' | '-',
      left,
      right: product(reader),
      at: sign.at,
    }
  return left
}

function product(reader: Reader): Node {
  let left = value(reader)
  for (let sign; (sign = takeIf(reader, '*'));)
    left = { kind: 'sum', sign: '*', left, right: value(reader), at: sign.at }
  return left
}

function given(reader: Reader, at: number): Node {
  const open = take(reader)
  if (open.text !== '(') throw unexpected(open, "'(' after given")
  const token = take(reader)
  if (token.kind !== 'name') throw unexpected(token, 'the name of a slot')
  const close = take(reader)
  if (close.text !== ')') throw unexpected(close, "')'")
  return { kind: 'given', name: token.text, at }
}

const keywords = ['and', 'or', 'not', 'in']

function value(reader: Reader): Node {
  const token = take(reader)
  if (token.kind === 'number') return { kind: 'number', value: Number(token.text), at: token.at }
  if (token.kind === 'text') return { kind: 'text', value: token.text, at: token.at }
  if (token.kind === 'name' && ['true', 'false'].includes(token.text))
    return { kind: 'truth', value: token.text === 'true', at: token.at }
  if (token.kind === 'name' && token.text === 'given') return given(reader, token.at)
  if (token.kind === 'name' && !keywords.includes(token.text))
    return { kind: 'name', name: token.text, at: token.at }
  if (token.kind !== 'sign' || token.text !== '(') throw unexpected(token, 'a value')
  const inner = either(reader)
  const close = take(reader)
  if (close.text !== ')') throw unexpected(close, "')'")
  return inner
}
