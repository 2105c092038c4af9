import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/**
 * A phone number in E.164, or null for anything that cannot be one (short codes, sender names,
 * withheld numbers). Judged possible and not valid: numbers reserved for fiction are not valid.
 */
export function e164(value: string | null | undefined): string | null {
  if (!value || value.length > 32 || !value.startsWith('+')) return null
  const before = judged.get(value)
  if (before !== undefined) return before
  const number = judge(value)
  if (judged.size >= mostJudged) judged.clear()
  judged.set(value, number)
  return number
}

/** A call repeats its number with each event, and judging one takes longer than reading the event. */
const judged = new Map<string, string | null>()
const mostJudged = 5_000

function judge(value: string): string | null {
  const phone = parsePhoneNumberFromString(value)
  return phone?.isPossible() && !phone.ext ? phone.number : null
}
