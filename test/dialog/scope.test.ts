import { describe, expect, it } from 'vitest'
import type { Commitment } from '../../src/conversation/commitment.ts'
import type { Facts } from '../../src/conversation/facts.ts'
import { newDialogState } from '../../src/conversation/state.ts'
import type { DialogState } from '../../src/conversation/state.ts'
import { provenNames, scopeOf, scopeTypes } from '../../src/dialog/scope.ts'
import { labels } from '../../src/dialog/scope/labels.ts'
import { bill, creditor, factsOf, now, withAccount } from './actions/facts.ts'

const read = (facts: Facts = factsOf(), state: Partial<DialogState> = {}, at = now) =>
  scopeOf(facts, { ...newDialogState('fr'), ...state }, at)

const valuesOf = (names: string[], scope: ReturnType<typeof read>) =>
  Object.fromEntries(names.map((name) => [name, scope(name)]))

const commitments: Commitment[] = [
  {
    kind: 'promise',
    reference: 'P-7KQ2',
    state: 'confirmed',
    cents: 6000,
    date: '2026-12-05',
    method: 'card',
  },
  {
    kind: 'plan',
    reference: 'E-9XM4',
    state: 'confirmed',
    cents: 6000,
    method: null,
    instalments: [
      { cents: 3000, date: '2026-11-20' },
      { cents: 3000, date: '2027-01-11' },
    ],
  },
]

describe('the scope before the proof', () => {
  it('knows nothing of the account, the bill or a commitment', () => {
    const scope = read({ ...withAccount({ commitments }), proof: null })
    for (const name of provenNames) expect([name, scope(name)]).toEqual([name, null])
    expect(provenNames.size).toBeGreaterThan(15)
    expect(scope('proven')).toBe(false)
  })

  it('knows the name of who may be there, for the opening alone', () => {
    expect(read(factsOf({ proof: null }))('customer_name')).toBe('Madame Diallo')
    expect(read(factsOf({ proof: null, candidate: null }))('customer_name')).toBeNull()
  })

  it('tells nothing by what it says of a code', () => {
    const names = ['can_receive_code', 'code_to', 'pay_page']
    const somebody = valuesOf(names, read(factsOf({ proof: null })))
    const nobody = valuesOf(names, read(factsOf({ proof: null, candidate: null })))
    expect(somebody).toEqual(nobody)
  })

  it('returns when the proof runs out, or is of somebody else', () => {
    expect(read()('due')).toBe(15282)
    expect(read(factsOf(), {}, now.add({ minutes: 30 }))('due')).toBeNull()
    const other = { customer: 'c-2', account: 'LU-1001', until: '2026-11-21T10:00:00Z' }
    expect(read(factsOf({ proof: other }))('proven')).toBe(false)
    const elsewhere = { ...other, customer: 'c-1', account: 'LU-2002' }
    expect(read(factsOf({ proof: elsewhere }))('proven')).toBe(false)
  })
})

describe('the scope of a proven person', () => {
  it('holds the bill and how it changed', () => {
    const names = ['reference', 'due', 'in_debt', 'bill_number', 'bill_issued', 'bill_due']
    expect(valuesOf(names, read())).toEqual({
      reference: 'LU-1001',
      due: 15282,
      in_debt: true,
      bill_number: 'F-10',
      bill_issued: '2026-10-02',
      bill_due: '2026-10-16',
    })
    const change = ['has_previous', 'bill_change', 'higher', 'bill_total', 'bill_paid']
    expect(valuesOf(change, read())).toEqual({
      has_previous: true,
      bill_change: 3272,
      higher: true,
      bill_total: 15282,
      bill_paid: 0,
    })
  })

  it('has no previous bill to compare with on a first one, nor a bill on an empty account', () => {
    const first = read(withAccount({ bills: [bill({})] }))
    expect(valuesOf(['has_bill', 'has_previous', 'bill_change', 'higher'], first)).toEqual({
      has_bill: true,
      has_previous: false,
      bill_change: null,
      higher: false,
    })
    const empty = read(withAccount({ bills: [], dueCents: 0 }))
    expect(valuesOf(['has_bill', 'bill_total', 'in_debt'], empty)).toEqual({
      has_bill: false,
      bill_total: null,
      in_debt: false,
    })
  })

  it('holds what is promised and planned, and what neither covers', () => {
    const scope = read(withAccount({ commitments }))
    const names = ['promised', 'promise_amount', 'promise_date', 'promise_reference']
    expect(valuesOf(names, scope)).toEqual({
      promised: true,
      promise_amount: 6000,
      promise_date: '2026-12-05',
      promise_reference: 'P-7KQ2',
    })
    expect(valuesOf(['planned', 'plan_reference', 'rest'], scope)).toEqual({
      planned: true,
      plan_reference: 'E-9XM4',
      rest: 15282 - 6000 - 3000,
    })
  })

  it('never has less than nothing left', () => {
    expect(read(withAccount({ commitments, dueCents: 100 }))('rest')).toBe(0)
  })

  it('gives the limits of the policy, by the calendar of the creditor', () => {
    const names = ['today', 'policy_latest_date', 'policy_min', 'policy_max_times', 'code_minutes']
    expect(valuesOf(names, read())).toEqual({
      today: '2026-11-21',
      policy_latest_date: '2026-12-21',
      policy_min: 500,
      policy_max_times: 12,
      code_minutes: 5,
    })
    const lateInNewYork = Temporal.ZonedDateTime.from('2026-11-21T20:00[America/New_York]')
    expect(read(factsOf(), {}, lateInNewYork)('today')).toBe('2026-11-22')
    expect(read(withAccount({ dueCents: 300 }))('policy_min')).toBe(300)
  })

  it('sends to the page with the reference', () => {
    expect(read()('pay_page')).toBe('https://payer.lumo.example/facture?lang=fr&reference=LU-1001')
    const none = read(factsOf({ creditor: { ...creditor, payPage: undefined } }))
    expect(valuesOf(['pay_page', 'has_pay_page'], none)).toEqual({
      pay_page: '',
      has_pay_page: false,
    })
  })
})

describe('the scope of a talk', () => {
  it('knows whether a person is there and by when one answers', () => {
    expect(valuesOf(['open_now', 'person_by'], read())).toEqual({
      open_now: false,
      person_by: '2026-11-23T10:00:00Z',
    })
    const monday = Temporal.ZonedDateTime.from('2026-11-23T10:00[Europe/Paris]')
    expect(valuesOf(['open_now', 'person_by'], read(factsOf(), {}, monday))).toEqual({
      open_now: true,
      person_by: '2026-11-23T09:10:00Z',
    })
  })

  it('keeps the time already told while a person is on the way', () => {
    const openHandoff = { reason: 'asked', promisedBy: '2026-11-24T10:00:00Z' }
    const scope = read(factsOf({ openHandoff, owner: 'queue' }))
    expect(valuesOf(['person_by', 'handoff_open', 'owner'], scope)).toEqual({
      person_by: '2026-11-24T10:00:00Z',
      handoff_open: true,
      owner: 'queue',
    })
  })

  it('remembers what the talk remembers', () => {
    const scope = read(factsOf(), { payday: 9, cause: 'forgot', grade: 2, language: 'en' })
    const names = ['payday', 'payday_known', 'cause', 'cause_known', 'grade', 'language_en']
    expect(valuesOf(names, scope)).toEqual({
      payday: 9,
      payday_known: true,
      cause: 'forgot',
      cause_known: true,
      grade: 2,
      language_en: true,
    })
  })

  it('gives the lines that help in the country of the creditor', () => {
    const scope = read()
    expect(scope('suicide_line')).toBe('3114')
    expect(scope('emergency')).toBe('15')
    expect(scope('europe')).toBe('112')
  })

  it('names a text where words are needed', () => {
    expect(read()('opening')).toBe(labels.opening.text)
    expect(scopeTypes['opening']).toBe('text')
  })

  it('knows no other name, not even those every object has', () => {
    expect(read()('constructor')).toBeNull()
    expect(read()('salary')).toBeNull()
    expect(scopeTypes['salary']).toBeUndefined()
    expect(scopeTypes['constructor']).toBeUndefined()
  })
})
