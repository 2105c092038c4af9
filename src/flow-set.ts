import { join } from 'node:path'
import { fail } from './errors.ts'
import { loadFlows, type FlowSet } from './dialog/load.ts'
import { readSources } from './dialog/source.ts'

/** Where the project lies: everything is found from here, whatever folder a command is run from. */
export const projectRoot = join(import.meta.dirname, '..')

/** Reads and loads the project's flows; throws `flows_invalid` naming every fault with its place. */
export async function readFlowSet(): Promise<FlowSet> {
  const { set, faults } = loadFlows(await readSources(projectRoot))
  if (set && faults.length === 0) return set
  const lines = faults.map(
    ({ file, line, column, message }) => `  ${file}:${line}:${column} ${message}`,
  )
  throw fail('flows_invalid', `the flows have faults:\n${lines.join('\n')}`)
}
