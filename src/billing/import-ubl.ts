import { all, basic, centsIn, centsOf, inside } from './ubl.ts'
import { needed, neededInside, periodOf, spaces, words } from './ubl.ts'
import { billSchema } from '../conversation/bill.ts'
import { checkLine, checkTotals } from './totals.ts'
import { energyOf } from './line-kind.ts'
import { percentOf, propertyOf, readCharge, readLine } from './ubl-lines.ts'
import { placeIn, schemaFault } from './schema-fault.ts'
import { refuse } from './refuse.ts'
import { writeCents } from './decimal.ts'
import type { Bill, BillLine } from '../conversation/bill.ts'
import type { Place } from './refuse.ts'
import type { XmlElement } from './xml.ts'

/**
 * A UBL 2.1 Invoice or CreditNote (EN 16931) to a bill; throws `bill_invalid` with file, line, column.
 *
 * Read: ID, IssueDate, DueDate (credit notes: PaymentMeans/PaymentDueDate), Note, DocumentCurrencyCode,
 * BuyerReference or PaymentMeans/PaymentID, BillingReference, InvoicePeriod, the names of both parties,
 * AllowanceCharge of the document (it becomes a line) and of a line, the TaxTotal in the document's
 * currency, LegalMonetaryTotal, and of each line its ID, quantity, LineExtensionAmount, InvoicePeriod,
 * Item/Name, ClassifiedTaxCategory and Price.
 *
 * UBL has no place for meters in an invoice. Energy comes as Item/AdditionalItemProperty of a line:
 * `LineKind` (a kind of the bill model), `Tax` (`accise`, `cta`...), `Energy`, `SubscribedPower` in kVA,
 * `Meter`, `Register`, and `ReadingFromDay`, `ReadingFromIndex`, `ReadingFromHow` (`estimated`, `real`,
 * `customer`) with the same three for `ReadingTo`. Without them labels and units tell the kind.
 */
export function importUbl(root: XmlElement, file: string): Bill {
  const currency = needed(root, 'DocumentCurrencyCode').text
  const isCredit = root.space === spaces.creditNote
  const lineElements = all(root, isCredit ? 'CreditNoteLine' : 'InvoiceLine')
  const charges = all(root, 'AllowanceCharge')
  const totals = neededInside(root, 'LegalMonetaryTotal')
  const vat = neededVat(root, currency)
  const lines = lineElements.map((line) => readLine(line, currency))
  // Before the sums, so that a line that is wrong is named rather than the total it spoils.
  lines.forEach((line, index) => checkLine(line, lineElements[index]?.at ?? root.at))
  checkSums(totals, lines, charges, currency)
  const places = placesOf(root, lineElements, charges, totals, vat)
  const place: Place = (path) => placeIn(places, path) ?? root.at
  const found = billSchema.safeParse({
    ...headOf(root, isCredit),
    currency,
    ...energyIn(lineElements, lines),
    lines: [...lines, ...charges.map((charge, index) => readCharge(charge, index, currency))],
    vat: ratesOf(vat, currency),
    taxCents: centsOf(needed(vat, 'TaxAmount'), currency),
    ...totalsOf(totals, currency),
  })
  if (!found.success) throw schemaFault(found.error, place, file)
  checkTotals(found.data, place)
  return found.data
}

function headOf(root: XmlElement, isCredit: boolean) {
  const means = inside(root, 'PaymentMeans')
  const due = words(root, 'DueDate') ?? words(means, 'PaymentDueDate')
  const period = periodOf(root)
  const buyer = nameOf(inside(root, 'AccountingCustomerParty/Party'))
  const reference = words(root, 'BuyerReference') ?? words(means, 'PaymentID')
  const corrects = words(inside(root, 'BillingReference/InvoiceDocumentReference'), 'ID')
  const notes = root.children.filter(({ name, space }) => name === 'Note' && space === spaces.cbc)
  return {
    number: needed(root, 'ID').text,
    kind: isCredit ? 'credit_note' : 'invoice',
    seller: nameOf(neededInside(root, 'AccountingSupplierParty/Party')) ?? '',
    ...(buyer && { buyer }),
    ...(reference && { reference }),
    ...(corrects && { corrects }),
    issued: needed(root, 'IssueDate').text,
    ...(due && { due }),
    ...(period && { period }),
    notes: notes.map(({ text }) => text),
  }
}

function nameOf(party: XmlElement | undefined): string | undefined {
  return (
    words(inside(party, 'PartyLegalEntity'), 'RegistrationName') ??
    words(inside(party, 'PartyName'), 'Name')
  )
}

function energyIn(elements: XmlElement[], lines: BillLine[]) {
  const power = propertyOf(elements, 'SubscribedPower')
  return {
    energy: propertyOf(elements, 'Energy') ?? energyOf(lines),
    ...(power && { subscribedKva: power }),
  }
}

/** The TaxTotal with the breakdown, in the document's own currency. */
function neededVat(root: XmlElement, currency: string): XmlElement {
  const own = all(root, 'TaxTotal').find(
    (total) => basic(total, 'TaxAmount')?.attributes['currencyID'] === currency,
  )
  if (!own) throw refuse(root.at, `${root.name} needs a cac:TaxTotal in ${currency}`)
  return own
}

/** One entry a rate: exempt, zero-rated and reverse-charge groups are all at 0 %. */
function ratesOf(vat: XmlElement, currency: string): Bill['vat'] {
  const rates = new Map<string, Bill['vat'][number]>()
  for (const group of all(vat, 'TaxSubtotal')) {
    const percent = percentOf(neededInside(group, 'TaxCategory'))
    const rate = rates.get(percent) ?? { percent, baseCents: 0, cents: 0 }
    rate.baseCents += centsOf(needed(group, 'TaxableAmount'), currency)
    rate.cents += centsOf(needed(group, 'TaxAmount'), currency)
    rates.set(percent, rate)
  }
  return [...rates.values()]
}

function totalsOf(totals: XmlElement, currency: string) {
  const roundingCents = centsIn(totals, 'PayableRoundingAmount', currency)
  return {
    netCents: centsOf(needed(totals, 'TaxExclusiveAmount'), currency),
    totalCents: centsOf(needed(totals, 'TaxInclusiveAmount'), currency),
    paidCents: centsIn(totals, 'PrepaidAmount', currency) ?? 0,
    ...(roundingCents && { roundingCents }),
    dueCents: centsOf(needed(totals, 'PayableAmount'), currency),
  }
}

/** The three sums the bill model has no place for (BR-CO-10 to 12). */
function checkSums(
  totals: XmlElement,
  lines: BillLine[],
  charges: XmlElement[],
  currency: string,
): void {
  const extra = charges.map((charge, index) => readCharge(charge, index, currency).cents)
  const sums: [name: string, expected: number][] = [
    ['LineExtensionAmount', lines.reduce((sum, { cents }) => sum + cents, 0)],
    ['AllowanceTotalAmount', -extra.filter((cents) => cents < 0).reduce((a, b) => a + b, 0)],
    ['ChargeTotalAmount', extra.filter((cents) => cents > 0).reduce((a, b) => a + b, 0)],
  ]
  for (const [name, expected] of sums) {
    const stated = centsIn(totals, name, currency)
    if (stated === undefined && name === 'LineExtensionAmount') needed(totals, name)
    if ((stated ?? 0) === expected) continue
    const figures = `${writeCents(expected)}, but the document says ${writeCents(stated ?? 0)}`
    throw refuse((basic(totals, name) ?? totals).at, `cbc:${name}: its parts sum to ${figures}`)
  }
}

function placesOf(
  root: XmlElement,
  lines: XmlElement[],
  charges: XmlElement[],
  totals: XmlElement,
  vat: XmlElement,
): ReadonlyMap<string, string> {
  const at = (parent: XmlElement, name: string) => (basic(parent, name) ?? parent).at
  return new Map([
    ...[...lines, ...charges].map(({ at }, index) => [`lines[${index}]`, at] as const),
    ['vat', vat.at],
    ['taxCents', at(vat, 'TaxAmount')],
    ['netCents', at(totals, 'TaxExclusiveAmount')],
    ['totalCents', at(totals, 'TaxInclusiveAmount')],
    ['dueCents', at(totals, 'PayableAmount')],
    ['issued', at(root, 'IssueDate')],
    ['due', at(root, 'DueDate')],
    ['currency', at(root, 'DocumentCurrencyCode')],
  ])
}
