import { describe, expect, it } from 'vitest'
import type { PaymentPromise, Plan } from '../../../src/conversation/commitment.ts'
import { recordPromise, withdrawCommitment } from '../../../src/dialog/actions/promise.ts'
import { effectOf, factsOf, inputOf, withAccount } from './facts.ts'

const slots = { amount: 6000, date: '2026-12-05', method: 'card' }

const stood: PaymentPromise = {
  kind: 'promise',
  reference: 'P-OLD',
  state: 'confirmed',
  cents: 5000,
  date: '2026-12-01',
  method: 'card',
}
const plan: Plan = {
  kind: 'plan',
  reference: 'E-OLD',
  state: 'confirmed',
  cents: 9282,
  method: null,
  instalments: [
    { cents: 4641, date: '2027-01-11' },
    { cents: 4641, date: '2027-02-10' },
  ],
}

describe('recording a promise', () => {
  it('writes what was confirmed, under a reference, and says what remains', () => {
    const result = recordPromise.run(inputOf({ slots }))
    expect(result).toMatchObject({ outcome: 'ok', vars: { reference: 'P-7KQ2M', rest: 9282 } })
    expect(result.drew).toBe(1)
    expect(effectOf(result.effects, 'commitment')).toEqual({
      kind: 'commitment',
      replaces: [],
      commitment: {
        kind: 'promise',
        reference: 'P-7KQ2M',
        state: 'confirmed',
        cents: 6000,
        date: '2026-12-05',
        method: 'card',
      },
    })
  })

  it('replaces the promise that stood and leaves those that are over', () => {
    const gone: PaymentPromise[] = [
      { ...stood, reference: 'P-PAST', date: '2026-11-01' },
      { ...stood, reference: 'P-WITHDRAWN', state: 'withdrawn' },
    ]
    const facts = withAccount({ commitments: [stood, ...gone] })
    const { effects } = recordPromise.run(inputOf({ slots, facts }))
    expect(effectOf(effects, 'commitment').replaces).toEqual(['P-OLD'])
  })

  it('leaves a plan beside which it fits', () => {
    const facts = withAccount({ commitments: [plan] })
    const { effects, vars } = recordPromise.run(inputOf({ slots, facts }))
    expect(effectOf(effects, 'commitment').replaces).toEqual([])
    expect(vars?.['rest']).toBe(0)
  })

  it('replaces a plan rather than ask for more than is due', () => {
    const facts = withAccount({ commitments: [stood, plan] })
    const whole = { ...slots, amount: 15282 }
    const { effects, vars } = recordPromise.run(inputOf({ slots: whole, facts }))
    expect(effectOf(effects, 'commitment').replaces).toEqual(['P-OLD', 'E-OLD'])
    expect(vars?.['rest']).toBe(0)
  })

  it('takes the next reference when one was drawn already', () => {
    const { vars } = recordPromise.run(inputOf({ slots, drawn: 1 }))
    expect(vars?.['reference']).toBe('P-9XM4T')
    expect(() => recordPromise.run(inputOf({ slots, drawn: 2 }))).toThrow('holds 2 references')
  })

  it('writes nothing when the account moved or the values do not fit', () => {
    const unfit = [
      inputOf({ slots, facts: withAccount({ dueCents: 5999 }) }),
      inputOf({ slots, facts: withAccount({ dueCents: 0 }) }),
      inputOf({ slots, facts: factsOf({ proof: null }) }),
      inputOf({ slots: { ...slots, date: '2026-11-20' } }),
      inputOf({ slots: { ...slots, date: '2027-01-15' } }),
      inputOf({ slots: { ...slots, method: 'shells' } }),
      inputOf({ slots: { ...slots, amount: null } }),
    ]
    for (const input of unfit) expect(recordPromise.run(input)).toEqual({ outcome: 'unfit' })
  })
})

describe('withdrawing', () => {
  const facts = withAccount({ commitments: [stood, plan] })

  it('takes back everything that stands', () => {
    const { outcome, effects } = withdrawCommitment.run(inputOf({ facts }))
    expect(outcome).toBe('ok')
    expect(effects).toEqual([
      { kind: 'withdrawal', reference: 'P-OLD' },
      { kind: 'withdrawal', reference: 'E-OLD' },
    ])
  })

  it('takes back only the kind asked for', () => {
    const { effects } = withdrawCommitment.run(inputOf({ facts, args: { kind: 'plan' } }))
    expect(effects).toEqual([{ kind: 'withdrawal', reference: 'E-OLD' }])
  })

  it('finds nothing on an account without commitments, nor on an unproven line', () => {
    expect(withdrawCommitment.run(inputOf()).outcome).toBe('none')
    const unproven = { ...facts, proof: null }
    expect(withdrawCommitment.run(inputOf({ facts: unproven })).outcome).toBe('none')
  })
})
