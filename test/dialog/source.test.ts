import { expect, it } from 'vitest'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readSources } from '../../src/dialog/source.ts'
import { tmpdir } from 'node:os'

it('reads every YAML file under flows, sorted, and leaves sample data out', async () => {
  const root = await mkdtemp(join(tmpdir(), 'flows-'))
  try {
    const files = [
      'flows/b/fr.yaml',
      'flows/a/flow.yaml',
      'flows/creditors/x/sample/accounts.yaml',
      'flows/a/notes.md',
    ]
    for (const path of files) {
      await mkdir(join(root, path, '..'), { recursive: true })
      await writeFile(join(root, path), `# ${path}`)
    }
    expect(await readSources(root)).toEqual([
      { path: 'flows/a/flow.yaml', text: '# flows/a/flow.yaml' },
      { path: 'flows/b/fr.yaml', text: '# flows/b/fr.yaml' },
    ])
  } finally {
    await rm(root, { recursive: true })
  }
})
