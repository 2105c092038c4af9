/** One aid or free adviser a customer may turn to. Never promised: "vous pourriez avoir droit". */
export interface Aid {
  key: string
  country: string
  name: string
  /** What it is, for advisors and for texts that name it. */
  gives: 'voucher' | 'grant' | 'help_to_apply' | 'budget_advice'
  /** Who decides: the State, the department, the commune, an association. */
  decidedBy: 'state' | 'department' | 'commune' | 'association'
  /** Where to start, as an address that belongs to whoever decides; null where it depends on the place. */
  site: string | null
  source: string
  /** Day the source was read. */
  read: string
}

/** A first catalogue: names and who decides; conditions and amounts are not held here. */
const aids: Aid[] = [
  {
    key: 'cheque_energie',
    country: 'FR',
    name: 'chèque énergie',
    gives: 'voucher',
    decidedBy: 'state',
    site: 'https://chequeenergie.gouv.fr',
    source:
      'https://github.com/openfisca/openfisca-france/tree/master/openfisca_france/parameters/prestations_sociales',
    read: '2026-11-21',
  },
  {
    key: 'fsl',
    country: 'FR',
    name: 'fonds de solidarité pour le logement (FSL)',
    gives: 'grant',
    decidedBy: 'department',
    site: null,
    source: 'https://tpil.org/vous-etes-locataire/securisation-de-loyers/aide-energie-du-fsl',
    read: '2026-11-21',
  },
  {
    key: 'ccas',
    country: 'FR',
    name: 'centre communal d’action sociale (CCAS)',
    gives: 'help_to_apply',
    decidedBy: 'commune',
    site: null,
    source:
      'https://ash.tm.fr/hebdo/3003/cote-terrain/huit-ccas-sur-dix-octroient-des-aides-financieres-a-lenergie-455749.php',
    read: '2026-11-21',
  },
  {
    key: 'point_conseil_budget',
    country: 'FR',
    name: 'Point conseil budget',
    gives: 'budget_advice',
    decidedBy: 'association',
    site: null,
    source:
      'https://www.moselle.gouv.fr/layout/set/print/Actualites/Generalisation-des-Points-conseil-budget-en-Moselle',
    read: '2026-11-22',
  },
]

/** The aids of a country; none where we hold none. */
export function aidsOf(country: string): Aid[] {
  return aids.filter((aid) => aid.country === country.toUpperCase())
}
