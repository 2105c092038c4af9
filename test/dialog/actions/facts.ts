import type { Account } from '../../../src/conversation/account.ts'
import type { Bill } from '../../../src/conversation/bill.ts'
import type { Creditor } from '../../../src/conversation/creditor.ts'
import type { Customer } from '../../../src/conversation/customer.ts'
import type { Effect } from '../../../src/conversation/decision.ts'
import type { Facts } from '../../../src/conversation/facts.ts'
import { newDialogState } from '../../../src/conversation/state.ts'
import type { Understanding } from '../../../src/conversation/understanding.ts'
import type { ActionInput } from '../../../src/dialog/action.ts'
import { policy } from '../../commitments/policy.ts'

/** A Saturday morning in Paris. */
export const now = Temporal.ZonedDateTime.from('2026-11-21T10:00[Europe/Paris]')

export const creditor: Creditor = {
  id: 'lumo',
  brand: 'Lumo',
  service: 'electricity',
  zone: 'Europe/Paris',
  holidays: 'FR',
  country: 'FR',
  currency: 'EUR',
  languages: ['fr', 'en'],
  sms: ['+33162000001'],
  voice: ['+33162000000'],
  chat: ['lumo'],
  hours: [
    { days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'], from: '09:00', to: '18:00' },
  ],
  transfer: { name: 'Lumo SA', iban: 'FR7630006000011234567890189' },
  payPage: 'https://payer.lumo.example/facture?lang=fr',
  onCall: [{ name: 'Nadia', sms: '+33639980090' }],
  policy,
}

export const customer: Customer = {
  id: 'c-1',
  name: 'Madame Diallo',
  language: 'fr',
  contacts: [
    { kind: 'email', address: 'a.diallo@exemple.fr' },
    { kind: 'phone', address: '+33639980001' },
  ],
}

export function bill(change: Partial<Bill>): Bill {
  return {
    number: 'F-10',
    kind: 'invoice',
    seller: 'Lumo',
    currency: 'EUR',
    energy: 'electricity',
    issued: '2026-10-02',
    due: '2026-10-16',
    lines: [{ id: '1', kind: 'consumption', label: 'kWh', cents: 12735, vatPercent: '20' }],
    vat: [{ percent: '20', baseCents: 12735, cents: 2547 }],
    netCents: 12735,
    taxCents: 2547,
    totalCents: 15282,
    paidCents: 0,
    dueCents: 15282,
    notes: [],
    ...change,
  }
}

export const account: Account = {
  reference: 'LU-1001',
  currency: 'EUR',
  dueCents: 15282,
  bills: [bill({}), bill({ number: 'F-08', issued: '2026-08-02', totalCents: 12010, dueCents: 0 })],
  commitments: [],
}

const proof = {
  customer: 'c-1',
  account: 'LU-1001',
  until: '2026-11-21T09:30:00Z',
}

/** Facts of a proven line, with changes. */
export function factsOf(change: Partial<Facts> = {}): Facts {
  return {
    creditor,
    channel: 'sms',
    candidate: { customer, account },
    proof,
    challenge: null,
    guard: { sent: [], failures: 0, lockedUntil: null },
    optedOut: false,
    owner: 'bot',
    openHandoff: null,
    initiatives: [],
    ...change,
  }
}

/** Facts of a proven line whose account is changed. */
export function withAccount(change: Partial<Account>): Facts {
  return factsOf({ candidate: { customer, account: { ...account, ...change } } })
}

export function understandingOf(text: string, change: Partial<Understanding> = {}): Understanding {
  return {
    text,
    language: 'fr',
    intents: [],
    amounts: [],
    dates: [],
    signals: [],
    grade: 0,
    optOut: false,
    commands: [],
    confidence: 1,
    ...change,
  }
}

export function inputOf(change: Partial<ActionInput> = {}): ActionInput {
  return {
    slots: {},
    vars: {},
    args: {},
    facts: factsOf(),
    state: newDialogState('fr'),
    now,
    draw: { code: '482913', salt: 'salt-1', references: ['7KQ2M', '9XM4T'] },
    drawn: 0,
    understanding: null,
    ...change,
  }
}

/** The only effect of a kind; fails the test where there is none. */
export function effectOf<K extends Effect['kind']>(
  effects: Effect[] | undefined,
  kind: K,
): Extract<Effect, { kind: K }> {
  const found = effects?.find((effect) => effect.kind === kind)
  if (!found) throw new Error(`expected an effect ${kind} in ${JSON.stringify(effects ?? [])}`)
  return found as Extract<Effect, { kind: K }>
}
