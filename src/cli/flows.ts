import { actions } from '../dialog/actions.ts'
import { checkFlows } from '../dialog/check.ts'
import { debtWordsIn } from '../care/debt-words.ts'
import { drawFlows } from '../dialog/mermaid.ts'
import { join } from 'node:path'
import { loadFlows } from '../dialog/load.ts'
import { readSources } from '../dialog/source.ts'
import { writeFile } from 'node:fs/promises'
import type { Fault, FlowSet } from '../dialog/load.ts'

/** Where the drawing of the flows is kept. */
const drawing = 'docs/flows.md'

/**
 * Loads and checks the flows under a project's root. Prints each fault as `file:line:column reason` and
 * returns 1; without one it prints a line of counts, draws the flows to `docs/flows.md` and returns 0.
 */
export async function runFlows(root: string, print: (line: string) => void): Promise<number> {
  const { set, faults } = loadFlows(await readSources(root))
  const found = set ? checkFlows(set, actions, { debtWordsIn }) : faults
  for (const fault of found) print(lineOf(fault))
  if (!set || found.length > 0) return 1
  print(countsOf(set))
  const [first] = set.creditors.keys()
  if (first !== undefined) await writeFile(join(root, drawing), drawFlows(set.of(first)))
  return 0
}

function lineOf({ file, line, column, message }: Fault): string {
  return `${file}:${line}:${column} ${message}`
}

function countsOf(set: FlowSet): string {
  const dialogs = [...set.creditors.keys()].map((id) => set.of(id))
  const most = (count: (dialog: (typeof dialogs)[number]) => number) =>
    Math.max(0, ...dialogs.map(count))
  const flows = most(({ flows: all }) => all.size)
  const steps = most(({ flows: all }) =>
    [...all.values()].reduce((n, flow) => n + flow.steps.length, 0),
  )
  const texts = most(({ texts: all }) => all.texts.size)
  return `flows: ${flows} flows, ${steps} steps, ${texts} texts, ${dialogs.length} creditors: no fault`
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '../..')
  process.exitCode = await runFlows(root, (line) => console.log(line))
}
