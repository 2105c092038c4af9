import { describe, expect, it } from 'vitest'
import { after, aheadCents, lastDateOf, standing } from '../../src/commitments/life.ts'
import type { PaymentPromise, Plan } from '../../src/conversation/commitment.ts'

const today = Temporal.PlainDate.from('2026-12-05')

const promise: PaymentPromise = {
  kind: 'promise',
  reference: 'P-7KQ2',
  state: 'confirmed',
  cents: 6000,
  date: '2026-12-05',
  method: 'card',
}

const plan: Plan = {
  kind: 'plan',
  reference: 'E-9XM4',
  state: 'confirmed',
  cents: 9282,
  method: null,
  instalments: [
    { cents: 3094, date: '2026-12-04' },
    { cents: 3094, date: '2027-01-11' },
    { cents: 3094, date: '2027-02-10' },
  ],
}

describe('the life of a commitment', () => {
  it('goes from proposed to confirmed, then withdrawn or replaced', () => {
    expect(after('proposed', 'confirm')).toBe('confirmed')
    expect(after('proposed', 'withdraw')).toBe('withdrawn')
    expect(after('confirmed', 'withdraw')).toBe('withdrawn')
    expect(after('confirmed', 'replace')).toBe('replaced')
  })

  it('never comes back from withdrawn or replaced', () => {
    for (const event of ['confirm', 'withdraw', 'replace'] as const) {
      expect(after('withdrawn', event)).toBeNull()
      expect(after('replaced', event)).toBeNull()
    }
  })

  it('is not confirmed twice, nor replaced before it exists', () => {
    expect(after('confirmed', 'confirm')).toBeNull()
    expect(after('proposed', 'replace')).toBeNull()
  })
})

describe('what still stands', () => {
  it('counts a promise on its very day and no longer on the next', () => {
    expect(aheadCents(promise, today)).toBe(6000)
    expect(aheadCents(promise, today.add({ days: 1 }))).toBe(0)
  })

  it('counts only the instalments of a plan that are still to come', () => {
    expect(aheadCents(plan, today)).toBe(6188)
    expect(lastDateOf(plan)).toBe('2027-02-10')
  })

  it('leaves out what was withdrawn, replaced or only proposed', () => {
    const others = (['withdrawn', 'replaced', 'proposed'] as const).map((state) => ({
      ...promise,
      state,
    }))
    expect(standing([...others, promise, plan], today)).toEqual([promise, plan])
  })
})
