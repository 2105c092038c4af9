/**
 * Words as they can be stored, shown and sent again. PostgreSQL refuses NUL and JSON carries half
 * surrogate pairs, so one such message would block its conversation for good.
 */
export function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed()
}
