import { z } from 'zod'

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day like 09:30')
const day = z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'])

/** `flows/creditors/<id>/policy.yaml`: limits of promises, plans, codes and proof. May only be stricter than the law. */
export const policySchema = z.strictObject({
  promise: z.strictObject({
    /** A promise may not lie further away than this; later is a plan. */
    maxDays: z.int().min(1).max(60),
    minCents: z.int().min(1),
  }),
  plan: z.strictObject({
    /** Without a question about the person's life. */
    maxTimes: z.int().min(1).max(12),
    minInstalmentCents: z.int().min(1),
    firstWithinDays: z.int().min(1).max(90),
  }),
  code: z.strictObject({
    minutes: z.int().min(1).max(10),
    attempts: z.int().min(1).max(5),
    sendsPerHour: z.int().min(1).max(3),
    sendsPerDay: z.int().min(1).max(10),
    lockMinutes: z.int().min(5),
  }),
  proof: z.strictObject({ minutes: z.int().min(1).max(60) }),
  /** How long a burst of short messages may be collected into one turn (milliseconds). */
  burst: z.strictObject({ quietMs: z.int().min(0), mostMs: z.int().min(0) }),
  person: z.strictObject({ answerMinutes: z.int().min(1) }),
  search: z.strictObject({ workingDays: z.int().min(1) }),
})

/** `flows/creditors/<id>/creditor.yaml`: one creditor, white label. */
export const creditorSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  brand: z.string().min(1),
  service: z.enum(['electricity', 'gas', 'water', 'telecom']),
  zone: z.string().refine((zone) => {
    try {
      return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
    } catch {
      return false
    }
  }, 'an IANA time zone like Europe/Paris'),
  /** Country and, where it has its own holidays, region: `FR`, `FR-57`. */
  holidays: z.string(),
  country: z.string().length(2),
  currency: z.string().length(3),
  languages: z.array(z.enum(['fr', 'en'])).min(1),
  sms: z.array(z.string()).default([]),
  voice: z.array(z.string()).default([]),
  chat: z.array(z.string()).default([]),
  /** When a person is there. */
  hours: z.array(z.strictObject({ days: z.array(day), from: time, to: time })),
  transfer: z.strictObject({ name: z.string(), iban: z.string(), bic: z.string().optional() }),
  /** Where a customer pays by card; the reference is added as a query. */
  payPage: z.url().optional(),
  onCall: z.array(
    z.strictObject({ name: z.string(), sms: z.string().optional(), email: z.string().optional() }),
  ),
})

export type Policy = z.infer<typeof policySchema>
export type CreditorProfile = z.infer<typeof creditorSchema>
export type Creditor = CreditorProfile & { policy: Policy }

/**
 * A rehearsal runs under `<creditor>~<session>`, with a copy of one account: nothing it does touches
 * anybody else's. This gives the creditor it rehearses.
 */
export const rehearsedCreditor = (id: string): string => id.split('~', 1)[0] ?? id
