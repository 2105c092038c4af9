import type { Language } from '../../src/conversation/language.ts'
import type {
  Asked,
  Option,
  SlotType,
  Understanding,
} from '../../src/conversation/understanding.ts'
import { understand } from '../../src/understanding/understand.ts'

/** A Saturday; the 21st of November 2026. */
export const saturday = '2026-11-21T10:00:00+01:00'

/** Options of a question about the way to pay. */
const ways: Option[] = [
  { key: 'card', label: 'carte bancaire', match: ['carte', 'cb', 'carte bleue'] },
  { key: 'transfer', label: 'virement', match: ['virement', 'transfer'] },
  { key: 'direct_debit', label: 'prélèvement', match: ['prélèvement', 'direct debit'] },
]

/** A question whose slot bears the usual name of its type. */
export function question(type: SlotType): Asked {
  const slot = type === 'money' ? 'amount' : type === 'yes_no' ? 'confirm' : type
  return type === 'one_of' ? { slot: 'method', type, options: ways } : { slot, type }
}

/** Reads a message said on that Saturday. */
export function read(text: string, language: Language = 'fr', asked?: Asked): Understanding {
  return understand({ text, language, at: saturday, ...(asked ? { asked } : {}) })
}
