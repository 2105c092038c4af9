import { limitsOf, proposePlan as schedule } from '../../commitments/plan.ts'
import type { PlanProposal, PlanRequest } from '../../commitments/plan.ts'
import { paymentMethods } from '../../conversation/commitment.ts'
import type { Instalment, Plan } from '../../conversation/commitment.ts'
import { holidaysOf } from '../../conversation/holidays.ts'
import type { Account } from '../../conversation/account.ts'
import type { Cents } from '../../conversation/money.ts'
import type { ActionDefinition, ActionInput, ActionResult } from '../action.ts'
import { provenOf, standingOf } from '../known.ts'
import { drawnReference } from './drawn.ts'
import { listValue, scheduleOf } from './list.ts'

/** Two or three payments are offered without a question about the person's life. */
const usualTimes = 3

/** Where no pay day is known a plan alone starts about a month from now. */
const usualDays = 30

/**
 * Works out a plan for what remains beside the promise: the one of this frame (slots `amount` and
 * `date`), else the one that stands. `times` by argument or slot, or `monthly` by slot; else three.
 */
export const proposePlan: ActionDefinition = {
  name: 'propose_plan',
  outcomes: ['ok', 'too_many', 'too_small', 'nothing_left'],
  vars: {
    plan_total: 'money',
    plan_each: 'money',
    plan_times: 'count',
    plan_schedule: 'list',
    plan_first: 'date',
    plan_last: 'date',
    plan_max_times: 'count',
    plan_min_each: 'money',
  },
  args: { times: 'count', monthly: 'money' },
  run(input) {
    const account = provenOf(input.facts, input.now)?.account
    if (!account) return { outcome: 'nothing_left' }
    const beside = promiseBeside(input, account)
    const cents = account.dueCents - beside.cents
    const proposal = soonEnough(requestOf(input, cents, beside.date), input, beside.date)
    return resultOf(proposal, cents, account.currency)
  },
}

/**
 * Writes the plan that was just read back and confirmed; it replaces plans that stood, and promises
 * that no longer fit beside it. `unfit` when the account moved meanwhile: nothing is written.
 */
export const recordPlan: ActionDefinition = {
  name: 'record_plan',
  outcomes: ['ok', 'unfit'],
  vars: { reference: 'text' },
  commits: true,
  run(input) {
    const account = provenOf(input.facts, input.now)?.account
    const instalments = scheduleOf(input.vars['plan_schedule']).map(instalmentOf)
    const cents = instalments.reduce((sum, instalment) => sum + instalment.cents, 0)
    if (!account || !fits(input, account, instalments, cents)) return { outcome: 'unfit' }
    const commitment = planOf(input, instalments, cents)
    return {
      outcome: 'ok',
      vars: { reference: commitment.reference },
      effects: [{ kind: 'commitment', commitment, replaces: replacedBy(input, account, cents) }],
      drew: 1,
    }
  },
}

interface Beside {
  cents: Cents
  date: Temporal.PlainDate | null
}

/** The promise a plan is laid beside: proposed in this frame, else the one that stands. */
function promiseBeside({ slots, now }: ActionInput, account: Account): Beside {
  const { amount, date } = slots
  if (typeof amount === 'number' && typeof date === 'string') {
    return { cents: amount, date: Temporal.PlainDate.from(date) }
  }
  const { promises, promisedCents } = standingOf(account, now.toPlainDate())
  const last = promises
    .map((promise) => promise.date)
    .sort()
    .at(-1)
  return { cents: promisedCents, date: last === undefined ? null : Temporal.PlainDate.from(last) }
}

/**
 * A plan starts the month after the promise it completes, on its day of the month unless the pay day
 * says later. Alone it starts after the next pay, or a month from now where no pay day is known.
 */
function requestOf(input: ActionInput, cents: Cents, promised: Beside['date']): PlanRequest {
  const { policy, holidays } = input.facts.creditor
  const payday = input.state.payday
  const alone = payday === null ? Math.min(usualDays, policy.plan.firstWithinDays) : 1
  const today = input.now.toPlainDate()
  return {
    cents,
    share: shareOf(input, cents),
    from: promised?.with({ day: 1 }).add({ months: 1 }) ?? today.add({ days: alone }),
    payday,
    ...(promised ? { day: promised.day } : {}),
    policy,
    isHoliday: holidaysOf(holidays),
  }
}

/**
 * `policy.plan.firstWithinDays` bounds the first payment. Where the month after the promise lies too
 * far, the plan starts right after the promise; the pay day is still waited for, whatever the bound.
 */
function soonEnough(request: PlanRequest, input: ActionInput, promised: Beside['date']) {
  const proposal = schedule(request)
  if (proposal.outcome !== 'ok' || !promised) return proposal
  const days = request.policy.plan.firstWithinDays
  const latest = input.now.toPlainDate().add({ days })
  const late = Temporal.PlainDate.compare(proposal.instalments[0].date, latest) > 0
  return late ? schedule({ ...request, from: promised.add({ days: 1 }) }) : proposal
}

function shareOf({ args, slots, facts }: ActionInput, cents: Cents): PlanRequest['share'] {
  const times = args['times'] ?? slots['times']
  if (typeof times === 'number') return { times }
  const monthlyCents = args['monthly'] ?? slots['monthly']
  if (typeof monthlyCents === 'number') return { monthlyCents }
  return {
    times: Math.min(usualTimes, Math.max(1, limitsOf(cents, facts.creditor.policy).maxTimes)),
  }
}

function resultOf(proposal: PlanProposal, cents: Cents, currency: string): ActionResult {
  if (proposal.outcome === 'nothing_left') return { outcome: 'nothing_left' }
  if (proposal.outcome !== 'ok') {
    const { outcome, maxTimes, minCents } = proposal
    return {
      outcome,
      vars: { plan_total: cents, plan_max_times: maxTimes, plan_min_each: minCents },
    }
  }
  const { instalments } = proposal
  const [first] = instalments
  const last = instalments.at(-1) ?? first
  const items = instalments.map((part) => ({ type: 'instalment' as const, currency, ...part }))
  return {
    outcome: 'ok',
    vars: {
      plan_total: cents,
      plan_each: first.cents,
      plan_times: instalments.length,
      plan_schedule: listValue(items),
      plan_first: first.date,
      plan_last: last.date,
    },
  }
}

function instalmentOf({ cents, date }: Instalment): Instalment {
  return { cents, date }
}

function planOf(input: ActionInput, instalments: Instalment[], cents: Cents): Plan {
  const method = paymentMethods.find((each) => each === input.slots['method']) ?? null
  const reference = drawnReference(input, 'E')
  return { kind: 'plan', reference, state: 'confirmed', cents, instalments, method }
}

/** Nothing in the past, and with the promise of this frame not more than is due. */
function fits(
  { slots, now }: ActionInput,
  account: Account,
  instalments: Instalment[],
  cents: Cents,
): boolean {
  const amount = typeof slots['amount'] === 'number' && slots['date'] ? slots['amount'] : 0
  const today = now.toPlainDate().toString()
  const ahead = instalments.length > 0 && instalments.every((part) => part.date >= today)
  return ahead && cents > 0 && cents + amount <= account.dueCents
}

function replacedBy({ slots, now }: ActionInput, account: Account, cents: Cents): string[] {
  const { promises, plans, promisedCents } = standingOf(account, now.toPlainDate())
  const promisedHere = typeof slots['amount'] === 'number' && Boolean(slots['date'])
  const tooMuch = !promisedHere && promisedCents + cents > account.dueCents
  return [...plans, ...(tooMuch ? promises : [])].map((one) => one.reference)
}
