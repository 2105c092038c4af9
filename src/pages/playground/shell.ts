import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Language } from '../../conversation/language.ts'

const types = {
  'playground.js': 'text/javascript; charset=utf-8',
  'playground.css': 'text/css; charset=utf-8',
} as const
export type AssetName = keyof typeof types

export const assetNames = Object.keys(types) as AssetName[]

export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const icon =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" ' +
      'rx="10" fill="#0F4C4A"/><path d="M9 22 16 9l7 13" fill="none" stroke="#F6F1E7" ' +
      'stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/>' +
      '<circle cx="16" cy="20" r="2.4" fill="#E4694A"/></svg>',
  )

function documentOf(language: Language, title: string, head: string, body: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="${icon}">
${head}
</head>
<body>${body}</body>
</html>
`
}

/** The page's frame; everything in it is drawn by its script. */
export function pageShell(language: Language): string {
  const head =
    '<link rel="stylesheet" href="/playground/app/playground.css">\n' +
    '<script type="module" src="/playground/app/playground.js"></script>'
  const noScript =
    '<noscript>Cette page a besoin de JavaScript. This page needs JavaScript.</noscript>'
  return documentOf(language, 'Amiable', head, `<div id="app"></div>${noScript}`)
}

/** What is shown where the install did not build the pages. */
export function missingShell(language: Language): string {
  const body = `<main>
<h1>Amiable</h1>
<p lang="fr">Les pages ne sont pas construites. Lancez <code>npm run prepare</code>, puis rechargez.</p>
<p lang="en">The pages are not built: run <code>npm run prepare</code>, then reload.</p>
</main>`
  return documentOf(language, 'Amiable', '', body)
}

export interface Asset {
  type: string
  body: Buffer
  etag: string
}

/** One built file of the page, by a name of the list; null where it is not built. */
export async function readAsset(folder: string, name: AssetName): Promise<Asset | null> {
  const file = join(folder, name)
  const found = await stat(file).catch(() => null)
  if (!found) return null
  const etag = `"${found.size.toString(36)}-${Math.trunc(found.mtimeMs).toString(36)}"`
  return { type: types[name], body: await readFile(file), etag }
}
