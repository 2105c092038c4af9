import { createHash } from 'node:crypto'
import { textKey } from '../wording/book.ts'
import type { Flow, Repair } from '../flow.ts'
import type { Language } from '../../conversation/language.ts'
import type { SourceFile } from '../source.ts'
import type { TextBook, TextForms, WordedOption } from '../wording/book.ts'
import type { TextFile } from './texts.ts'

/** What a turn ran on, kept by hash so that a journal can be worked again. */
export interface Material {
  hash: string
  kind: 'flows' | 'texts' | 'policy'
  /** Canonical JSON of the source files. */
  body: string
}

/** The flows and texts of one creditor, its own put over the common ones. */
export interface Dialog {
  creditor: string
  flows: ReadonlyMap<string, Flow>
  /** The flow that answers an intent, a glossary `term`. */
  starts: ReadonlyMap<string, Flow>
  repairs: ReadonlyMap<Repair, Flow>
  texts: TextBook
  hashes: { flows: string; texts: string; policy: string }
  materials: Material[]
}

/** A flow file or text file read well, with what it is for. */
export type Part =
  | { kind: 'flow'; creditor: string | null; flow: Flow; source: SourceFile }
  | {
      kind: 'texts'
      creditor: string | null
      flow: string
      language: Language
      file: TextFile
      source: SourceFile
    }

/** Puts a creditor's dialog together: its flows replace common ones whole, its texts one by one. */
export function assembleDialog(creditor: string, parts: Part[], policy: SourceFile[]): Dialog {
  const mine = parts
    .filter((part) => part.creditor === null || part.creditor === creditor)
    .sort((a, b) => Number(a.creditor !== null) - Number(b.creditor !== null))
  const flows = new Map(
    mine.flatMap((part) => (part.kind === 'flow' ? [[part.flow.name, part.flow]] : [])),
  )
  const materials = [
    material(
      'flows',
      mine.filter((part) => part.kind === 'flow').map(({ source }) => source),
    ),
    material(
      'texts',
      mine.filter((part) => part.kind === 'texts').map(({ source }) => source),
    ),
    material('policy', policy),
  ]
  const [flowsHash, textsHash, policyHash] = materials.map(({ hash }) => hash)
  return {
    creditor,
    flows,
    starts: new Map([...flows.values()].flatMap((flow) => flow.startsOn.map((on) => [on, flow]))),
    repairs: new Map(
      [...flows.values()].flatMap((flow) => (flow.repair ? [[flow.repair, flow]] : [])),
    ),
    texts: bookOf(mine),
    hashes: { flows: flowsHash!, texts: textsHash!, policy: policyHash! },
    materials,
  }
}

function bookOf(parts: Part[]): TextBook {
  const texts = new Map<string, TextForms>()
  const options = new Map<string, WordedOption[]>()
  for (const part of parts) {
    if (part.kind !== 'texts') continue
    for (const [id, forms] of part.file.texts)
      texts.set(textKey(part.language, part.flow, id), forms)
    for (const [slot, list] of part.file.options)
      options.set(textKey(part.language, part.flow, slot), list)
  }
  return { texts, options }
}

function material(kind: Material['kind'], sources: SourceFile[]): Material {
  const files = sources.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const body = JSON.stringify(files.map(({ path, text }) => [path, text]))
  return { kind, body, hash: createHash('sha256').update(body).digest('hex') }
}
