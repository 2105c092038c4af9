import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fixtureText, readText, sampleFolder, sampleText, samples } from './bill-files.ts'
import { readBill } from '../../src/billing/read-bill.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('a bill', () => {
  test.each(readdirSync(join(sampleFolder, 'bills')))(
    '%s is the same after a way through JSON',
    (name) => {
      const bill = readText(sampleText(name), name)
      expect(readText(JSON.stringify(bill), 'again.json')).toEqual(bill)
    },
  )

  test('is recognised by its content, not its name', () => {
    expect(readText(sampleText(samples.higher), 'bill.json').number).toBe('HEL-2026-10-0417')
    expect(readText(`\ufeff\n${sampleText(samples.json)}`, 'bill.xml').number).toBe(
      'HEL-2026-10-0815',
    )
  })
})

describe('what is no bill we read is refused, saying so', () => {
  test.each([
    ['%PDF-1.7 ...', 'x: a PDF; bills inside a PDF (Factur-X) are not read yet'],
    [fixtureText('cii.xml'), 'x:2:1: a Cross Industry Invoice (CII); it is not read yet'],
    ['<html/>', 'x:1:1: html of namespace "", expected a UBL 2.1 Invoice or CreditNote'],
    ['<Invoice xmlns="urn:other"/>', 'Invoice of namespace "urn:other", expected a UBL 2.1'],
    ['Bonjour', 'x:1:1: neither JSON nor XML: it starts with "Bonjour"'],
    ['', 'x:1:1: neither JSON nor XML: it starts with ""'],
    ['{"a": 1,\n  oops}', /^x:2:3: not JSON/],
    ['{"number": "1"}', /^x: seller: /],
    [
      '<?xml version="1.0" encoding="ISO-8859-1"?><a/>',
      'its encoding is "ISO-8859-1", expected UTF-8',
    ],
  ])('%j', (text, message) => {
    expect(() => readText(text, 'x')).toThrow(message)
  })

  test('bytes that are not UTF-8', () => {
    expect(() => readBill(Uint8Array.of(0x7b, 0xe9, 0x7d), 'x')).toThrow(
      'x: its bytes are not UTF-8',
    )
  })

  test('more bytes than any bill has', () => {
    expect(() => readBill(bytes(' '.repeat(4_000_001)), 'x')).toThrow('at most 4000000 are read')
  })

  test('with the code of the registry', () => {
    expect(() => readText('', 'x')).toThrow(expect.objectContaining({ code: 'bill_invalid' }))
  })
})
