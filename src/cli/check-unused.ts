import { join, relative } from 'node:path'
import unused from 'ts-unused-exports'
import { projectRoot } from '../flow-set.ts'

/* Exported functions and values that nobody imports: exit 1 and their places. Tests count as users. */

interface Unused {
  exportName: string
  location?: { line: number }
}

const { unusedExports } = unused.analyzeTsConfig(join(projectRoot, 'tsconfig.json'), [
  '--allowUnusedTypes',
  '--excludePathsFromReport=vitest.config;global-setup',
]) as { unusedExports: Record<string, Unused[]> }

const lines = Object.entries(unusedExports).flatMap(([path, found]) =>
  found.map(
    ({ exportName, location }) =>
      `${relative(projectRoot, path)}:${location?.line ?? 1} nobody imports ${exportName}`,
  ),
)
for (const line of lines) console.error(line)
process.exitCode = lines.length ? 1 : 0
