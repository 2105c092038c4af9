import { existsSync } from 'node:fs'
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { chromium } from 'playwright-core'

/*
 * The browser comes with npm, packed, with the fonts and system libraries it needs. It is unpacked
 * once a machine: into a folder of its own that takes its final name only when whole, so that two
 * test processes never run half a file.
 */
const home = join(tmpdir(), `amiable-chromium-147-${process.getuid?.() ?? 'user'}`)

/** A browser for tests; `await using` closes it. Works as root, and without a display. */
export async function openBrowser(): Promise<Browser & AsyncDisposable> {
  if (!existsSync(join(home, 'chromium'))) await unpack()
  return chromium.launch({
    executablePath: join(home, 'chromium'),
    args: ['--no-sandbox', '--no-zygote', '--disable-gpu', '--font-render-hinting=none'],
    env: {
      ...(process.env as Record<string, string>),
      FONTCONFIG_FILE: join(home, 'fonts.conf'),
      LD_LIBRARY_PATH: [process.env.LD_LIBRARY_PATH, join(home, 'al2023/lib')]
        .filter(Boolean)
        .join(':'),
    },
  })
}

/** Collects what a page complains about: errors in the console, exceptions, requests that failed. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return complaints
}

/** True where something on the page is wider than the window, so that it scrolls sideways. */
export function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth > window.innerWidth')
}

async function unpack(): Promise<void> {
  const folder = await mkdtemp(`${home}-`)
  await unpackInto(folder)
  const fonts = `<fontconfig><dir>${join(home, 'fonts')}</dir><cachedir>${join(home, 'cache')}</cachedir></fontconfig>`
  await writeFile(join(folder, 'fonts.conf'), `<?xml version="1.0"?>${fonts}`)
  await rename(folder, home).catch(async (error: unknown) => {
    await rm(folder, { recursive: true })
    if (!existsSync(join(home, 'chromium'))) throw error
  })
}

/** The package unpacks into the folder of temporary files, and its libraries only where it thinks it must. */
async function unpackInto(folder: string): Promise<void> {
  const before = { TMPDIR: process.env.TMPDIR, AWS_EXECUTION_ENV: process.env.AWS_EXECUTION_ENV }
  Object.assign(process.env, { TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' })
  const libraries = process.env.LD_LIBRARY_PATH
  try {
    const { default: packed } = await import('@sparticuz/chromium')
    await packed.executablePath()
  } finally {
    for (const [name, value] of Object.entries({ ...before, LD_LIBRARY_PATH: libraries })) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }
}
