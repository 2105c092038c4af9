import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/**
 * A phone number in E.164, or null for anything that cannot be one (short codes, sender names,
 * withheld numbers). Judged possible and not valid: numbers reserved for fiction are not valid.
 */
export function e164(value: string | null | undefined): string | null {
  if (!value || value.length > 32 || !value.startsWith('+')) return null
  const phone = parsePhoneNumberFromString(value)
  return phone?.isPossible() && !phone.ext ? phone.number : null
}
