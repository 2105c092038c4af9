import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { join } from 'node:path'
import { runFlows } from '../../src/cli/flows.ts'
import { tmpdir } from 'node:os'

const root = join(import.meta.dirname, '../..')

/** A copy of the project's flows to break. */
async function copied(work: (dir: string) => Promise<void>): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'flows-'))
  try {
    await cp(join(root, 'flows'), join(dir, 'flows'), { recursive: true })
    await mkdir(join(dir, 'docs'))
    await work(dir)
  } finally {
    await rm(dir, { recursive: true })
  }
}

describe('npm run flows', () => {
  it('is green on the flows of the project and draws them', async () => {
    await copied(async (dir) => {
      const lines: string[] = []
      expect(await runFlows(dir, (line) => lines.push(line)), lines.join('\n')).toBe(0)
      expect(lines).toEqual([expect.stringMatching(/^flows: \d+ flows, \d+ steps, \d+ texts, /)])
      expect(await readFile(join(dir, 'docs/flows.md'), 'utf8')).toContain('## promise-to-pay')
    })
  })

  it('names file, line, column and reason of each fault, and fails', async () => {
    await copied(async (dir) => {
      const file = join(dir, 'flows/thanks/fr.yaml')
      await writeFile(file, `${await readFile(file, 'utf8')}\nlate: Payez 60 euros sans tarder.\n`)
      const lines: string[] = []
      expect(await runFlows(dir, (line) => lines.push(line))).toBe(1)
      expect(lines.join('\n')).toMatch(
        /^flows\/thanks\/fr\.yaml:\d+:1 text 'thanks\.late' holds the bare figure '60'/m,
      )
      expect(lines.join('\n')).toMatch(
        /^flows\/thanks\/fr\.yaml:\d+:1 text 'thanks\.late' holds 'sans tarder'/m,
      )
    })
  })
})
