import { billSchema } from '../conversation/bill.ts'
import { checkTotals } from './totals.ts'
import { refuse } from './refuse.ts'
import { schemaFault } from './schema-fault.ts'
import type { Bill } from '../conversation/bill.ts'

/** A bill in our own JSON (`billSchema`); throws `bill_invalid` with the place in the document. */
export function importJson(text: string, file: string): Bill {
  const place = (path: string) => (path ? `${file}, ${path}` : file)
  const found = billSchema.safeParse(parse(text, file))
  if (!found.success) throw schemaFault(found.error, () => file, file)
  checkTotals(found.data, place)
  return found.data
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw refuse(file + positionIn(text, error), `not JSON: ${(error as Error).message}`)
  }
}

/** `:line:column` where the reader of JSON tells how far it came. */
function positionIn(text: string, error: unknown): string {
  const at = /position (\d+)/.exec(String(error))
  const before = text.slice(0, at ? Number(at[1]) : text.length)
  const lines = before.split('\n')
  return `:${lines.length}:${(lines.at(-1) ?? '').length + 1}`
}
