import { languages } from './language.ts'
import { paymentMethods } from './commitment.ts'
import { z } from 'zod'

/**
 * `flows/creditors/<id>/sample/accounts.yaml`: fictional accounts to try a creditor with. A customer is
 * addressed as `<title> <name>`; what is owed is the sum of the bills' `dueCents` less the payments.
 */
const sampleAccountSchema = z.strictObject({
  reference: z.string().min(1),
  language: z.enum(languages),
  title: z.string().min(1),
  name: z.string().min(1),
  /** E.164. */
  phone: z.string().regex(/^\+[1-9]\d{6,14}$/, 'a number like +33639980001'),
  email: z.email(),
  /** The story of this account, in one or two sentences. */
  scenario: z.string().min(1),
  /** Passes the identity check in sample mode. */
  verification: z.strictObject({ code: z.string().regex(/^\d{6}$/, 'six digits') }),
  /** Files of bills, relative to `accounts.yaml`, the newest first. */
  bills: z.array(z.string().min(1)).min(1),
  payments: z.array(
    z.strictObject({
      id: z.string().min(1),
      cents: z.int().min(1),
      date: z.iso.date(),
      method: z.enum(paymentMethods),
    }),
  ),
})

export const sampleSchema = z.strictObject({
  creditor: z.string().min(1),
  accounts: z.array(sampleAccountSchema).min(1),
})

export type Sample = z.infer<typeof sampleSchema>
export type SampleAccount = z.infer<typeof sampleAccountSchema>
