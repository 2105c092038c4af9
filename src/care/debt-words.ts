/** Words of debt, payment and enforcement, by how they begin; accents and case aside. */
const stems = [
  // French
  'abonnement',
  'acompte',
  'arrier',
  'compteur',
  'contentieux',
  'coupure',
  'creanc',
  'dett',
  'decouvert',
  'echeanc',
  'encaiss',
  'euro',
  'factur',
  'huissier',
  'iban',
  'impay',
  'mensualit',
  'paiement',
  'payer',
  'payez',
  'payement',
  'penalite',
  'prelevement',
  'recouvrement',
  'relance',
  'rembours',
  'saisie',
  'solde',
  'surendett',
  'tarif',
  'virement',
  // English
  'arrear',
  'bailiff',
  'bill',
  'collection',
  'creditor',
  'debt',
  'disconnect',
  'enforcement',
  'fee',
  'instalment',
  'installment',
  'invoice',
  'money',
  'owe',
  'overdue',
  'payment',
  'paying',
  'pound',
  'refund',
  'repay',
  'tariff',
  'unpaid',
]
const whole = [
  'argent',
  'balance',
  'cheque',
  'cheques',
  'due',
  'frais',
  'montant',
  'montants',
  'paie',
  'paye',
  'payee',
  'pay',
  'pays back',
  'paid',
  'plan de paiement',
  'regler',
  'reglement',
  'somme due',
  'debit',
  'debits',
]

const words = new RegExp(
  `(?<![a-z])(?:(?:${stems.join('|')})[a-z]*|(?:${whole.join('|')}))(?![a-z])|[€£$]|(?<!\\d)\\d[\\d ]*(?:[.,]\\d{2})(?!\\d)`,
  'g',
)

function plain(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'")
}

/**
 * Words of debt in a text, folded, in order and each once: empty proves that a care turn holds none.
 * Currency signs and figures with cents count too; emergency numbers do not.
 */
export function debtWordsIn(text: string): string[] {
  return [...new Set(plain(text).match(words) ?? [])]
}
