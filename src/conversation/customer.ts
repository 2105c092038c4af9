import type { Language } from './language.ts'

/** An address on file. Codes are only ever sent to one of these, never to one given in a talk. */
export interface Contact {
  kind: 'email' | 'phone'
  address: string
}

/** A person who has a contract with a creditor. "Debtor" is the law's word, never ours. */
export interface Customer {
  id: string
  /** How the person is addressed: "Madame Diallo", "Mr Reed". */
  name: string
  language: Language
  contacts: Contact[]
}
