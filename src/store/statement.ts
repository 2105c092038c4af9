/** Collects the values of a statement while its text is written; the same parts give the same text. */
export interface Statement {
  values: unknown[]
  /** Adds a value and returns its placeholder, typed. */
  value(value: unknown, type?: string): string
}

export function makeStatement(): Statement {
  const values: unknown[] = []
  return {
    values,
    value(value, type) {
      values.push(value)
      return type ? `$${values.length}::${type}` : `$${values.length}`
    },
  }
}

const names = new Map<string, string>()

/** A stable short name for a statement's text, so that the server plans each shape once. */
export function nameOf(prefix: string, text: string): string {
  const known = names.get(text)
  if (known) return known
  const name = `${prefix}-${names.size}`
  names.set(text, name)
  return name
}
