import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { quote, refuse } from './refuse.ts'

/** An element by local name and namespace URI; prefixes are gone. */
export interface XmlElement {
  name: string
  space: string
  /** Without those of a namespace. */
  attributes: Record<string, string>
  children: XmlElement[]
  text: string
  /** `file:line:column` of its start. */
  at: string
}

/** What a document may be; a bill is far below. */
const most = { characters: 4_000_000, depth: 40 }

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  trimValues: false,
  captureMetaData: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: most.depth,
  cdataPropName: '#cdata',
})
const meta = XMLParser.getMetaDataSymbol() as unknown as symbol

type Node = Record<string, unknown> & { ':@'?: Record<string, string> }
type Scope = ReadonlyMap<string, string>

/**
 * Reads XML to a tree. A document type, entities beyond XML's own five, more than one root, unknown
 * prefixes, and documents too long or too deep are refused (`bill_invalid` with line and column).
 */
export function parseXml(source: string, file: string): XmlElement {
  const text = source.replace(/\r\n?/g, '\n')
  const locate = locator(text, file)
  if (text.length > most.characters) {
    throw refuse(file, `${text.length} characters, at most ${most.characters} are read`)
  }
  const declared = /<!\s*(DOCTYPE|ENTITY)/i.exec(text)
  if (declared) {
    throw refuse(locate(declared.index), `<!${declared[1]} is not allowed: a bill needs none`)
  }
  const wellFormed = XMLValidator.validate(text)
  if (wellFormed !== true) {
    const { msg, line, col } = wellFormed.err
    throw refuse(`${file}:${line}:${col ?? 1}`, `not well-formed XML: ${msg}`)
  }
  return onlyRoot(parse(text, file), locate, file)
}

function parse(text: string, file: string): Node[] {
  try {
    return parser.parse(text) as Node[]
  } catch (error) {
    throw refuse(file, `not XML we can read: ${error instanceof Error ? error.message : error}`)
  }
}

function onlyRoot(nodes: Node[], locate: Locate, file: string): XmlElement {
  const roots = nodes.filter((node) => nameOf(node) !== '#text')
  const [root] = roots
  if (!root || roots.length > 1) throw refuse(file, `${roots.length} root elements, expected one`)
  return element(root, new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]), locate)
}

function element(node: Node, outer: Scope, locate: Locate): XmlElement {
  const qualified = nameOf(node)
  const at = locate((node as { [meta]?: { startIndex?: number } })[meta]?.startIndex ?? 0)
  const given = node[':@'] ?? {}
  const scope = withDeclared(given, outer)
  const [local, prefix] = split(qualified)
  const space = scope.get(prefix)
  if (space === undefined && prefix) throw refuse(at, `the prefix ${quote(prefix)} is not declared`)
  const inside = node[qualified] as Node[]
  const attributes = Object.fromEntries(
    Object.entries(given)
      .filter(([name]) => !name.includes(':') && name !== 'xmlns')
      .map(([name, value]) => [name, decode(value, at)]),
  )
  const children = inside
    .filter((child) => !nameOf(child).startsWith('#'))
    .map((child) => element(child, scope, locate))
  const words = inside
    .map((child) => textOf(child, at))
    .join('')
    .trim()
  return { name: local, space: space ?? '', attributes, children, text: words, at }
}

function withDeclared(given: Record<string, string>, outer: Scope): Scope {
  const declared = Object.entries(given).filter(([name]) => /^xmlns(:|$)/.test(name))
  if (declared.length === 0) return outer
  return new Map([...outer, ...declared.map(([name, uri]) => [name.slice(6), uri] as const)])
}

function split(qualified: string): [local: string, prefix: string] {
  const colon = qualified.indexOf(':')
  return [qualified.slice(colon + 1), colon < 0 ? '' : qualified.slice(0, colon)]
}

function nameOf(node: Node): string {
  return Object.keys(node).find((key) => key !== ':@') ?? '#text'
}

function textOf(node: Node, at: string): string {
  if (typeof node['#text'] === 'string') return decode(node['#text'], at)
  const raw = node['#cdata'] as Node[] | undefined
  return raw?.map((part) => String(part['#text'] ?? '')).join('') ?? ''
}

const known: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decode(text: string, at: string): string {
  return text.replace(/&([^;\s]*);?/g, (whole, name: string) => {
    const number = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name)
    const point = number && parseInt(number[1] ?? number[2] ?? '', number[1] ? 16 : 10)
    if (point && point <= 0x10ffff) return String.fromCodePoint(point)
    if (whole.endsWith(';') && Object.hasOwn(known, name)) return known[name] ?? ''
    throw refuse(at, `${quote(whole)} is not an entity of XML itself`)
  })
}

type Locate = (index: number) => string

function locator(text: string, file: string): Locate {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
  return (index) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= index) low = middle
      else high = middle - 1
    }
    return `${file}:${low + 1}:${index - (starts[low] ?? 0) + 1}`
  }
}
