import { general } from './entry.ts'
import type { Entries } from './entry.ts'
import { labels } from './labels.ts'

/** What may be known of who is there before anything is proven. */
export const personNames = {
  proven: general('yes_no', ({ account }) => account !== null),
  candidate: general('yes_no', ({ facts }) => facts.candidate !== null),
  /** Before the proof always yes: a contact on file would tell that there is a file. */
  can_receive_code: general('yes_no', ({ facts, account }) =>
    account ? (facts.candidate?.customer.contacts.length ?? 0) > 0 : true,
  ),
  code_to: general('text', () => labels.code_to.text),
  customer_name: general('text', ({ facts }) => facts.candidate?.customer.name ?? null),
} satisfies Entries
