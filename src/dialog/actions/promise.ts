import { judgePromise } from '../../commitments/promise.ts'
import { paymentMethods } from '../../conversation/commitment.ts'
import type { PaymentMethod, PaymentPromise } from '../../conversation/commitment.ts'
import type { Effect } from '../../conversation/decision.ts'
import type { Account } from '../../conversation/account.ts'
import type { Value } from '../../conversation/state.ts'
import type { ActionDefinition, ActionInput } from '../action.ts'
import { provenOf, standingOf } from '../known.ts'
import { drawnReference } from './drawn.ts'

/**
 * Writes the promise that was just read back and confirmed. It replaces the promises that stood, and
 * a plan that no longer fits beside it. `unfit` when the account moved meanwhile: nothing is written.
 */
export const recordPromise: ActionDefinition = {
  name: 'record_promise',
  outcomes: ['ok', 'unfit'],
  vars: { reference: 'text', rest: 'money' },
  reads: ['amount', 'date', 'method'],
  commits: true,
  run(input) {
    const account = provenOf(input.facts, input.now)?.account
    if (!account || !fits(input, account)) return { outcome: 'unfit' }
    const commitment = promiseOf(input)
    const { replaces, restCents } = besides(commitment, account, input.now.toPlainDate())
    return {
      outcome: 'ok',
      vars: { reference: commitment.reference, rest: restCents },
      effects: [{ kind: 'commitment', commitment, replaces }],
      drew: 1,
    }
  },
}

/** Takes back what was promised: `kind` promise or plan, or everything that stands. */
export const withdrawCommitment: ActionDefinition = {
  name: 'withdraw_commitment',
  outcomes: ['ok', 'none'],
  vars: { reference: 'text' },
  args: { kind: 'text' },
  run({ facts, now, args }) {
    const account = provenOf(facts, now)?.account
    const { promises, plans } = account
      ? standingOf(account, now.toPlainDate())
      : { promises: [], plans: [] }
    const kind = args['kind'] ?? null
    const withdrawn = [...promises, ...plans].filter((one) => kind === null || one.kind === kind)
    if (withdrawn.length === 0) return { outcome: 'none' }
    const references = withdrawn.map((one) => one.reference)
    const effects: Effect[] = references.map((reference) => ({ kind: 'withdrawal', reference }))
    return { outcome: 'ok', vars: { reference: references.join(', ') }, effects }
  },
}

function promiseOf(input: ActionInput): PaymentPromise {
  const { amount, date, method } = input.slots
  return {
    kind: 'promise',
    reference: drawnReference(input, 'P'),
    state: 'confirmed',
    cents: Number(amount),
    date: String(date),
    method: method as PaymentMethod,
  }
}

function fits({ slots, facts, now }: ActionInput, account: Account): boolean {
  const { amount, date, method } = slots
  if (typeof amount !== 'number' || typeof date !== 'string' || !isMethod(method)) return false
  const promise = { cents: amount, date: Temporal.PlainDate.from(date) }
  const today = now.toPlainDate()
  const verdict = judgePromise(promise, account.dueCents, today, facts.creditor.policy)
  return verdict.outcome === 'ok'
}

function isMethod(value: Value | undefined): value is PaymentMethod {
  return paymentMethods.some((method) => method === value)
}

/** What the new promise replaces, and what then remains without a promise or a plan (cents). */
function besides(promise: PaymentPromise, account: Account, today: Temporal.PlainDate) {
  const { promises, plans, plannedCents } = standingOf(account, today)
  const tooMuch = promise.cents + plannedCents > account.dueCents
  const replaced = tooMuch ? [...promises, ...plans] : promises
  const restCents = account.dueCents - promise.cents - (tooMuch ? 0 : plannedCents)
  return { replaces: replaced.map((one) => one.reference), restCents }
}
