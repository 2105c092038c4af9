import { all, basic, centsIn, centsOf, decimalOf } from './ubl.ts'
import { inside, needed, neededInside, numberOf, periodOf, words } from './ubl.ts'
import { lineKinds } from '../conversation/bill.ts'
import { kindOf } from './line-kind.ts'
import { quote, refuse } from './refuse.ts'
import { times, toCents, writeCents } from './decimal.ts'
import type { BillLine, Reading } from '../conversation/bill.ts'
import type { XmlElement } from './xml.ts'

/** Units of UN/ECE Recommendation 20 as people write them; others stay as they are. */
const units: Record<string, string> = {
  KWH: 'kWh',
  MWH: 'MWh',
  KVA: 'kVA',
  MTQ: 'm³',
  LTR: 'L',
  MON: 'month',
  DAY: 'day',
  ANN: 'year',
  C62: 'piece',
  EA: 'piece',
  H87: 'piece',
}

/** One InvoiceLine or CreditNoteLine; `AdditionalItemProperty` as `importUbl` documents. */
export function readLine(line: XmlElement, currency: string): BillLine {
  const item = neededInside(line, 'Item')
  const property = propertiesOf(item)
  const label = needed(item, 'Name').text
  const amount = basic(line, 'InvoicedQuantity') ?? basic(line, 'CreditedQuantity')
  const code = amount?.attributes['unitCode']
  const unit = code && (units[code] ?? code)
  const price = inside(line, 'Price')
  const unitPrice = basic(price, 'PriceAmount')
  const priceBase = basic(price, 'BaseQuantity')
  const adjustmentCents = adjustmentOf(line, currency)
  const reading = readingOf(property)
  const period = periodOf(line)
  return {
    id: needed(line, 'ID').text,
    ...kindIn(item, property, label, unit),
    label,
    ...(amount && { quantity: numberOf(amount) }),
    ...(unit && { unit }),
    ...(unitPrice && { unitPrice: numberOf(unitPrice) }),
    ...(priceBase && numberOf(priceBase) !== '1' && { priceBase: numberOf(priceBase) }),
    ...(adjustmentCents !== 0 && { adjustmentCents }),
    ...(period && { period }),
    cents: centsOf(needed(line, 'LineExtensionAmount'), currency),
    vatPercent: percentOf(neededInside(item, 'ClassifiedTaxCategory')),
    ...(reading && { reading }),
  }
}

/** A document's own AllowanceCharge as a line, so that all lines sum to the net total. */
export function readCharge(charge: XmlElement, index: number, currency: string): BillLine {
  const side = isCharge(charge) ? 'charge' : 'allowance'
  const label = words(charge, 'AllowanceChargeReason') ?? (side === 'charge' ? 'Frais' : 'Remise')
  const cents = checkedCents(charge, currency)
  return {
    id: `${side}-${index + 1}`,
    ...kindOf({ label, unit: undefined, side }),
    label,
    cents: side === 'charge' ? cents : -cents,
    vatPercent: percentOf(neededInside(charge, 'TaxCategory')),
  }
}

/** The VAT rate of a category in percent; `0` for one without a rate. */
export function percentOf(category: XmlElement): string {
  const percent = basic(category, 'Percent')
  return percent ? numberOf(percent) : '0'
}

/** Cents an AllowanceCharge adds (or takes off, below zero). */
function signedCents(charge: XmlElement, currency: string): number {
  return checkedCents(charge, currency) * (isCharge(charge) ? 1 : -1)
}

function adjustmentOf(line: XmlElement, currency: string): number {
  const charges = all(line, 'AllowanceCharge')
  return charges.reduce((sum, charge) => sum + signedCents(charge, currency), 0)
}

function isCharge(charge: XmlElement): boolean {
  const indicator = needed(charge, 'ChargeIndicator')
  if (/^(true|1)$/.test(indicator.text)) return true
  if (/^(false|0)$/.test(indicator.text)) return false
  throw refuse(
    indicator.at,
    `cbc:ChargeIndicator is ${quote(indicator.text)}, expected true or false`,
  )
}

function checkedCents(charge: XmlElement, currency: string): number {
  const amount = needed(charge, 'Amount')
  const cents = centsOf(amount, currency)
  const base = centsIn(charge, 'BaseAmount', currency)
  const factor = basic(charge, 'MultiplierFactorNumeric')
  if (base === undefined || !factor) return cents
  const share = times({ digits: BigInt(base), scale: 4 }, decimalOf(factor))
  if (toCents(share) === cents) return cents
  const what = `${factor.text} % of ${writeCents(base)} makes ${writeCents(toCents(share))}`
  throw refuse(amount.at, `${what}, but the document says ${writeCents(cents)}`)
}

type Properties = ReadonlyMap<string, string>

function propertiesOf(item: XmlElement): Properties {
  const found = all(item, 'AdditionalItemProperty')
  return new Map(
    found.map((property) => [needed(property, 'Name').text, words(property, 'Value') ?? '']),
  )
}

/** The value of one property over all lines, the first that has it. */
export function propertyOf(lines: XmlElement[], name: string): string | undefined {
  const items = lines.flatMap((line) => all(line, 'Item'))
  return items.map((item) => propertiesOf(item).get(name)).find((value) => value !== undefined)
}

function kindIn(
  item: XmlElement,
  property: Properties,
  label: string,
  unit: string | undefined,
): Pick<BillLine, 'kind' | 'tax'> {
  const stated = property.get('LineKind')
  if (stated === undefined) return kindOf({ label, unit, side: 'line' })
  const kind = lineKinds.find((known) => known === stated)
  if (!kind) {
    throw refuse(item.at, `LineKind is ${quote(stated)}, expected one of ${lineKinds.join(' ')}`)
  }
  const tax =
    property.get('Tax') ?? (kind === 'tax' ? kindOf({ label, unit, side: 'line' }).tax : undefined)
  return tax === undefined ? { kind } : { kind, tax }
}

function readingOf(property: Properties): Reading | undefined {
  const side = (name: 'From' | 'To') => {
    const [day, index, how] = ['Day', 'Index', 'How'].map((part) =>
      property.get(`Reading${name}${part}`),
    )
    return day && index && how ? { day, index, how: how as Reading['from']['how'] } : undefined
  }
  const [from, to] = [side('From'), side('To')]
  if (!from || !to) return undefined
  const meter = property.get('Meter')
  const register = property.get('Register')
  return { ...(meter && { meter }), ...(register && { register }), from, to }
}
