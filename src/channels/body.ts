import type { z } from 'zod'
import { fail } from '../errors.ts'

const shown = 60

/** What stands at a path of a parsed body, short enough for a log line. */
function valueAt(body: unknown, path: PropertyKey[]): string {
  const value = path.reduce<unknown>(
    (at, key) => (at === null || at === undefined ? undefined : (at as never)[key]),
    body,
  )
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > shown ? `${text.slice(0, shown).toWellFormed()}…` : text
}

/**
 * A body from outside, read by its schema.
 * @throws bad_request naming the path, the value found there and what was expected
 */
export function readBody<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
): z.output<Schema> {
  const read = schema.safeParse(body)
  if (read.success) return read.data
  const issue = read.error.issues[0]
  const path = issue?.path ?? []
  throw fail(
    'bad_request',
    `${path.join('.') || 'body'} is ${valueAt(body, path)}: ${issue?.message ?? 'not readable'}`,
  )
}
