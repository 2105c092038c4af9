import { refuse } from './refuse.ts'
import type { AmiableError } from '../errors.ts'
import type { Place } from './refuse.ts'
import type { ZodError } from 'zod'

/** The first thing the bill model does not take: where, the path, and what was expected. */
export function schemaFault(error: ZodError, place: Place, file: string): AmiableError {
  const [issue] = error.issues
  const path = writePath(issue?.path ?? [])
  const more = error.issues.length > 1 ? ` (and ${error.issues.length - 1} more)` : ''
  return refuse(place(path) || file, `${path || 'the document'}: ${issue?.message ?? ''}${more}`)
}

/** The place of a path, or of the nearest part above it. */
export function placeIn(places: ReadonlyMap<string, string>, path: string): string | undefined {
  for (let rest = path; rest; rest = rest.replace(/(\.|^)[^.[]*$|\[\d+\]$/, '')) {
    const found = places.get(rest)
    if (found) return found
  }
  return undefined
}

function writePath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (whole, part) =>
      typeof part === 'number' ? `${whole}[${part}]` : `${whole && `${whole}.`}${String(part)}`,
    '',
  )
}
