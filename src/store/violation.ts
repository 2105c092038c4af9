import { DatabaseError } from 'pg'

/** True when a statement was refused because the row was already there (by the name of its constraint). */
export function violates(error: unknown, ...constraints: string[]): boolean {
  if (!(error instanceof DatabaseError) || error.code !== '23505') return false
  return constraints.length === 0 || constraints.includes(error.constraint ?? '')
}
