import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js'
import { z } from 'zod'
import type { Bill } from '../conversation/bill.ts'
import { languages } from '../conversation/language.ts'
import { paymentMethods } from '../conversation/commitment.ts'

/** Whose data it is, and what stands where a file leaves it out. */
export interface Importing {
  creditor: string
  country: string
  currency: string
}

/** Where a record came from: `payments.csv:12`. */
export interface Placed<T> {
  at: string
  record: T
}

export interface CustomerRecord {
  id: string
  name: string
  language: string
}
export interface ContactRecord {
  customer: string
  kind: 'email' | 'phone'
  address: string
}
export interface AccountRecord {
  reference: string
  customer: string
  currency: string
}
export interface BillRecord {
  number: string
  account: string
  bill: Bill
}
export interface PaymentRecord {
  id: string
  account: string
  cents: number
  date: string
  method: string
}

/** Everything the files of one import hold. */
export interface Records {
  customers: Placed<CustomerRecord>[]
  contacts: Placed<ContactRecord>[]
  accounts: Placed<AccountRecord>[]
  bills: Placed<BillRecord>[]
  payments: Placed<PaymentRecord>[]
}

export interface ImportFault {
  /** `file:line`. */
  at: string
  message: string
}

const words = z
  .string('words')
  .trim()
  .min(1, 'words')
  .max(500, 'at most 500 characters')
  .regex(/^\P{Cc}*$/u, 'words on one line')
const money = z
  .union([z.int(), z.string().regex(/^\d+$/).transform(Number)], 'whole cents, like 1250 for 12.50')
  .pipe(z.int().min(1, 'at least 1 cent'))

const email = z.string().trim().toLowerCase().pipe(z.email('an email address'))

function phone(country: string): z.ZodType<string> {
  return z.string().transform((text, context) => {
    const number = parsePhoneNumberFromString(text, country as CountryCode)
    // Possible, not valid: numbers reserved for fiction are not valid anywhere.
    if (number?.isPossible()) return number.number
    context.addIssue({ code: 'custom', message: 'a phone number, like +33639980001' })
    return z.NEVER
  })
}

/** What a record of each kind must look like; the order of fields is the order in messages. */
export function recordSchemas({ country, currency }: Importing) {
  return {
    customers: z.strictObject({
      id: words,
      name: words,
      language: z.enum(languages, `one of ${languages.join(', ')}`).default('fr'),
    }),
    contacts: z.discriminatedUnion(
      'kind',
      [
        z.strictObject({ customer: words, kind: z.literal('email'), address: email }),
        z.strictObject({ customer: words, kind: z.literal('phone'), address: phone(country) }),
      ],
      'email or phone',
    ),
    accounts: z.strictObject({
      reference: words,
      customer: words,
      currency: z
        .string()
        .regex(/^[A-Z]{3}$/, 'a currency, like EUR')
        .default(currency),
    }),
    payments: z.strictObject({
      id: words,
      account: words,
      cents: money,
      date: z.iso.date('a day, like 2026-12-05'),
      method: z.enum(paymentMethods, `one of ${paymentMethods.join(', ')}`).default('transfer'),
    }),
  }
}

export type RecordKind = keyof ReturnType<typeof recordSchemas>

/** The columns of each kind; those after `?` may be left out. */
export const columns: Record<RecordKind, { needed: string[]; optional: string[] }> = {
  customers: { needed: ['id', 'name'], optional: ['language'] },
  contacts: { needed: ['customer', 'kind', 'address'], optional: [] },
  accounts: { needed: ['reference', 'customer'], optional: ['currency'] },
  payments: { needed: ['id', 'account', 'cents', 'date'], optional: ['method'] },
}

/** Says what is wrong with a value in the words of the file: the field, what stands there, what was expected. */
export function describeIssues(error: z.ZodError, value: unknown): string[] {
  return error.issues.map((issue) => {
    if (issue.code === 'unrecognized_keys')
      return `${issue.keys.map((key) => `"${key}"`).join(', ')}: no such field here`
    const field = String(issue.path[0] ?? 'record')
    const found = (value as Record<string, unknown> | null)?.[field]
    const what = found === undefined ? 'is missing' : JSON.stringify(found)
    return `${field} ${what}: expected ${issue.message.replace(/^Invalid input: expected /, '')}`
  })
}

export function noRecords(): Records {
  return { customers: [], contacts: [], accounts: [], bills: [], payments: [] }
}
