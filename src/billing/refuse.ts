import type { AmiableError } from '../errors.ts'
import { fail } from '../errors.ts'

/** Where a part of a bill stands in its document, by its path: `lines[2]` to `bill.xml:41:3`. */
export type Place = (path: string) => string

/** A document that is not a bill, or does not add up: where, and what was found and expected. */
export function refuse(place: string, what: string): AmiableError {
  return fail('bill_invalid', `${place}: ${what}`)
}

/** A value from the document, short enough for a message. */
export function quote(value: string): string {
  const short = value.length > 60 ? `${value.slice(0, 57)}...` : value
  return JSON.stringify(short)
}
