import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCsv } from '../../src/store/import-csv.ts'

function cellsOf(text: string): string[][] {
  const read = readCsv(text)
  if ('message' in read) throw new Error(read.message)
  return read.records.map(({ cells }) => cells)
}

describe('CSV', () => {
  it('is read with commas or semicolons, whichever the first line uses', () => {
    expect(cellsOf('a,b\n1,"x;y"')).toEqual([
      ['a', 'b'],
      ['1', 'x;y'],
    ])
    expect(cellsOf('a;b\n1;2,5')).toEqual([
      ['a', 'b'],
      ['1', '2,5'],
    ])
  })

  it('may begin with a byte order mark and end its lines as any system does', () => {
    expect(cellsOf('\uFEFFa,b\r\n1,2\r\n')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
  })

  it('keeps separators, quotes and line ends inside quoted cells', () => {
    expect(cellsOf('a,b\n"x, ""y""\nz",2')).toEqual([
      ['a', 'b'],
      ['x, "y"\nz', '2'],
    ])
  })

  it('numbers records by the line they start on', () => {
    const read = readCsv('a\n"one\ntwo"\n\nthree')
    expect(read).toEqual({
      records: [
        { line: 1, cells: ['a'] },
        { line: 2, cells: ['one\ntwo'] },
        { line: 5, cells: ['three'] },
      ],
    })
  })

  it.each([
    ['a\n"open', 2, 'never closed'],
    ['a\nb"c', 2, 'not quoted'],
    ['a,b\n"x"y,1', 2, 'expected ,'],
  ])('names the line of a fault: %j', (text, line, message) => {
    expect(readCsv(text)).toEqual({ line, message: expect.stringContaining(message) })
  })

  it('gives back whatever cells were quoted', () => {
    const cell = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', ''))
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
        const text = ['"h1","h2"', ...rows.map((row) => row.map(quoted).join(','))].join('\r\n')
        expect(cellsOf(text).slice(1)).toEqual(rows)
      }),
    )
  })
})
