import { assembleDialog } from './loading/dialog.ts'
import { compileFlow } from './loading/flow.ts'
import { compileTexts } from './loading/texts.ts'
import { creditorSchema, policySchema } from '../conversation/creditor.ts'
import { fail } from '../errors.ts'
import { judge, readYaml } from './loading/yaml.ts'
import type { Creditor, CreditorProfile, Policy } from '../conversation/creditor.ts'
import type { Dialog, Part } from './loading/dialog.ts'
import type { Fault } from './flow.ts'
import type { Language } from '../conversation/language.ts'
import type { SourceFile } from './source.ts'

export type { Dialog, Material } from './loading/dialog.ts'
export type { Fault } from './flow.ts'

/** Every creditor with its dialog. */
export interface FlowSet {
  creditors: ReadonlyMap<string, Creditor>
  /** Throws `flows_invalid` for a creditor there are no files of. */
  of(creditor: string): Dialog
}

/** Where a file belongs, read from its path. */
type Place =
  | { kind: 'flow'; creditor: string | null; flow: string }
  | { kind: 'texts'; creditor: string | null; flow: string; language: Language }
  | { kind: 'creditor' | 'policy'; creditor: string }

const own = '^flows/creditors/(?<creditor>[^/]+)'
const patterns: [RegExp, Place['kind']][] = [
  [/^flows\/(?!creditors\/)(?<flow>[^/]+)\/flow\.yaml$/, 'flow'],
  [/^flows\/(?!creditors\/)(?<flow>[^/]+)\/(?<language>fr|en)\.yaml$/, 'texts'],
  [new RegExp(`${own}/flows/(?<flow>[^/]+)/flow\\.yaml$`), 'flow'],
  [new RegExp(`${own}/(?:flows|texts)/(?<flow>[^/]+)/(?<language>fr|en)\\.yaml$`), 'texts'],
  [new RegExp(`${own}/creditor\\.yaml$`), 'creditor'],
  [new RegExp(`${own}/policy\\.yaml$`), 'policy'],
]

function placeOfPath(path: string): Place | null {
  for (const [pattern, kind] of patterns) {
    const groups = pattern.exec(path)?.groups
    if (groups) return { creditor: null, ...groups, kind } as Place
  }
  return null
}

interface Loading {
  parts: Part[]
  profiles: Map<string, { profile: CreditorProfile; source: SourceFile }>
  policies: Map<string, { policy: Policy; source: SourceFile }>
  faults: Fault[]
}

/**
 * Reads the files of the flows. Every fault has its file, line, column and a sentence; with one or more
 * there is no set. What needs a look at several files at once is `checkFlows`'s.
 */
export function loadFlows(files: SourceFile[]): { set: FlowSet | null; faults: Fault[] } {
  const loading: Loading = { parts: [], profiles: new Map(), policies: new Map(), faults: [] }
  for (const source of files) loadFile(source, loading)
  const creditors = pairCreditors(loading)
  if (loading.faults.length > 0) return { set: null, faults: loading.faults }
  const dialogs = new Map(
    [...creditors.keys()].map((id) => [
      id,
      assembleDialog(id, loading.parts, policyFiles(id, loading)),
    ]),
  )
  return { set: { creditors, of: (id) => known(dialogs, id) }, faults: [] }
}

/** Rebuilds the dialog a turn ran on from its three recorded bodies. */
export function dialogFromMaterials(bodies: {
  flows: string
  texts: string
  policy: string
}): Dialog {
  const files = [bodies.flows, bodies.texts, bodies.policy].flatMap((body) =>
    (JSON.parse(body) as [string, string][]).map(([path, text]) => ({ path, text })),
  )
  const { set, faults } = loadFlows(files)
  const creditor = set?.creditors.keys().next().value
  if (set && creditor !== undefined) return set.of(creditor)
  throw fail(
    'flows_invalid',
    `recorded flows cannot be read: ${faults[0]?.message ?? 'no creditor'}`,
  )
}

function known(dialogs: Map<string, Dialog>, id: string): Dialog {
  const dialog = dialogs.get(id)
  if (dialog) return dialog
  const expected = [...dialogs.keys()].join(', ')
  throw fail('flows_invalid', `no flows for creditor '${id}', expected one of ${expected}`)
}

function loadFile(source: SourceFile, loading: Loading): void {
  const { faults } = loading
  const place = placeOfPath(source.path)
  if (!place) {
    const message = 'this file has no place here: expected <flow>/flow.yaml, fr.yaml or en.yaml'
    faults.push({ file: source.path, line: 1, column: 1, message })
    return
  }
  const yaml = readYaml(source, faults)
  if (!yaml) return
  const { creditor } = place
  if (place.kind === 'flow') {
    const flow = compileFlow(yaml, place.flow, faults)
    if (flow) loading.parts.push({ kind: 'flow', creditor, flow, source })
  } else if (place.kind === 'texts') {
    loading.parts.push({ ...place, file: compileTexts(yaml, faults), source })
  } else if (place.kind === 'creditor') {
    const profile = judge(yaml, [], creditorSchema, yaml.value, faults)
    if (profile) addProfile({ profile, source }, place.creditor, loading)
  } else {
    const policy = judge(yaml, [], policySchema, yaml.value, faults)
    if (policy) loading.policies.set(place.creditor, { policy, source })
  }
}

function addProfile(
  read: { profile: CreditorProfile; source: SourceFile },
  folder: string,
  loading: Loading,
): void {
  if (read.profile.id !== folder) {
    const message = `creditor '${read.profile.id}' stands in folder '${folder}'; the names must be the same`
    loading.faults.push({ file: read.source.path, line: 1, column: 1, message })
  }
  loading.profiles.set(folder, read)
}

function pairCreditors(loading: Loading): Map<string, Creditor> {
  const creditors = new Map<string, Creditor>()
  for (const [id, { profile, source }] of loading.profiles) {
    const policy = loading.policies.get(id)?.policy
    if (policy) creditors.set(id, { ...profile, policy })
    else if (loading.faults.length === 0) {
      const message = `creditor '${id}' has no policy.yaml beside it`
      loading.faults.push({ file: source.path, line: 1, column: 1, message })
    }
  }
  return creditors
}

function policyFiles(id: string, loading: Loading): SourceFile[] {
  return [loading.profiles.get(id)?.source, loading.policies.get(id)?.source].filter(
    (source) => source !== undefined,
  )
}
