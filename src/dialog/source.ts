import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** One file of the flows: its path from the project's root with `/`, and its text. */
export interface SourceFile {
  path: string
  text: string
}

/** Reads every YAML file of the flows under a project's root, sorted by path; sample data is left out. */
export async function readSources(dir: string): Promise<SourceFile[]> {
  const paths = (await Array.fromAsync(glob('flows/**/*.yaml', { cwd: dir })))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !/^flows\/creditors\/[^/]+\/sample\//.test(path))
    .sort()
  return Promise.all(
    paths.map(async (path) => ({ path, text: await readFile(join(dir, path), 'utf8') })),
  )
}
