/**
 * Law and policy as dated data. `since` is the day a rule took effect (for our own, the day we adopted
 * it); `status` says how sure we are: `verified` read in its source, `reading` our reading of a source,
 * `unverified` known but not read again, `own` a choice of this project. A creditor's policy may be
 * stricter, never looser. Sources were read in November 2026; have them read again before live use.
 */
export interface Rule {
  jurisdiction: 'FR' | 'EU' | 'own'
  text: string
  parameters: Readonly<Record<string, unknown>>
  source: string
  since: string
  status: 'verified' | 'reading' | 'unverified' | 'own'
}

export const rules = {
  'EU-AI-DISCLOSURE': {
    jurisdiction: 'EU',
    text: 'People are told that they talk to a machine, at the latest in the first exchange.',
    parameters: { turn: 1 },
    source: 'Regulation (EU) 2024/1689 (AI Act), article 50(1)',
    since: '2026-08-02',
    status: 'verified',
  },
  'EU-ERASURE': {
    jurisdiction: 'EU',
    text: 'A request to erase personal data is answered within one month.',
    parameters: { months: 1 },
    source: 'Regulation (EU) 2016/679 (GDPR), articles 12(3) and 17',
    since: '2018-05-25',
    status: 'unverified',
  },
  'FR-RIGHT-PARTY': {
    jurisdiction: 'FR',
    text: 'Nothing of a debt is said on a line before the right person is proven on it.',
    parameters: { provenBefore: 'debt' },
    source: 'GDPR article 5(1)(f); same duty in the FCA Handbook, CONC 7.9',
    since: '2018-05-25',
    status: 'reading',
  },
  'FR-HOURS': {
    jurisdiction: 'FR',
    text: 'What we start ourselves leaves Monday to Friday, 10-13 and 14-20 local time, on no holiday.',
    parameters: {
      windows: [
        { from: '10:00', to: '13:00' },
        { from: '14:00', to: '20:00' },
      ],
    },
    source: 'Code de la consommation, D223-9 (décret n° 2022-1313): prospecting; adopted by us',
    since: '2023-03-01',
    status: 'reading',
  },
  'FR-FREQUENCY': {
    jurisdiction: 'FR',
    text: 'At most four contacts started by us in thirty days, and none within a day of the last.',
    parameters: { most: 4, days: 30, hoursBetween: 24 },
    source: 'Code de la consommation, D223-9: prospecting; the day between is ours',
    since: '2023-03-01',
    status: 'reading',
  },
  'FR-CALLER-NUMBER': {
    jurisdiction: 'FR',
    text: 'An automated call shows a number of the ranges set aside for automated platforms.',
    parameters: {
      prefixes: [
        ...['+33162', '+33163', '+33270', '+33271', '+33377', '+33378'],
        ...['+33424', '+33425', '+33568', '+33569', '+33948', '+33949'],
        ...['+339475', '+339476', '+339477', '+339478', '+339479'],
        ...['+33937', '+33938', '+33939'],
      ],
    },
    source: 'ARCEP, plan national de numérotation (décision n° 2022-1583)',
    since: '2023-01-01',
    status: 'verified',
  },
  'AM-OPT-OUT': {
    jurisdiction: 'own',
    text: 'Who said stop gets no message we start. Who writes to us again gets an answer to that.',
    parameters: { bars: 'initiative' },
    source: 'GDPR article 21; Code des postes et des communications électroniques, L34-5',
    since: '2018-05-25',
    status: 'reading',
  },
  'AM-CARE': {
    jurisdiction: 'own',
    text: 'In danger (grade 4) no word of debt leaves; at grade 3 and above we start nothing.',
    parameters: { danger: 4, fragile: 3 },
    source: 'House policy',
    since: '2026-11-22',
    status: 'own',
  },
  'AM-ONE-SPEAKER': {
    jurisdiction: 'own',
    text: 'While an advisor holds a conversation the machine says nothing in it.',
    parameters: { machineOwners: ['bot', 'queue'] },
    source: 'House policy',
    since: '2026-11-22',
    status: 'own',
  },
  'AM-HANDOFF-QUIET': {
    jurisdiction: 'own',
    text: 'While a person was promised, we start nothing else.',
    parameters: { handoff: 'open' },
    source: 'House policy',
    since: '2026-11-22',
    status: 'own',
  },
  'AM-REPLY': {
    jurisdiction: 'own',
    text: 'A person who writes or speaks to us is answered, at any hour.',
    parameters: { hours: 'any' },
    source: 'House policy',
    since: '2026-11-22',
    status: 'own',
  },
  'AM-SECURITY': {
    jurisdiction: 'own',
    text: 'A message a person asked for to prove who they are leaves at any hour.',
    parameters: { hours: 'any' },
    source: 'House policy',
    since: '2026-11-22',
    status: 'own',
  },
  'AM-CODE': {
    jurisdiction: 'own',
    text: 'One-time codes: six digits, short-lived, few tries, few sends, then a lock.',
    parameters: { digits: 6, mostMinutes: 10, mostAttempts: 5, mostPerHour: 3, mostPerDay: 10 },
    source: 'OWASP ASVS 5.0, 6.6; limits chosen by us',
    since: '2026-11-22',
    status: 'own',
  },
  'AM-PROOF': {
    jurisdiction: 'own',
    text: 'A proof of person holds for one line and one account, and runs out.',
    parameters: { mostMinutes: 60 },
    source: 'OWASP ASVS 5.0, 7.3; limits chosen by us',
    since: '2026-11-22',
    status: 'own',
  },
  'AM-ANSWER': {
    jurisdiction: 'own',
    text: 'A person answers by a time told at once: in hours within minutes, else soon after opening.',
    parameters: { roundMinutes: 5, afterOpeningMinutes: 120, onCallMinutes: 5 },
    source: 'House policy',
    since: '2026-11-22',
    status: 'own',
  },
  'AM-TASKS': {
    jurisdiction: 'own',
    text: 'Work for the creditor is told with a day: working days, where law sets no term.',
    parameters: { workingDays: { complaint: 10, estate: 1 } },
    source: 'House policy; a complaint unanswered for two months may go to the médiateur',
    since: '2026-11-22',
    status: 'own',
  },
} as const satisfies Record<string, Rule>

export type RuleId = keyof typeof rules
