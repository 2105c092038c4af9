/** A piece of an expression with its offset, so that a fault can point at it. */
export interface Token {
  kind: 'number' | 'text' | 'name' | 'sign' | 'end'
  text: string
  at: number
}

/** What is wrong with an expression and where (offset in its source). */
export interface ExpressionFault {
  message: string
  at: number
}

const pattern = /\s*(?:(\d+)|'([^']*)'|([A-Za-z_][\w]*)|(<=|>=|==|!=|[<>+\-*()[\],]))/y

/** Cuts an expression into tokens; throws an `ExpressionFault` at the first sign it does not know. */
export function tokensOf(source: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < source.trimEnd().length) {
    pattern.lastIndex = at
    const found = pattern.exec(source)
    if (!found) throw unknownSign(source, at)
    tokens.push(tokenOf(found))
    at = pattern.lastIndex
  }
  tokens.push({ kind: 'end', text: 'the end', at: source.length })
  return tokens
}

function tokenOf(found: RegExpExecArray): Token {
  const [whole, number, text, name, sign] = found
  const at = found.index + whole.length - whole.trimStart().length
  if (number !== undefined) return { kind: 'number', text: number, at }
  if (text !== undefined) return { kind: 'text', text, at }
  if (name !== undefined) return { kind: 'name', text: name, at }
  return { kind: 'sign', text: sign ?? '', at }
}

function unknownSign(source: string, from: number): ExpressionFault {
  const at = from + (source.slice(from).length - source.slice(from).trimStart().length)
  return { message: `'${source[at]}' is no part of an expression`, at }
}
