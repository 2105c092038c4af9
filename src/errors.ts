/**
 * Every error a caller can meet: its stable code, HTTP status, whether trying again can help, and the
 * one sentence that may be shown to anybody. `docs/errors.md` says what an operator does about each.
 */
export const errors = {
  bad_request: { status: 400, retry: false, sentence: 'The request could not be read.' },
  bad_signature: { status: 403, retry: false, sentence: 'The signature is wrong or missing.' },
  bill_invalid: { status: 422, retry: false, sentence: 'The document is not a bill we can read.' },
  config_invalid: { status: 500, retry: false, sentence: 'A setting is wrong.' },
  conflict: { status: 409, retry: true, sentence: 'The conversation moved on; try again.' },
  data_dir_busy: { status: 500, retry: false, sentence: 'Another hub runs on this data folder.' },
  door_closed: { status: 503, retry: true, sentence: 'This door is closed: a secret is not set.' },
  flows_invalid: { status: 500, retry: false, sentence: 'The flows have faults.' },
  forbidden: { status: 403, retry: false, sentence: 'This is not allowed.' },
  internal: { status: 500, retry: true, sentence: 'Something went wrong on our side.' },
  not_found: { status: 404, retry: false, sentence: 'There is nothing here.' },
  store_unavailable: { status: 503, retry: true, sentence: 'The database cannot be reached.' },
  too_large: { status: 413, retry: false, sentence: 'The body is too large.' },
  too_many_requests: { status: 429, retry: true, sentence: 'Too many requests; try again later.' },
  unauthorized: { status: 401, retry: false, sentence: 'A valid token is needed.' },
} as const

export type ErrorCode = keyof typeof errors

/** An error of the registry. `message` is for operators; only the registry's sentence is public. */
export interface AmiableError extends Error {
  code: ErrorCode
}

/** Makes an error of the registry; the message names the bad value and what was expected. */
export function fail(code: ErrorCode, message: string, cause?: unknown): AmiableError {
  return Object.assign(new Error(message, { cause }), { code, name: 'AmiableError' })
}

/** True for an error made by `fail`. */
export function isAmiableError(error: unknown): error is AmiableError {
  return error instanceof Error && 'code' in error && String(error.code) in errors
}
