import type { Policy } from '../../src/conversation/creditor.ts'

/** A policy of the middle, for tests that change one of its limits. */
export const policy: Policy = {
  promise: { maxDays: 30, minCents: 500 },
  plan: { maxTimes: 12, minInstalmentCents: 1000, firstWithinDays: 60 },
  code: { minutes: 5, attempts: 3, sendsPerHour: 3, sendsPerDay: 6, lockMinutes: 30 },
  proof: { minutes: 30 },
  burst: { quietMs: 0, mostMs: 0 },
  person: { answerMinutes: 10 },
  search: { workingDays: 4 },
}
