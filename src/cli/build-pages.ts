import { existsSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'

// Builds the page of every `web/vite.config.ts` into `dist/pages`; npm runs it after an install.
// Pages share the folder, so each names its own files and none empties it.
const root = resolve(import.meta.dirname, '../..')
const outDir = join(root, 'dist/pages')

async function findPages(): Promise<string[]> {
  const found: string[] = []
  for await (const file of glob('src/**/web/vite.config.ts', { cwd: root })) {
    found.push(join(root, file))
  }
  return found.sort()
}

/** Builds one page with its own configuration; throws what vite throws. */
async function buildPage(configFile: string): Promise<void> {
  const { build } = await import('vite')
  await build({
    configFile,
    configLoader: 'native',
    root: dirname(configFile),
    logLevel: 'warn',
    build: { outDir, emptyOutDir: false },
  })
}

// A production install (`npm ci --omit=dev`) has no vite: the server runs, the pages say what to do.
if (existsSync(join(root, 'node_modules/vite'))) {
  for (const page of await findPages()) await buildPage(page)
} else {
  console.warn('Pages are not built: vite is not installed (install with development packages).')
}
