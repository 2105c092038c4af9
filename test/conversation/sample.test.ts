import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { sampleBill, sampleFolder } from '../billing/bill-files.ts'
import { owedCents } from '../../src/conversation/bill.ts'
import { sampleSchema } from '../../src/conversation/sample.ts'

const text = readFileSync(join(sampleFolder, 'accounts.yaml'), 'utf8')
const { accounts } = sampleSchema.parse(parse(text))

describe('the sample accounts', () => {
  it('owe what their bills ask for, less what was paid', () => {
    const due = accounts.map(({ reference, bills, payments }) => {
      const asked = bills.map((file) => owedCents(sampleBill(file.replace('bills/', ''))))
      const paid = payments.map(({ cents }) => -cents)
      return [reference, [...asked, ...paid].reduce((sum, cents) => sum + cents, 0)]
    })
    expect(Object.fromEntries(due)).toEqual({
      'HEL-7KQ2M9': 15282,
      'HEL-4TR8WC': 8761,
      'HEL-2MX6PD': 13240,
      'HEL-9BV3JK': 26368,
      'HEL-5NF7TZ': 12527,
      'HEL-8WQ4HS': 8740,
    })
  })

  it('have bills of their own, the newest first', () => {
    for (const { reference, bills } of accounts) {
      const read = bills.map((file) => sampleBill(file.replace('bills/', '')))
      for (const bill of read) expect([reference, undefined]).toContain(bill.reference)
      const issued = read.map((bill) => bill.issued)
      expect(issued).toEqual(issued.toSorted().reverse())
    }
  })

  it('share no phone, code or reference, and no phone anybody could own', () => {
    for (const key of ['phone', 'reference', 'email'] as const)
      expect(new Set(accounts.map((account) => account[key])).size).toBe(accounts.length)
    expect(new Set(accounts.map(({ verification }) => verification.code)).size).toBe(
      accounts.length,
    )
    for (const { phone } of accounts) expect(phone).toMatch(/^\+336399800\d\d$/)
  })
})
