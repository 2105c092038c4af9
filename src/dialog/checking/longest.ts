import { labels } from '../scope/labels.ts'
import { findOptions } from '../wording/book.ts'
import { nameIn } from '../stepping/names.ts'
import type { Actions, ValueType } from '../action.ts'
import type { Creditor } from '../../conversation/creditor.ts'
import type { Dialog } from '../load.ts'
import type { Flow } from '../flow.ts'
import type { Param } from '../../conversation/state.ts'

interface Where {
  dialog: Dialog
  actions: Actions
  creditor: Creditor
  flow: Flow
}

/** A bill of a household has four figures; Wednesday and September are the longest day and month. */
const longCents = 999_999
const longDay = '2027-09-29'
const longMoment = '2027-09-29T21:59:00Z'
const longName = 'Madame Marie-Christine Delacroix'
const longReference = 'HEL-2026-1234'

/** The longest value a name is likely to have, to measure texts with. */
export function longestOf(where: Where, name: string): Param {
  const { dialog, flow, creditor } = where
  if (Object.hasOwn(labels, name)) return { type: 'label', ...labels[name as keyof typeof labels] }
  const kind = nameIn(flow, where.actions, name)
  if (kind?.options) {
    const worded = findOptions(dialog.texts, 'fr', flow.name, name)
    const longest = worded.toSorted((a, b) => b.label.length - a.label.length)[0]
    return { type: 'label', flow: flow.name, text: `${name}.${longest?.key ?? ''}` }
  }
  const text = wordsByName(creditor)[name]
  return text === undefined ? ofType(kind?.type ?? 'text', creditor) : { type: 'text', text }
}

function wordsByName(creditor: Creditor): Record<string, string> {
  const page = creditor.payPage
  return {
    brand: creditor.brand,
    payee: creditor.transfer.name,
    iban: creditor.transfer.iban,
    bic: creditor.transfer.bic ?? '',
    pay_page: page === undefined ? '' : `${page}?reference=${longReference}`,
    customer_name: longName,
    service: creditor.service,
    suicide_line: '116 123',
    emergency: '999',
    europe: '112',
  }
}

function ofType(type: ValueType, creditor: Creditor): Param {
  const { currency, zone, policy } = creditor
  switch (type) {
    case 'money':
      return { type, cents: longCents, currency }
    case 'date':
      return { type, date: longDay }
    case 'moment':
      return { type, at: longMoment, zone }
    case 'count':
      return { type, count: 12 }
    case 'list': {
      const item = { type: 'instalment' as const, cents: 33_333, currency, date: '2026-09-29' }
      return { type, items: Array.from({ length: policy.plan.maxTimes }, () => item) }
    }
    default:
      return { type: 'text', text: longReference }
  }
}
