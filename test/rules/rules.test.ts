import { describe, expect, it } from 'vitest'
import { policySchema } from '../../src/conversation/creditor.ts'
import type { Policy } from '../../src/conversation/creditor.ts'
import { rules } from '../../src/rules/rules.ts'
import type { Rule } from '../../src/rules/rules.ts'
import { policy } from '../commitments/policy.ts'

describe('the rules', () => {
  it('each say where they come from and since when', () => {
    for (const rule of Object.values<Rule>(rules)) {
      expect(rule.text).toMatch(/\.$/)
      expect(rule.source.length).toBeGreaterThan(5)
      expect(Temporal.PlainDate.from(rule.since).toString()).toBe(rule.since)
    }
  })

  it('bound every creditor: a policy may be stricter, never looser', () => {
    const { mostMinutes, mostAttempts, mostPerHour, mostPerDay } = rules['AM-CODE'].parameters
    const code = (change: Partial<Policy['code']>) =>
      policySchema.safeParse({ ...policy, code: { ...policy.code, ...change } }).success
    const limits = { minutes: mostMinutes, attempts: mostAttempts }
    expect(code({ ...limits, sendsPerHour: mostPerHour, sendsPerDay: mostPerDay })).toBe(true)
    expect(code({ minutes: mostMinutes + 1 })).toBe(false)
    expect(code({ attempts: mostAttempts + 1 })).toBe(false)
    expect(code({ sendsPerHour: mostPerHour + 1 })).toBe(false)
    expect(code({ sendsPerDay: mostPerDay + 1 })).toBe(false)
    const minutes = rules['AM-PROOF'].parameters.mostMinutes
    expect(policySchema.safeParse({ ...policy, proof: { minutes } }).success).toBe(true)
    const looser = { ...policy, proof: { minutes: minutes + 1 } }
    expect(policySchema.safeParse(looser).success).toBe(false)
  })
})
