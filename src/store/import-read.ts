import { LineCounter, isMap, isScalar, isSeq, parseDocument } from 'yaml'
import type { Node } from 'yaml'
import type { BillRow } from './import-bill-rows.ts'
import type { ImportFault, Importing, RecordKind, Records } from './import-records.ts'
import { billColumns, billsOfRows } from './import-bill-rows.ts'
import { columns, describeIssues, noRecords, recordSchemas } from './import-records.ts'
import { readBill } from '../billing/read-bill.ts'
import { readCsv } from './import-csv.ts'

export interface ImportFile {
  /** As the operator named it; faults begin with it. */
  name: string
  bytes: Uint8Array
}

type Read = { records: Records; faults: ImportFault[] }

const kinds: Record<RecordKind | 'bills', { needed: string[]; optional: string[] }> = {
  ...columns,
  bills: billColumns,
}

/**
 * Reads one file: CSV or JSON of customers, contacts, accounts, bills or payments, or one bill as a
 * document (our JSON, UBL). The content decides, not the name. Faults name file and line.
 */
export function readImportFile(file: ImportFile, importing: Importing): Read {
  const text = decode(file.bytes)
  if (text === null) return oneFault(file.name, 'its bytes are not UTF-8 text')
  const start = text.trimStart()[0]
  if (start === '<' || text.startsWith('%PDF-')) return readDocument(file)
  if (start === '{' || start === '[') return readJson(file, text, importing)
  return readTable(file.name, text, importing)
}

function readDocument({ name, bytes }: ImportFile): Read {
  try {
    const bill = readBill(bytes, name)
    const account = bill.reference
    if (!account)
      return oneFault(name, `bill ${bill.number} names no account: expected a BuyerReference`)
    const records = noRecords()
    records.bills.push({ at: name, record: { number: bill.number, account, bill } })
    return { records, faults: [] }
  } catch (error) {
    return oneFault(name, (error as Error).message.replace(`${name}: `, ''))
  }
}

function readTable(name: string, text: string, importing: Importing): Read {
  const csv = readCsv(text)
  if ('message' in csv) return oneFault(`${name}:${csv.line}`, csv.message)
  const [header, ...rows] = csv.records
  const names = header?.cells.map((cell) => cell.toLowerCase()) ?? []
  const kind = kindOf(names)
  if (!kind) return oneFault(`${name}:${header?.line ?? 1}`, unknownColumns(names))
  const read: Read = { records: noRecords(), faults: [] }
  const billRows: BillRow[] = []
  for (const { line, cells } of rows) {
    const at = `${name}:${line}`
    if (cells.length !== names.length) {
      const message = `${cells.length} cells, expected ${names.length}: ${names.join(', ')}`
      read.faults.push({ at, message })
      continue
    }
    const filled = names.flatMap((key, index) => (cells[index] ? [[key, cells[index]]] : []))
    const value = Object.fromEntries(filled)
    if (kind === 'bills') billRows.push({ at, cells: value })
    else addRecord(read, kind, value, at, importing)
  }
  addBillRows(read, billRows, importing)
  return read
}

function readJson(file: ImportFile, text: string, importing: Importing): Read {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, schema: 'json', prettyErrors: false })
  const lineOf = (offset: number): string => `${file.name}:${lines.linePos(offset).line}`
  const [error] = document.errors
  if (error) return oneFault(lineOf(error.pos[0]), `not JSON: ${error.message}`)
  const root = document.contents
  if (isMap(root) && root.has('lines') && root.has('number')) return readDocument(file)
  const read: Read = { records: noRecords(), faults: [] }
  for (const [name, list] of listsOf(root)) {
    if (!isSeq(list)) {
      read.faults.push({ at: lineOf(list?.range?.[0] ?? 0), message: `${name}: expected a list` })
      continue
    }
    for (const item of list.items as Node[]) {
      addItem(read, name, item.toJS(document), lineOf(item.range?.[0] ?? 0), importing)
    }
  }
  return read
}

/** The lists of a document by their name; a bare list has none, its records tell what they are. */
function listsOf(root: Node | null): [name: string | null, list: Node | null][] {
  if (!isMap(root)) return [[null, root]]
  return root.items.map(({ key, value }) => [
    isScalar(key) ? String(key.value) : '',
    value as Node | null,
  ])
}

function addItem(
  read: Read,
  name: string | null,
  value: unknown,
  at: string,
  importing: Importing,
): void {
  const fields = typeof value === 'object' && value ? Object.keys(value) : []
  const kind = name === null ? (fields.includes('lines') ? 'bills' : kindOf(fields)) : name
  if (kind === 'bills') addBill(read, value, at)
  else if (kind && kind in columns) addRecord(read, kind as RecordKind, value, at, importing)
  else if (name === null) read.faults.push({ at, message: unknownColumns(fields) })
  else {
    const message = `"${name}": expected one of ${Object.keys(kinds).join(', ')}`
    read.faults.push({ at, message })
  }
}

function addBill(read: Read, value: unknown, at: string): void {
  const { records, faults } = readDocument({
    name: at,
    bytes: new TextEncoder().encode(JSON.stringify(value)),
  })
  read.records.bills.push(...records.bills)
  read.faults.push(...faults)
}

function addBillRows(read: Read, rows: BillRow[], importing: Importing): void {
  const { bills, faults } = billsOfRows(rows, importing.currency)
  read.records.bills.push(...bills)
  read.faults.push(...faults)
}

function addRecord(
  read: Read,
  kind: RecordKind,
  value: unknown,
  at: string,
  importing: Importing,
): void {
  const parsed = recordSchemas(importing)[kind].safeParse(value)
  if (parsed.success) (read.records[kind] as object[]).push({ at, record: parsed.data })
  else for (const message of describeIssues(parsed.error, value)) read.faults.push({ at, message })
}

function kindOf(names: string[]): RecordKind | 'bills' | undefined {
  const all = Object.keys(kinds) as (RecordKind | 'bills')[]
  return all.find((kind) => {
    const { needed, optional } = kinds[kind]
    const known = names.every((name) => needed.includes(name) || optional.includes(name))
    return known && needed.every((name) => names.includes(name))
  })
}

function unknownColumns(names: string[]): string {
  const choices = Object.entries(kinds).map(([kind, { needed, optional }]) => {
    const more = optional.length > 0 ? ` [${optional.join(', ')}]` : ''
    return `${kind}: ${needed.join(', ')}${more}`
  })
  return `fields "${names.join(', ')}": expected those of one kind (${choices.join('; ')})`
}

function oneFault(at: string, message: string): Read {
  return { records: noRecords(), faults: [{ at, message }] }
}

function decode(bytes: Uint8Array): string | null {
  // A PDF is no text, and `readBill` says so better.
  if (bytes[0] === 0x25 && bytes[1] === 0x50) return '%PDF-'
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
