import { LineCounter, isMap, isScalar, parseDocument } from 'yaml'
import type { Document, Node } from 'yaml'
import type { Fault, Place } from '../flow.ts'
import type { SourceFile } from '../source.ts'
import type { z } from 'zod'

type Path = readonly PropertyKey[]

/** A YAML file as plain data, with the place of every value in it. */
export interface Yaml {
  file: string
  value: unknown
  /** Where the value at a path stands; the nearest one above it where the path does not exist. */
  placeOf(path: Path): Place
  /** Where the key itself stands. */
  keyPlaceOf(path: Path): Place
}

/** Reads one YAML file. Doubled keys and aliases are faults; null when nothing can be read. */
export function readYaml(source: SourceFile, faults: Fault[]): Yaml | null {
  const counter = new LineCounter()
  const document = parseDocument(source.text, {
    lineCounter: counter,
    prettyErrors: false,
    uniqueKeys: true,
  })
  const place = (offset: number): Place => {
    const { line, col } = counter.linePos(offset)
    return { file: source.path, line, column: col }
  }
  for (const error of document.errors)
    faults.push({ ...place(error.pos[0]), message: error.message })
  if (document.errors.length > 0) return null
  const value = plain(document, place(0), faults)
  if (value === undefined) return null
  return {
    file: source.path,
    value,
    placeOf: (path) => place(nearest(document, path)),
    keyPlaceOf: (path) => place(keyOffset(document, path)),
  }
}

function plain(document: Document, start: Place, faults: Fault[]): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 })
  } catch {
    faults.push({ ...start, message: 'aliases (*name) are not read here; write the value out' })
    return undefined
  }
}

/** The offset of a value; a quoted scalar's text begins one sign later. */
function nearest(document: Document, path: Path): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as Node | undefined
    if (node?.range) return node.range[0] + (isQuoted(node) ? 1 : 0)
  }
  return 0
}

function isQuoted(node: Node): boolean {
  return isScalar(node) && (node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE')
}

function keyOffset(document: Document, path: Path): number {
  const parent: unknown =
    path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents
  const pair = isMap(parent)
    ? parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1))
    : undefined
  return (pair?.key as Node | undefined)?.range?.[0] ?? nearest(document, path)
}

/** Checks data against a schema; each problem becomes a fault at its place. */
export function judge<T>(
  yaml: Yaml,
  path: Path,
  schema: z.ZodType<T>,
  value: unknown,
  faults: Fault[],
): T | null {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  for (const issue of result.error.issues) {
    const at = [...path, ...issue.path]
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys)
        faults.push({ ...yaml.keyPlaceOf([...at, key]), message: `'${key}' is not known here` })
    else faults.push({ ...yaml.placeOf(at), message: sentenceOf(issue, at) })
  }
  return null
}

function sentenceOf(issue: z.core.$ZodIssue, path: Path): string {
  const name = path.map(String).join('.') || 'the file'
  return `${name}: ${issue.message.replace(/^Invalid input: /, '')}`
}
