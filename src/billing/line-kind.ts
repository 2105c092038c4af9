import type { Bill, BillLine } from '../conversation/bill.ts'

/** What a document says of a line beside its figures. */
interface LineHints {
  label: string
  unit: string | undefined
  /** An allowance or charge of the whole document. */
  side: 'line' | 'allowance' | 'charge'
}

type Kind = Pick<BillLine, 'kind' | 'tax'>

const taxes: [name: string, words: RegExp][] = [
  ['accise', /accise|excise|\b(ticfe|ticgn|cspe|tcfe)\b/i],
  ['cta', /\bcta\b|contribution tarifaire/i],
  ['tax', /\b(taxe|tax|levy|contribution|redevance)\b/i],
]

const wordsOf: [kind: BillLine['kind'], words: RegExp][] = [
  ['correction', /r[ée]gularisation|rattrapage|correction|catch-up|adjustment/i],
  ['standing_charge', /abonnement|part fixe|standing charge|subscription/i],
  ['fee', /\bfrais\b|p[ée]nalit|rejet|\bfees?\b|late payment/i],
  ['allowance', /remise|r[ée]duction|rabais|discount/i],
]

const energyUnits = new Set(['kWh', 'MWh', 'm³'])

/** Guesses what a line is from its words and unit, where the document does not say. Pure. */
export function kindOf({ label, unit, side }: LineHints): Kind {
  if (side === 'allowance') return { kind: 'allowance' }
  const tax = taxes.find(([, words]) => words.test(label))
  if (tax) return { kind: 'tax', tax: tax[0] }
  const named = wordsOf.find(([, words]) => words.test(label))
  if (named) return { kind: named[0] }
  if (side === 'charge') return { kind: 'fee' }
  if (unit && energyUnits.has(unit)) return { kind: 'consumption' }
  return { kind: /\b(option|service|assurance|insurance)\b/i.test(label) ? 'service' : 'other' }
}

const energies: [energy: Bill['energy'], words: RegExp][] = [
  ['electricity', /[ée]lectricit|\bkVA\b|heures creuses|off-peak/i],
  ['gas', /\bgaz\b|\bgas\b/i],
  ['water', /\beau\b|\bwater\b|assainissement|m³/i],
  ['telecom', /forfait|mobile|internet|fibre|broadband/i],
]

/** The kind of energy from labels and units together; `other` where nothing tells. */
export function energyOf(lines: Pick<BillLine, 'label' | 'unit'>[]): Bill['energy'] {
  const text = lines.map(({ label, unit }) => `${label} ${unit ?? ''}`).join('\n')
  return energies.find(([, words]) => words.test(text))?.[0] ?? 'other'
}
