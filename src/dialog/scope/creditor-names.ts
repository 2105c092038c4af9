import { emergencyLines } from '../../care/emergency.ts'
import { latestPromiseDate } from '../../commitments/promise.ts'
import { general } from './entry.ts'
import type { Entries, Seen } from './entry.ts'

const linesOf = ({ facts }: Seen) => emergencyLines(facts.creditor.country)

/** What is known of the creditor: its name, where money goes, its policy, the lines that help there. */
export const creditorNames = {
  brand: general('text', ({ facts }) => facts.creditor.brand),
  service: general('text', ({ facts }) => facts.creditor.service),
  iban: general('text', ({ facts }) => facts.creditor.transfer.iban),
  bic: general('text', ({ facts }) => facts.creditor.transfer.bic ?? ''),
  payee: general('text', ({ facts }) => facts.creditor.transfer.name),
  pay_page: general('text', payPageOf),
  has_pay_page: general('yes_no', ({ facts }) => facts.creditor.payPage !== undefined),
  suicide_line: general('text', (seen) => linesOf(seen).suicide),
  emergency: general('text', (seen) => linesOf(seen).emergency),
  europe: general('text', (seen) => linesOf(seen).europe),
  policy_latest_date: general('date', ({ facts, today }) =>
    latestPromiseDate(today, facts.creditor.policy).toString(),
  ),
  policy_max_times: general('count', ({ facts }) => facts.creditor.policy.plan.maxTimes),
  policy_min_instalment: general(
    'money',
    ({ facts }) => facts.creditor.policy.plan.minInstalmentCents,
  ),
  code_minutes: general('count', ({ facts }) => facts.creditor.policy.code.minutes),
} satisfies Entries

/** The creditor's page, with the account's reference once the person is proven; empty: there is none. */
function payPageOf({ facts, account }: Seen): string {
  const { payPage } = facts.creditor
  if (payPage === undefined || !account) return payPage ?? ''
  const page = new URL(payPage)
  page.searchParams.set('reference', account.reference)
  return page.toString()
}
