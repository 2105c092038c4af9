/** A decimal number held exactly: `digits` over ten to the power of `scale`. */
export interface Decimal {
  digits: bigint
  scale: number
}

const form = /^([+-]?)(\d{0,18})(?:\.(\d{0,18}))?$/

/** Reads an XML Schema decimal (`+1250.80`, `.5`); null for anything else or over 18 digits a side. */
export function parseDecimal(text: string): Decimal | null {
  const match = form.exec(text)
  if (!match) return null
  const [, sign, whole = '', fraction = ''] = match
  if (whole + fraction === '') return null
  const kept = fraction.replace(/0+$/, '')
  const digits = BigInt(whole + kept)
  return { digits: sign === '-' ? -digits : digits, scale: kept.length }
}

/** Writes a decimal the shortest way: `620`, `-0.5`. */
export function formatDecimal({ digits, scale }: Decimal): string {
  const sign = digits < 0n ? '-' : ''
  const all = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0')
  const cut = all.length - scale
  const fraction = all.slice(cut).replace(/0+$/, '')
  return sign + all.slice(0, cut) + (fraction && `.${fraction}`)
}

/** Divides and rounds a half away from zero, the way amounts of EN 16931 are rounded. */
export function divideRounded(dividend: bigint, divisor: bigint): bigint {
  const negative = dividend < 0n !== divisor < 0n
  const top = dividend < 0n ? -dividend : dividend
  const bottom = divisor < 0n ? -divisor : divisor
  const rounded = (2n * top + bottom) / (2n * bottom)
  return negative ? -rounded : rounded
}

export function plus(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return { digits: a.digits * tens(scale - a.scale) + b.digits * tens(scale - b.scale), scale }
}

export function times(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, scale: a.scale + b.scale }
}

/** `amount / by` in cents, rounded once at the end. */
export function toCents(amount: Decimal, by: Decimal = { digits: 1n, scale: 0 }): number {
  return Number(
    divideRounded(amount.digits * 100n * tens(by.scale), by.digits * tens(amount.scale)),
  )
}

/** Cents of an amount that must have no more than two decimals; null where it has more. */
export function exactCents(amount: Decimal): number | null {
  if (amount.scale > 2) return null
  const cents = Number(amount.digits * tens(2 - amount.scale))
  return Number.isSafeInteger(cents) ? cents : null
}

/** Cents as plain figures for an operator: `152.82`. */
export function writeCents(cents: number): string {
  const sign = cents < 0 ? '-' : ''
  const digits = String(Math.abs(cents)).padStart(3, '0')
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

function tens(power: number): bigint {
  return 10n ** BigInt(power)
}
