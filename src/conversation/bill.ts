import { z } from 'zod'

/**
 * A bill after the semantic model EN 16931, with what energy adds (readings, periods, power).
 * Amounts are integer cents, quantities decimal strings, days ISO dates. Amounts are as the document
 * states them: a credit note's are positive and are owed to the customer (`owedCents`).
 */
const day = z.iso.date()
const cents = z.int()
const quantity = z.string().regex(/^-?\d+(\.\d+)?$/, 'a decimal number like 620 or 0.1327')
const period = z
  .strictObject({ from: day, to: day })
  .refine(({ from, to }) => from <= to, 'a period that ends on or after its first day')

export const lineKinds = [
  'standing_charge',
  'consumption',
  'tax',
  'service',
  'fee',
  'allowance',
  'correction',
  'other',
] as const

const readingSchema = z.strictObject({
  meter: z.string().optional(),
  register: z.string().optional(),
  from: z.strictObject({ day, index: quantity, how: z.enum(['estimated', 'real', 'customer']) }),
  to: z.strictObject({ day, index: quantity, how: z.enum(['estimated', 'real', 'customer']) }),
})

const billLineSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(lineKinds),
  /** Name of the tax where `kind` is `tax`: `accise`, `cta`, ... */
  tax: z.string().optional(),
  label: z.string(),
  quantity: quantity.optional(),
  unit: z.string().optional(),
  /** Price of one unit in the currency, as a decimal string: it may hold tenths of a cent. */
  unitPrice: quantity.optional(),
  /** How many units `unitPrice` is for; one where it is not said. */
  priceBase: quantity.optional(),
  /** Charges less allowances of the line itself, already in `cents`. */
  adjustmentCents: cents.optional(),
  period: period.optional(),
  /** Net of VAT. */
  cents,
  vatPercent: quantity,
  reading: readingSchema.optional(),
})

export const billSchema = z.strictObject({
  number: z.string().min(1),
  kind: z.enum(['invoice', 'credit_note']).default('invoice'),
  seller: z.string().min(1),
  buyer: z.string().optional(),
  currency: z.string().length(3),
  energy: z.enum(['electricity', 'gas', 'water', 'telecom', 'other']).default('other'),
  issued: day,
  due: day.optional(),
  period: period.optional(),
  /** The customer's account as the creditor names it. */
  reference: z.string().optional(),
  /** Number of the bill a credit note takes back. */
  corrects: z.string().optional(),
  subscribedKva: quantity.optional(),
  lines: z.array(billLineSchema).min(1),
  vat: z.array(z.strictObject({ percent: quantity, baseCents: cents, cents })),
  netCents: cents,
  taxCents: cents,
  totalCents: cents,
  /** Instalments or advances already paid against this bill. */
  paidCents: cents.default(0),
  /** Added to what is payable to round it; rare. */
  roundingCents: cents.optional(),
  dueCents: cents,
  notes: z.array(z.string()).default([]),
})

export type Bill = z.infer<typeof billSchema>
export type BillLine = z.infer<typeof billLineSchema>
export type Reading = z.infer<typeof readingSchema>

/** What a bill adds to an account, in cents: below zero for a credit note. */
export function owedCents(bill: Bill): number {
  return bill.kind === 'credit_note' ? -bill.dueCents : bill.dueCents
}
