/** One record of a CSV file: its cells and the line it starts on. */
export interface CsvRecord {
  line: number
  cells: string[]
}

export type CsvResult = { records: CsvRecord[] } | { line: number; message: string }

/**
 * Reads CSV after RFC 4180: quoted cells may hold separators, line ends and doubled quotes. A byte
 * order mark is skipped, empty lines too; the separator is whichever of `,` and `;` stands more often
 * in the first line outside quotes.
 */
export function readCsv(text: string): CsvResult {
  const source = text.replace(/^\uFEFF/, '')
  const separator = separatorOf(source)
  const records: CsvRecord[] = []
  let at = 0
  let line = 1
  while (at < source.length) {
    const record: CsvRecord = { line, cells: [] }
    for (;;) {
      const cell = readCell(source, at, separator)
      if ('message' in cell) return { line, message: cell.message }
      record.cells.push(cell.text)
      line += countLines(source, at, cell.end)
      at = cell.end
      if (source[at] !== separator) break
      at += 1
    }
    at += source.startsWith('\r\n', at) ? 2 : 1
    line += 1
    if (record.cells.length > 1 || record.cells[0] !== '') records.push(record)
  }
  return { records }
}

type Cell = { text: string; end: number } | { message: string }

function readCell(source: string, from: number, separator: string): Cell {
  if (source[from] === '"') return readQuoted(source, from, separator)
  let end = from
  while (end < source.length && source[end] !== separator && !isLineEnd(source[end])) end += 1
  const text = source.slice(from, end)
  if (text.includes('"')) return { message: `the cell ${text} holds a quote but is not quoted` }
  return { text: text.trim(), end }
}

function readQuoted(source: string, from: number, separator: string): Cell {
  let text = ''
  for (let at = from + 1; ; at += 1) {
    const quote = source.indexOf('"', at)
    if (quote < 0) return { message: 'a quoted cell is never closed' }
    text += source.slice(at, quote)
    at = quote + 1
    if (source[at] === '"') {
      text += '"'
      continue
    }
    const next = source[at]
    if (next === undefined || next === separator || isLineEnd(next)) return { text, end: at }
    return { message: `after the quoted cell "${text}" stands ${next}, expected ${separator}` }
  }
}

function separatorOf(source: string): ',' | ';' {
  const [first = ''] = source.replace(/"[^"]*"/g, '').split(/\r?\n/, 1)
  return first.split(';').length > first.split(',').length ? ';' : ','
}

function isLineEnd(character: string | undefined): boolean {
  return character === '\n' || character === '\r'
}

function countLines(source: string, from: number, to: number): number {
  return source.slice(from, to).split(/\r\n|\n|\r/).length - 1
}
