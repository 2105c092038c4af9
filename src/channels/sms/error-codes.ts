/**
 * What Twilio's error codes mean for a message of ours.
 * `never`: this address or text will not work; `later`: the same may work later; `refused`: the
 * customer opted out; `ours`: our account or settings, so the message keeps until somebody repairs it.
 * Source: twilio.com/docs/api/errors, read 2026-11-21.
 */
const errorCodes = {
  20003: { act: 'ours', meaning: 'authentication_failed' },
  20404: { act: 'ours', meaning: 'account_not_found' },
  20429: { act: 'later', meaning: 'too_many_requests' },
  21211: { act: 'never', meaning: 'number_invalid' },
  21212: { act: 'ours', meaning: 'sender_invalid' },
  21408: { act: 'never', meaning: 'region_not_enabled' },
  21606: { act: 'ours', meaning: 'sender_not_ours' },
  21610: { act: 'refused', meaning: 'opted_out' },
  21612: { act: 'never', meaning: 'not_routable' },
  21614: { act: 'never', meaning: 'not_a_mobile' },
  21617: { act: 'never', meaning: 'too_long' },
  21635: { act: 'never', meaning: 'landline' },
  21658: { act: 'never', meaning: 'too_long' },
  30001: { act: 'later', meaning: 'queue_full' },
  30002: { act: 'ours', meaning: 'account_suspended' },
  30003: { act: 'later', meaning: 'handset_unreachable' },
  30004: { act: 'never', meaning: 'blocked' },
  30005: { act: 'never', meaning: 'handset_unknown' },
  30006: { act: 'never', meaning: 'landline_or_carrier' },
  30007: { act: 'never', meaning: 'filtered_by_carrier' },
  30008: { act: 'later', meaning: 'unknown' },
} as const

type ErrorAct = (typeof errorCodes)[keyof typeof errorCodes]['act']

/** What to do about a code; null for one we do not know. */
export function actOn(code: number | undefined): ErrorAct | null {
  return known(code)?.act ?? null
}

/** A code in words for the journal and the advisor: `21610 opted_out`. */
export function explainError(code: number | undefined): string {
  return `${code || 0} ${known(code)?.meaning ?? 'not_in_our_table'}`
}

function known(code: number | undefined) {
  return errorCodes[code as keyof typeof errorCodes] as
    (typeof errorCodes)[keyof typeof errorCodes] | undefined
}
