import { describe, expect, it } from 'vitest'
import type { PaymentPromise, Plan } from '../../../src/conversation/commitment.ts'
import { newDialogState } from '../../../src/conversation/state.ts'
import type { Facts } from '../../../src/conversation/facts.ts'
import type { ActionInput } from '../../../src/dialog/action.ts'
import { scheduleOf } from '../../../src/dialog/actions/list.ts'
import { proposePlan, recordPlan } from '../../../src/dialog/actions/plan.ts'
import { account, creditor, effectOf, factsOf, inputOf, withAccount } from './facts.ts'

const paidOn = (payday: number | null) => ({ ...newDialogState('fr'), payday })
const beside = { amount: 6000, date: '2026-12-05' }

const stood: PaymentPromise = {
  kind: 'promise',
  reference: 'P-OLD',
  state: 'confirmed',
  cents: 6000,
  date: '2026-12-05',
  method: 'card',
}
const oldPlan: Plan = {
  kind: 'plan',
  reference: 'E-OLD',
  state: 'confirmed',
  cents: 9282,
  method: null,
  instalments: [{ cents: 9282, date: '2027-01-11' }],
}

function datesOf(change: Partial<ActionInput>): string[] {
  const { vars } = proposePlan.run(inputOf(change))
  return scheduleOf(vars?.['plan_schedule']).map((part) => part.date)
}

describe('proposing a plan', () => {
  it('lays what remains beside the promise after the pay day, off a Sunday', () => {
    const input = inputOf({ slots: { ...beside, times: 3 }, state: paidOn(9) })
    const { outcome, vars } = proposePlan.run(input)
    expect(outcome).toBe('ok')
    expect(vars).toMatchObject({
      plan_total: 9282,
      plan_each: 3094,
      plan_times: 3,
      plan_first: '2027-01-11',
      plan_last: '2027-03-10',
    })
    expect(scheduleOf(vars?.['plan_schedule'])).toEqual([
      { type: 'instalment', cents: 3094, currency: 'EUR', date: '2027-01-11' },
      { type: 'instalment', cents: 3094, currency: 'EUR', date: '2027-02-10' },
      { type: 'instalment', cents: 3094, currency: 'EUR', date: '2027-03-10' },
    ])
  })

  it('keeps the day of the promise while no pay day is known', () => {
    const dates = datesOf({ slots: { ...beside, times: 3 } })
    expect(dates).toEqual(['2027-01-05', '2027-02-05', '2027-03-05'])
  })

  it('completes a promise that already stands', () => {
    const facts = withAccount({ commitments: [stood, oldPlan] })
    const input = inputOf({ facts, slots: { times: 3 }, state: paidOn(9) })
    expect(proposePlan.run(input).vars).toMatchObject({ plan_total: 9282, plan_times: 3 })
    expect(datesOf(input)[0]).toBe('2027-01-11')
  })

  it('alone starts after the next pay, or a month from now', () => {
    expect(datesOf({ slots: { times: 2 }, state: paidOn(9) })[0]).toBe('2026-12-10')
    expect(datesOf({ slots: { times: 2 } })[0]).toBe('2026-12-21')
  })

  it('starts within the days of the policy where it can', () => {
    const plan = { ...creditor.policy.plan, firstWithinDays: 25 }
    const strict = { ...creditor, policy: { ...creditor.policy, plan } }
    const facts = factsOf({ creditor: strict })
    expect(datesOf({ facts, slots: { ...beside, times: 2 }, state: paidOn(9) })[0]).toBe(
      '2026-12-10',
    )
    // 16 December is a working day; without a pay day the plan starts on the last day allowed.
    expect(datesOf({ facts, slots: { times: 2 } })[0]).toBe('2026-12-16')
  })

  it('offers three payments to who gave no number, fewer where each would be too small', () => {
    expect(proposePlan.run(inputOf()).vars).toMatchObject({ plan_times: 3 })
    const facts = withAccount({ dueCents: 2500 })
    expect(proposePlan.run(inputOf({ facts })).vars).toMatchObject({ plan_times: 2 })
  })

  it('follows what the customer can pay a month', () => {
    const facts = withAccount({ dueCents: 37_240 })
    const { vars } = proposePlan.run(inputOf({ facts, slots: { monthly: 6000 } }))
    expect(vars).toMatchObject({ plan_each: 6000, plan_times: 7, plan_total: 37_240 })
    const cents = scheduleOf(vars?.['plan_schedule']).map((part) => part.cents)
    expect(cents).toEqual([6000, 6000, 6000, 6000, 6000, 6000, 1240])
  })

  it('takes the number of the step before the number of the customer', () => {
    const { vars } = proposePlan.run(inputOf({ slots: { times: 5 }, args: { times: 2 } }))
    expect(vars).toMatchObject({ plan_times: 2 })
  })

  it('says what would fit when too many or too small', () => {
    const many = proposePlan.run(inputOf({ slots: { times: 13 } }))
    expect(many).toMatchObject({ outcome: 'too_many', vars: { plan_max_times: 12 } })
    const facts = withAccount({ dueCents: 2500 })
    const small = proposePlan.run(inputOf({ facts, slots: { times: 3 } }))
    expect(small).toMatchObject({ outcome: 'too_small', vars: { plan_max_times: 2 } })
  })

  it('has nothing to lay out when all is promised, paid, or nobody is proven', () => {
    const nothing: Facts[] = [
      withAccount({ dueCents: 0 }),
      withAccount({ dueCents: 6000, commitments: [stood] }),
      factsOf({ proof: null }),
    ]
    for (const facts of nothing) {
      expect(proposePlan.run(inputOf({ facts })).outcome).toBe('nothing_left')
    }
  })
})

describe('recording a plan', () => {
  const slots = { ...beside, times: 3, method: 'transfer' }
  const proposed = (facts: Facts, given: ActionInput['slots'] = slots) => {
    const input = inputOf({ facts, slots: given, state: paidOn(9) })
    return { ...input, vars: proposePlan.run(input).vars ?? {} }
  }

  it('writes the schedule that was read back, beside the promise of the same confirmation', () => {
    const input = proposed(factsOf())
    const result = recordPlan.run({ ...input, drawn: 1 })
    expect(result).toMatchObject({ outcome: 'ok', vars: { reference: 'E-9XM4T' }, drew: 1 })
    const { commitment, replaces } = effectOf(result.effects, 'commitment')
    expect(replaces).toEqual([])
    expect(commitment).toEqual({
      kind: 'plan',
      reference: 'E-9XM4T',
      state: 'confirmed',
      cents: 9282,
      method: 'transfer',
      instalments: [
        { cents: 3094, date: '2027-01-11' },
        { cents: 3094, date: '2027-02-10' },
        { cents: 3094, date: '2027-03-10' },
      ],
    })
  })

  it('replaces the plan that stood and keeps the promise it completes', () => {
    const input = proposed(withAccount({ commitments: [stood, oldPlan] }), { times: 3 })
    const { effects } = recordPlan.run(input)
    expect(effectOf(effects, 'commitment').replaces).toEqual(['E-OLD'])
  })

  it('writes nothing when a payment came in between', () => {
    const input = proposed(factsOf())
    const paid = withAccount({ dueCents: account.dueCents - 1 })
    expect(recordPlan.run({ ...input, facts: paid })).toEqual({ outcome: 'unfit' })
  })

  it('writes nothing whose first day has passed meanwhile', () => {
    const input = proposed(factsOf(), { times: 3 })
    const later = input.now.add({ months: 1 })
    const proof = { customer: 'c-1', account: 'LU-1001', until: '2027-01-01T00:00:00Z' }
    const result = recordPlan.run({ ...input, now: later, facts: factsOf({ proof }) })
    expect(result).toEqual({ outcome: 'unfit' })
  })

  it('fails loudly where no plan was worked out', () => {
    expect(() => recordPlan.run(inputOf())).toThrow('A schedule was expected')
  })
})
