import { fail } from '../../errors.ts'
import type { ActionInput } from '../action.ts'

/** What a reference stands for, by its first letter: promise, plan, search, dispute (litige), other task. */
export type ReferencePrefix = 'P' | 'E' | 'R' | 'L' | 'T'

/** The next unused reference of the draw, with its prefix: `P-7KQ2M`. */
export function drawnReference({ draw, drawn }: ActionInput, prefix: ReferencePrefix): string {
  const reference = draw.references[drawn]
  if (reference === undefined) {
    throw fail('internal', `The draw holds ${draw.references.length} references, ${drawn} are used`)
  }
  return `${prefix}-${reference}`
}

/** What the customer said last, in their words; empty where the turn had none (silence, an opening). */
export function lastWords({ understanding }: ActionInput): string {
  return understanding?.text ?? ''
}
