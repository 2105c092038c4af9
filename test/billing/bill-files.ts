import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readBill } from '../../src/billing/read-bill.ts'
import type { Bill } from '../../src/conversation/bill.ts'

const root = join(import.meta.dirname, '../..')
export const sampleFolder = join(root, 'flows/creditors/helia/sample')

/** Text of a sample bill of Hélia. */
export function sampleText(name: string): string {
  return readFileSync(join(sampleFolder, 'bills', name), 'utf8')
}

export function sampleBill(name: string): Bill {
  return readText(sampleText(name), name)
}

export function fixtureText(name: string): string {
  return readFileSync(join(root, 'test/fixtures/bills', name), 'utf8')
}

export function readText(text: string, name = 'bill.xml'): Bill {
  return readBill(new TextEncoder().encode(text), name)
}

/** Sample bills by what they show. */
export const samples = {
  higher: 'HEL-2026-10-0417.xml',
  before: 'HEL-2026-08-0392.xml',
  estimated: 'HEL-2026-10-0533.xml',
  catchUp: 'HEL-2026-11-0088.xml',
  json: 'HEL-2026-10-0815.json',
} as const
