import { readBill } from '../billing/read-bill.ts'
import { vatOf } from '../billing/totals.ts'
import type { BillRecord, ImportFault, Placed } from './import-records.ts'

/** A row of a bills file: one line of a bill, with what the whole bill says beside it. */
export interface BillRow {
  at: string
  cells: Record<string, string | undefined>
}

// One row a line of the bill: the first group repeats on every row of a bill.
const ofBill = [
  'number',
  'account',
  'seller',
  'currency',
  'energy',
  'issued',
  'due',
  'from',
  'to',
  'paid',
  'total',
]
const ofLine = ['kind', 'label', 'quantity', 'unit', 'unit_price', 'cents', 'vat']

export const billColumns = {
  needed: ['number', 'account', 'seller', 'issued', 'label', 'cents', 'vat'],
  optional: [...ofBill, ...ofLine].filter(
    (name) => !['number', 'account', 'seller', 'issued', 'label', 'cents', 'vat'].includes(name),
  ),
}

/**
 * Puts the rows of each bill together. The VAT of each rate is worked once on the sum of its lines, as
 * EN 16931 asks; where `total` is stated it must agree to the cent.
 */
export function billsOfRows(
  rows: BillRow[],
  currency: string,
): { bills: Placed<BillRecord>[]; faults: ImportFault[] } {
  const bills: Placed<BillRecord>[] = []
  const faults: ImportFault[] = []
  for (const group of Map.groupBy(rows, ({ cells }) => cells.number ?? '').values()) {
    const found = rowFaults(group)
    faults.push(...found)
    if (found.length > 0) continue
    const bill = billOf(group, currency)
    if ('message' in bill) faults.push(bill)
    else bills.push(bill)
  }
  return { bills, faults }
}

function rowFaults(group: BillRow[]): ImportFault[] {
  const [first] = group
  return group.flatMap(({ at, cells }) => [
    ...['number', 'account', 'label']
      .filter((name) => !cells[name])
      .map((name) => ({ at, message: `${name} is missing: expected words` })),
    ...['cents', 'paid', 'total']
      .filter((name) => cells[name] !== undefined || name === 'cents')
      .filter((name) => !/^-?\d{1,12}$/.test(cells[name] ?? ''))
      .map((name) => ({ at, message: `${name} "${cells[name] ?? ''}": expected whole cents` })),
    ...(/^\d{1,2}(\.\d+)?$/.test(cells.vat ?? '')
      ? []
      : [{ at, message: `vat "${cells.vat ?? ''}": expected a rate in per cent, like 20 or 5.5` }]),
    ...ofBill
      .filter((name) => cells[name] !== first?.cells[name])
      .map((name) => ({
        at,
        message: `${name} "${cells[name] ?? ''}" of bill ${cells.number}: expected "${first?.cells[name] ?? ''}" as at ${first?.at}`,
      })),
  ])
}

function billOf(group: BillRow[], currency: string): Placed<BillRecord> | ImportFault {
  const { at = '', cells = {} } = group[0] ?? {}
  const json = billJson(group, currency)
  if (cells.total !== undefined && Number(cells.total) !== json.totalCents)
    return {
      at,
      message: `total "${cells.total}": expected ${json.totalCents}, what the lines and VAT make`,
    }
  try {
    const bill = readBill(new TextEncoder().encode(JSON.stringify(json)), at)
    return { at, record: { number: bill.number, account: cells.account ?? '', bill } }
  } catch (error) {
    const message = (error as Error).message.replace(`${at}: `, '').replace(`${at}, `, '')
    const line = Number(/lines\[(\d+)\]/.exec(message)?.[1] ?? 0)
    return { at: group[line]?.at ?? at, message }
  }
}

function billJson(group: BillRow[], currency: string) {
  const cells = group[0]?.cells ?? {}
  const lines = group.map((row, index) => lineOf(row.cells, index))
  const vat = [...Map.groupBy(lines, ({ vatPercent }) => vatPercent)].map(([percent, of]) => {
    const baseCents = sum(of)
    return { percent, baseCents, cents: vatOf(baseCents, percent) }
  })
  const [netCents, taxCents, paidCents] = [sum(lines), sum(vat), Number(cells.paid ?? 0)]
  return {
    number: cells.number,
    seller: cells.seller,
    currency: cells.currency ?? currency,
    energy: cells.energy,
    issued: cells.issued,
    due: cells.due,
    ...(cells.from && { period: { from: cells.from, to: cells.to } }),
    reference: cells.account,
    lines,
    vat,
    netCents,
    taxCents,
    totalCents: netCents + taxCents,
    paidCents,
    dueCents: netCents + taxCents - paidCents,
  }
}

function lineOf(cells: BillRow['cells'], index: number) {
  return {
    id: String(index + 1),
    kind: cells.kind ?? 'other',
    label: cells.label,
    quantity: cells.quantity,
    unit: cells.unit,
    unitPrice: cells.unit_price,
    cents: Number(cells.cents),
    // The same rate written 20 and 20.0 is one rate.
    vatPercent: String(Number(cells.vat)),
  }
}

function sum(parts: { cents: number }[]): number {
  return parts.reduce((total, { cents }) => total + cents, 0)
}
