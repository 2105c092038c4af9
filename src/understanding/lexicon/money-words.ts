const set = (words: string): Set<string> => new Set(words.split(' '))

/** Every word the grammar of amounts compares, for the corrector to leave alone. */
export function moneyWords(): string[] {
  const phrases = [limitsBefore, limitsAfter, frequencies, shares].flat()
  return [
    ...currencies.keys(),
    ...centimes,
    ...givingVerbs,
    ...otherUnits,
    ...namesNumber,
    ...phrases.flatMap(({ words }) => words),
  ]
}

export const currencies = new Map<string, string>(
  Object.entries({
    eur: 'EUR',
    euro: 'EUR',
    euros: 'EUR',
    eurs: 'EUR',
    e: 'EUR',
    balle: 'EUR',
    balles: 'EUR',
    boules: 'EUR',
    gbp: 'GBP',
    pound: 'GBP',
    pounds: 'GBP',
    quid: 'GBP',
    livre: 'GBP',
    livres: 'GBP',
    sterling: 'GBP',
    usd: 'USD',
    dollar: 'USD',
    dollars: 'USD',
    chf: 'CHF',
    francs: 'CHF',
  }),
)

export const centimes = set('centime centimes cents ct cts p pence penny')

/** Verbs a bare number after them is money: "je peux mettre 60". */
export const givingVerbs = set(
  'paye payer paie paies payerai paierai paierais payerais regle regler reglerai reglerais verse verser ' +
    'verserai donne donner donnerai donnerais mets mettre met mettrai mettrais envoie envoyer enverrai vire ' +
    'virer virerai sortir rembourser rembourse proposer propose filer lacher peux peut pourrai pourrais ' +
    'plutot promets promettre offre pay paying give send put transfer do afford offer spare manage promise ' +
    'repay rather make actually finalement instead mean meant mettons disons versement acompte montant somme',
)

/** Words after a number that make it a count, a measure, an age, an hour: never money. */
export const otherUnits = set(
  'jour jours j semaine semaines sem mois an ans annee annees heure heures h min minute minutes seconde ' +
    'secondes kwh kw kva wh m3 m2 litre litres km degres degre percent fois times x enfant enfants gosse ' +
    'gosses gamins personne personnes factures facture appels appel mails mail sms messages message courriers ' +
    'courrier lettres lettre relances relance mensualites mensualite echeances echeance versements paiements ' +
    'prelevements tranches parts er ere eme ieme e-mails day days week weeks month months year years hour hours ' +
    'mins kids children people bills bill calls letters emails texts instalments payments st nd rd th janvier ' +
    'fevrier mars avril mai juin juillet aout septembre octobre novembre decembre rue avenue boulevard place ' +
    'chiffres lignes pieces degrees units unites etage',
)

/** Words before a number that name something else than money. */
export const namesNumber = set(
  'numero num n no ref reference client cliente contrat compteur index releve pdl prm pce dossier code tel ' +
    'telephone portable facture bill account number contract meter reading departement appartement appart ' +
    'option choix ligne page article indice identifiant id digits',
)

export interface QuantityWords {
  words: string[]
  bound: 'max' | 'min' | 'about'
}

const bound = (kind: QuantityWords['bound'], phrases: string): QuantityWords[] =>
  phrases.split('|').map((phrase) => ({ words: phrase.split(' '), bound: kind }))

/** What stands before an amount and makes it a limit; the longest first. */
export const limitsBefore: QuantityWords[] = [
  ...bound(
    'max',
    'pas plus de|pas plus que|pas au dela de|moins de|maximum|max|maxi|au maximum|au max|au plus',
  ),
  ...bound(
    'max',
    'jusque a|a peine|grand maximum|no more than|not more than|up to|at most|less than|under',
  ),
  ...bound(
    'max',
    'a maximum of|maximum of|max of|au grand maximum|pas depasser|pas mettre plus de',
  ),
  ...bound('min', 'au moins|minimum|au minimum|plus de|at least|a minimum of|more than|mini'),
  ...bound('about', 'environ|a peu pres|about|around|roughly|dans les|autour de|genre'),
].sort((a, b) => b.words.length - a.words.length)

export const limitsAfter: QuantityWords[] = [
  ...bound(
    'max',
    'au maximum|au max|maximum|maxi|max|pas plus|au plus|grand max|tops|at most|at the most|no more',
  ),
  ...bound('min', 'minimum|au minimum|au moins|at least|mini'),
].sort((a, b) => b.words.length - a.words.length)

export const frequencies: { words: string[]; every: 'month' | 'week' }[] = (
  [
    [
      'month',
      'par mois|mensuel|mensuels|mensuellement|tous les mois|chaque mois|le mois|au mois|du mois',
    ],
    ['month', 'a month|per month|every month|each month|monthly|pm|par month'],
    [
      'week',
      'par semaine|toutes les semaines|chaque semaine|la semaine|hebdo|a week|per week|every week|each week|weekly',
    ],
  ] as ['month' | 'week', string][]
)
  .flatMap(([every, phrases]) =>
    phrases.split('|').map((phrase) => ({ words: phrase.split(' '), every })),
  )
  .sort((a, b) => b.words.length - a.words.length)

/** Parts of what is due. "tout" is common: it counts beside a word of payment or as an answer. */
export const shares: { words: string[]; share: number; common: boolean }[] = (
  [
    ['la moitie', 1 / 2, false],
    ['moitie', 1 / 2, false],
    ['half', 1 / 2, false],
    ['un tiers', 1 / 3, false],
    ['le tiers', 1 / 3, false],
    ['a third', 1 / 3, false],
    ['one third', 1 / 3, false],
    ['deux tiers', 2 / 3, false],
    ['les deux tiers', 2 / 3, false],
    ['two thirds', 2 / 3, false],
    ['un quart', 1 / 4, false],
    ['le quart', 1 / 4, false],
    ['a quarter', 1 / 4, false],
    ['one quarter', 1 / 4, false],
    ['trois quarts', 3 / 4, false],
    ['les trois quarts', 3 / 4, false],
    ['three quarters', 3 / 4, false],
    ['la totalite', 1, false],
    ['le integralite', 1, false],
    ['le montant total', 1, false],
    ['la somme totale', 1, false],
    ['tout le montant', 1, false],
    ['the full amount', 1, false],
    ['full amount', 1, false],
    ['the whole amount', 1, false],
    ['the whole thing', 1, false],
    ['the lot', 1, true],
    ['in full', 1, false],
    ['all of it', 1, false],
    ['it all', 1, true],
    ['tout', 1, true],
    ['la totale', 1, true],
    ['everything', 1, true],
    ['all', 1, true],
  ] as [string, number, boolean][]
)
  .map(([words, share, common]) => ({ words: words.split(' '), share, common }))
  .sort((a, b) => b.words.length - a.words.length)

/** Phrases by their first word. */
export function byFirstWord<P extends { words: string[] }>(phrases: P[]): Map<string, P[]> {
  return Map.groupBy(phrases, ({ words }) => words[0]!)
}
