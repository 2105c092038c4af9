import { exactCents, formatDecimal, parseDecimal } from './decimal.ts'
import { quote, refuse } from './refuse.ts'
import type { Decimal } from './decimal.ts'
import type { XmlElement } from './xml.ts'

const ubl = 'urn:oasis:names:specification:ubl:schema:xsd:'

/** Namespaces of UBL 2.1: aggregates, basics, and the two documents we read. */
export const spaces = {
  cac: `${ubl}CommonAggregateComponents-2`,
  cbc: `${ubl}CommonBasicComponents-2`,
  invoice: `${ubl}Invoice-2`,
  creditNote: `${ubl}CreditNote-2`,
} as const

/** Aggregates of that name, in order. */
export function all(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.filter((child) => child.name === name && child.space === spaces.cac)
}

/** The first aggregate along a path of names like `Party/PartyName`. */
export function inside(parent: XmlElement | undefined, path: string): XmlElement | undefined {
  return path
    .split('/')
    .reduce<XmlElement | undefined>((at, name) => (at ? all(at, name)[0] : undefined), parent)
}

/** The first basic element of that name. */
export function basic(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent?.children.find((child) => child.name === name && child.space === spaces.cbc)
}

/** Its words; undefined where it is missing or empty. */
export function words(parent: XmlElement | undefined, name: string): string | undefined {
  return basic(parent, name)?.text || undefined
}

export function needed(parent: XmlElement, name: string): XmlElement {
  const found = basic(parent, name)
  if (!found?.text) throw refuse(found?.at ?? parent.at, `${parent.name} needs a cbc:${name}`)
  return found
}

export function neededInside(parent: XmlElement, path: string): XmlElement {
  const found = inside(parent, path)
  if (!found) throw refuse(parent.at, `${parent.name} needs a cac:${path}`)
  return found
}

export function decimalOf(element: XmlElement): Decimal {
  const found = parseDecimal(element.text)
  if (found) return found
  throw refuse(
    element.at,
    `cbc:${element.name} is ${quote(element.text)}, expected a decimal number`,
  )
}

/** The number as the model keeps it, without idle zeros. */
export function numberOf(element: XmlElement): string {
  return formatDecimal(decimalOf(element))
}

/** An amount in cents; its currency must be the document's. */
export function centsOf(element: XmlElement, currency: string): number {
  const stated = element.attributes['currencyID']
  if (stated !== currency) {
    throw refuse(element.at, `cbc:${element.name} is in ${quote(stated ?? '')}, not in ${currency}`)
  }
  const cents = exactCents(decimalOf(element))
  if (cents !== null) return cents
  const expected = 'expected an amount with at most two decimals'
  throw refuse(element.at, `cbc:${element.name} is ${quote(element.text)}, ${expected}`)
}

/** Cents of an amount that may be missing. */
export function centsIn(parent: XmlElement, name: string, currency: string): number | undefined {
  const found = basic(parent, name)
  return found && centsOf(found, currency)
}

/** An InvoicePeriod with both days; one side alone says nothing we can use. */
export function periodOf(parent: XmlElement): { from: string; to: string } | undefined {
  const period = inside(parent, 'InvoicePeriod')
  const from = words(period, 'StartDate')
  const to = words(period, 'EndDate')
  return from && to ? { from, to } : undefined
}
