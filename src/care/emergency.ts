/** Numbers given to a person in danger, with where they were read and when. */
export interface EmergencyLines {
  /** Somebody to listen, day and night, free of charge. */
  suicide: string
  /** Medical emergency. */
  emergency: string
  /** The European emergency number; works in the United Kingdom too. */
  europe: string
  source: string
  /** Day the source was read. */
  read: string
}

const lines: Record<string, EmergencyLines> = {
  BE: {
    suicide: '0800 32 123',
    emergency: '112',
    europe: '112',
    source: 'https://www.preventionsuicide.be',
    read: '2026-11-22',
  },
  FR: {
    suicide: '3114',
    emergency: '15',
    europe: '112',
    source: 'https://monparcourshandicap.gouv.fr/actualite/crise-suicidaire-prevenir-et-agir-0',
    read: '2026-11-21',
  },
  GB: {
    suicide: '116 123',
    emergency: '999',
    europe: '112',
    source: 'https://uk-debtservice.co.uk/support/national-suicide-prevention',
    read: '2026-11-21',
  },
}

/** Emergency numbers of a country (ISO 3166 alpha-2); France where we hold none for it. */
export function emergencyLines(country: string): EmergencyLines {
  return lines[country.toUpperCase()] ?? lines.FR!
}
