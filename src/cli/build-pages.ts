import { existsSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'

// Pages share one folder, so each names its own files and none empties it.
const root = resolve(import.meta.dirname, '../..')

/** Builds the page of every `web/vite.config.ts` into one folder; throws what vite throws. */
export async function buildPages(outDir = join(root, 'dist/pages')): Promise<void> {
  const { build } = await import('vite')
  for (const configFile of await findPages()) {
    await build({
      configFile,
      configLoader: 'native',
      root: dirname(configFile),
      logLevel: 'warn',
      build: { outDir, emptyOutDir: false },
    })
  }
}

async function findPages(): Promise<string[]> {
  const found: string[] = []
  for await (const file of glob('src/**/web/vite.config.ts', { cwd: root })) {
    found.push(join(root, file))
  }
  return found.sort()
}

// npm runs this after an install. One for production (`npm ci --omit=dev`) has no vite, and must not
// fail for it: the server runs, and its pages say what to do.
if (import.meta.main) {
  if (existsSync(join(root, 'node_modules/vite'))) await buildPages()
  else
    console.warn('Pages are not built: vite is not installed (install with development packages).')
}
