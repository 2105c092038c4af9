import { importJson } from './import-json.ts'
import { importUbl } from './import-ubl.ts'
import { parseXml } from './xml.ts'
import { quote, refuse } from './refuse.ts'
import { spaces } from './ubl.ts'
import type { Bill } from '../conversation/bill.ts'

const mostBytes = 4_000_000
const crossIndustry = 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100'

/**
 * Reads a bill from the bytes of a file: our JSON, or UBL 2.1; the content decides, not the name.
 * Every figure is worked again. Throws `bill_invalid` that says what is wrong and where in `name`.
 */
export function readBill(bytes: Uint8Array, name: string): Bill {
  if (bytes.length > mostBytes) {
    throw refuse(name, `${bytes.length} bytes, at most ${mostBytes} are read`)
  }
  if (startsWith(bytes, '%PDF-')) {
    throw refuse(name, 'a PDF; bills inside a PDF (Factur-X) are not read yet, send its XML in UBL')
  }
  const text = decode(bytes, name)
  const [first] = text.trimStart()
  if (first === '{') return importJson(text, name)
  if (first === '<') return importXml(text, name)
  throw refuse(`${name}:1:1`, `neither JSON nor XML: it starts with ${quote(text.slice(0, 20))}`)
}

function importXml(text: string, name: string): Bill {
  const root = parseXml(text, name)
  if (root.space === spaces.invoice && root.name === 'Invoice') return importUbl(root, name)
  if (root.space === spaces.creditNote && root.name === 'CreditNote') return importUbl(root, name)
  if (root.space === crossIndustry) {
    throw refuse(root.at, 'a Cross Industry Invoice (CII); it is not read yet, send it in UBL')
  }
  const found = `${root.name} of namespace ${quote(root.space)}`
  throw refuse(root.at, `${found}, expected a UBL 2.1 Invoice or CreditNote`)
}

function decode(bytes: Uint8Array, name: string): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const encoding = /^<\?xml[^>]*\sencoding\s*=\s*["']([^"']+)["']/.exec(text)?.[1]
    if (encoding && !/^(utf-8|us-ascii)$/i.test(encoding)) {
      throw refuse(`${name}:1:1`, `its encoding is ${quote(encoding)}, expected UTF-8`)
    }
    return text
  } catch (error) {
    if (error instanceof TypeError) throw refuse(name, 'its bytes are not UTF-8 text')
    throw error
  }
}

function startsWith(bytes: Uint8Array, ascii: string): boolean {
  return [...ascii].every((letter, index) => bytes[index] === letter.charCodeAt(0))
}
