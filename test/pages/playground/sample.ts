import type { Creditor } from '../../../src/conversation/creditor.ts'
import type { SampleAccount } from '../../../src/pages/playground/views.ts'
import type { Scripted } from './scripted-hub.ts'

export const helia: Creditor = {
  id: 'helia',
  brand: 'Hélia',
  service: 'electricity',
  zone: 'Europe/Paris',
  holidays: 'FR',
  country: 'FR',
  currency: 'EUR',
  languages: ['fr', 'en'],
  sms: ['+33162000001'],
  voice: ['+33162000002'],
  chat: ['helia'],
  hours: [{ days: ['monday'], from: '09:00', to: '18:00' }],
  transfer: { name: 'Hélia', iban: 'FR7630006000011234567890189' },
  onCall: [],
  policy: {
    promise: { maxDays: 30, minCents: 500 },
    plan: { maxTimes: 4, minInstalmentCents: 1000, firstWithinDays: 45 },
    code: { minutes: 5, attempts: 3, sendsPerHour: 3, sendsPerDay: 5, lockMinutes: 60 },
    proof: { minutes: 30 },
    burst: { quietMs: 0, mostMs: 0 },
    person: { answerMinutes: 15 },
    search: { workingDays: 3 },
  },
}

const sample = (
  number: number,
  reference: string,
  name: string,
  due_cents: number,
  language: 'fr' | 'en' = 'fr',
): SampleAccount => ({
  reference,
  name,
  phone: `+3363998000${number}`,
  email: `client${number}@example.org`,
  language,
  due_cents,
  currency: 'EUR',
  scenario: 'A story of the sample data.',
  verification: { code: `48291${number}` },
})

/** The references the page has words for. */
export const samples: SampleAccount[] = [
  sample(1, 'HEL-7KQ2M9', 'Madame Diallo', 15282),
  sample(2, 'HEL-4TR8WC', 'Mr Daniel Reed', 21055, 'en'),
  sample(3, 'HEL-2MX6PD', 'Monsieur Lefèvre', 9610),
  sample(4, 'HEL-9BV3JK', 'Madame Garnier', 37240),
  sample(5, 'HEL-5NF7TZ', 'Madame Renaud', 6400),
  sample(6, 'HEL-8WQ4HS', 'Monsieur Haddad', 8740),
]

/** Long after any test runs: the page compares with its own clock. */
const late = '2099-01-01T10:05:00Z'

const askForCode =
  'Bonjour, ici l’assistant automatique d’Hélia (un programme, pas une personne). ' +
  'Pour être sûr de parler à la bonne personne, j’envoie un code à l’adresse mail de votre ' +
  'dossier. Pouvez-vous me le donner ?'

export const script: Scripted[] = [
  {
    hears: /call_started|opened|pourquoi|bonjour/i,
    says: askForCode,
    understood: { intents: ['greet', 'why_higher'], commands: [{ start: 'why_higher' }] },
    trace: [
      { what: 'start', flow: 'welcome' },
      { what: 'guard', flow: 'why-higher', step: 'guard:proven', detail: 'proven' },
      { what: 'call', flow: 'identify' },
      { what: 'do', flow: 'identify', step: 'do:send_code', detail: 'sent' },
      { what: 'ask', flow: 'identify', step: 'ask:code' },
    ],
    effects: [
      {
        kind: 'challenge',
        hash: 'hash-of-the-code',
        salt: 'salt-of-the-code',
        expiresAt: late,
        attempts: 3,
        code: '482911',
        to: { kind: 'email', address: 'client1@example.org' },
      },
    ],
  },
  {
    hears: /482911/,
    says: 'C’est bon, merci. Votre facture du 2 octobre est de 152,82 €, soit 32,72 € de plus que la précédente. Vous avez utilisé 96 kWh de plus : 18,10 €. La période compte 4 jours de plus : 9,12 €. Le reste, 5,50 €, ce sont des taxes. Lequel voulez-vous voir de plus près ?',
    understood: { intents: ['answer'], commands: [{ fill: 'code', code: '482911' }] },
    trace: [{ what: 'do', flow: 'identify', step: 'do:check_code', detail: 'proven' }],
    effects: [{ kind: 'proof', proof: { customer: 'c', account: 'HEL-7KQ2M9', until: late } }],
    options: [
      { key: 'use', label: 'la consommation' },
      { key: 'days', label: 'les jours' },
      { key: 'taxes', label: 'les taxes' },
    ],
  },
  {
    hears: /60/,
    says: 'Merci de me le dire. 60 € le samedi 5 décembre, par carte. Est-ce que je l’enregistre ?',
    understood: {
      intents: ['promise'],
      amounts: [{ cents: 6000, currency: 'EUR', text: '60' }],
      dates: [{ from: '2026-12-05', to: '2026-12-05', text: 'le 5' }],
      signals: [{ kind: 'hardship', grade: 2, text: 'pas tout' }],
      grade: 2,
      commands: [{ fill: 'amount', cents: 6000 }],
    },
    trace: [
      { what: 'command', detail: 'promise' },
      { what: 'start', flow: 'promise-to-pay' },
      { what: 'confirm', flow: 'promise-to-pay', step: 'confirm' },
    ],
    expects: { slot: 'confirm', type: 'yes_no' },
  },
  {
    hears: /oui/,
    says: 'C’est enregistré, référence P-7KQ2M. D’ici là, pas de relance de notre part.',
    understood: { intents: ['affirm'], commands: [{ affirm: true }] },
    trace: [{ what: 'do', flow: 'promise-to-pay', step: 'do:record_promise', detail: 'ok' }],
    effects: [
      {
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
      },
    ],
  },
]
