const set = (words: string): Set<string> => new Set(words.split(' '))

/** Months, both languages; short forms only where they are no other word. */
export const months = new Map<string, number>(
  Object.entries({
    janvier: 1,
    january: 1,
    janv: 1,
    fevrier: 2,
    february: 2,
    fev: 2,
    fevr: 2,
    mars: 3,
    march: 3,
    avril: 4,
    april: 4,
    avr: 4,
    mai: 5,
    may: 5,
    juin: 6,
    june: 6,
    juillet: 7,
    july: 7,
    juil: 7,
    aout: 8,
    august: 8,
    septembre: 9,
    september: 9,
    sept: 9,
    octobre: 10,
    october: 10,
    oct: 10,
    novembre: 11,
    november: 11,
    nov: 11,
    decembre: 12,
    december: 12,
    dec: 12,
  }),
)

/** Months that are also something else: a day must stand beside them, or "en", "fin", "mid". */
export const doubtfulMonths = new Set(['mars', 'march', 'may', 'sept', 'dec', 'oct', 'nov', 'avr'])

/** 1 Monday to 7 Sunday. */
export const weekdays = new Map<string, number>(
  Object.entries({
    lundi: 1,
    monday: 1,
    lun: 1,
    mardi: 2,
    tuesday: 2,
    mercredi: 3,
    wednesday: 3,
    jeudi: 4,
    thursday: 4,
    jeu: 4,
    vendredi: 5,
    friday: 5,
    vend: 5,
    samedi: 6,
    saturday: 6,
    dimanche: 7,
    sunday: 7,
  }),
)

export type Unit = 'hour' | 'day' | 'week' | 'fortnight' | 'month' | 'year'

export const units = new Map<string, Unit>(
  Object.entries({
    heure: 'hour',
    heures: 'hour',
    h: 'hour',
    hour: 'hour',
    hours: 'hour',
    jour: 'day',
    jours: 'day',
    j: 'day',
    day: 'day',
    days: 'day',
    semaine: 'week',
    semaines: 'week',
    sem: 'week',
    week: 'week',
    weeks: 'week',
    quinzaine: 'fortnight',
    fortnight: 'fortnight',
    mois: 'month',
    month: 'month',
    months: 'month',
    an: 'year',
    ans: 'year',
    annee: 'year',
    year: 'year',
    years: 'year',
  } satisfies Record<string, Unit>),
)

export const partsOfMonth = {
  ends: set('fin end late'),
  begins: set('debut early beginning start'),
  middles: set('mi mid middle milieu'),
}

export const articles = set('le la les the l du au des on ce cette this')
export const nexts = set('prochain prochaine prochains suivant suivante qui vient next following')
export const lasts = set('dernier derniere passe passee last')
export const dayParts = set('matin soir midi aprem morning evening afternoon night soiree matinee')
export const rankEndings = set('er e eme ieme nd st rd th')
/** Words after a number that make it something other than a day of the month. */
export const notDays = set(
  'eur euro euros e balles balle gbp usd quid pounds pound dollars centimes cents percent fois kwh kw m3 k ' +
    'times mensualites mensualite echeances echeance payments instalments versements paiements personnes ' +
    'enfants gosses pour par',
)
/** What says that the day is behind us. */
export const pastAuxiliaries = set(
  'ai a avons avez ont as etait etaient est suis have has had was were did',
)
export const pastVerbs = set(
  'paye payer payee regle regler reglee envoye envoyer fait faite vire virer recu verse verser perdu ete ' +
    'decede decedee mort morte demenage demenager quitte eu debite preleve prelever parti licencie ' +
    'paid sent made transferred done died passed lost moved left been received settled taken gone',
)
export const pastWords = set(
  'decede decedee licencie licenciee deja depuis since ago already died paid sent moved',
)

/** Every word the grammar of dates compares, for the corrector to leave alone. */
export function dateWords(): string[] {
  const sets = [
    ...Object.values(partsOfMonth),
    articles,
    nexts,
    lasts,
    dayParts,
    notDays,
    pastVerbs,
    pastWords,
  ]
  return [
    ...months.keys(),
    ...weekdays.keys(),
    ...units.keys(),
    ...sets.flatMap((words) => [...words]),
  ]
}
