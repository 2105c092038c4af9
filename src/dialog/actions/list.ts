import { z } from 'zod'
import type { Param, Value } from '../../conversation/state.ts'
import { fail } from '../../errors.ts'

type InstalmentParam = Extract<Param, { type: 'instalment' }>

const scheduleSchema = z.array(
  z.strictObject({
    type: z.literal('instalment'),
    cents: z.int(),
    currency: z.string(),
    date: z.iso.date(),
  }),
)

/** A `list` as a value of the dialog: the JSON text of its parameters, which the renderer reads back. */
export function listValue(items: Param[]): string {
  return JSON.stringify(items)
}

/** The instalments kept in a `list` value; throws `internal` for anything else. */
export function scheduleOf(value: Value | undefined): InstalmentParam[] {
  try {
    return scheduleSchema.parse(JSON.parse(String(value)))
  } catch (cause) {
    throw fail('internal', `A schedule was expected in the frame, not ${String(value)}`, cause)
  }
}
