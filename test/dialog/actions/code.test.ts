import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Challenge, CodeGuard, Facts } from '../../../src/conversation/facts.ts'
import { checkCode, sendCode } from '../../../src/dialog/actions/code.ts'
import { account, creditor, customer, effectOf, factsOf, inputOf, now } from './facts.ts'

const unproven = (change: Partial<Facts> = {}) => factsOf({ proof: null, ...change })

/** The challenge the store would keep of what `send_code` caused. */
function sentFor(facts: Facts, salt = 'salt-1', code = '482913'): Challenge {
  const draw = { code, salt, references: [] }
  const { effects } = sendCode.run(inputOf({ facts, draw }))
  const effect = effectOf(effects, 'challenge')
  const { hash, expiresAt, attempts } = effect
  return { hash, salt, expiresAt, sentAt: now.toInstant().toString(), attemptsLeft: attempts }
}

function tried(code: string, facts: Facts, at = now) {
  return checkCode.run(inputOf({ slots: { code }, facts, now: at }))
}

describe('sending a code', () => {
  it('takes the phone on file first, and lasts as long as the policy says', () => {
    const { outcome, effects } = sendCode.run(inputOf({ facts: unproven() }))
    expect(outcome).toBe('sent')
    expect(effectOf(effects, 'challenge')).toMatchObject({
      to: { kind: 'phone', address: '+33639980001' },
      code: '482913',
      attempts: 3,
      expiresAt: '2026-11-21T09:05:00Z',
    })
  })

  it('takes the mail on file where there is no phone', () => {
    const [email] = customer.contacts
    const facts = unproven({
      candidate: { account, customer: { ...customer, contacts: [email!] } },
    })
    const effect = effectOf(sendCode.run(inputOf({ facts })).effects, 'challenge')
    expect(effect.to).toEqual(email)
  })

  it('keeps no code, only its keyed hash', () => {
    const effect = effectOf(sendCode.run(inputOf({ facts: unproven() })).effects, 'challenge')
    expect(effect.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(effect.hash).not.toBe(sentFor(unproven(), 'salt-2').hash)
  })

  it('answers the same whether there is a customer, a contact, or nobody', () => {
    const nobody = unproven({ candidate: null })
    const mute = unproven({ candidate: { account, customer: { ...customer, contacts: [] } } })
    const results = [unproven(), nobody, mute].map((facts) => sendCode.run(inputOf({ facts })))
    for (const { outcome, vars, effects } of results) {
      expect(outcome).toBe('sent')
      expect(vars).toEqual(results[0]?.vars)
      expect(effects).toHaveLength(1)
    }
    expect(effectOf(results[1]?.effects, 'challenge').to).toBeNull()
    expect(effectOf(results[2]?.effects, 'challenge').to).toBeNull()
  })

  it('stops after the sends an hour and a day allow', () => {
    const sent = (minutesAgo: number[]) =>
      minutesAgo.map((minutes) => now.subtract({ minutes }).toInstant().toString())
    const outcomeAfter = (minutesAgo: number[]) => {
      const guard = { sent: sent(minutesAgo), failures: 0, lockedUntil: null }
      return sendCode.run(inputOf({ facts: unproven({ guard }) })).outcome
    }
    expect(outcomeAfter([10, 20])).toBe('sent')
    expect(outcomeAfter([10, 20, 30])).toBe('limited')
    expect(outcomeAfter([61, 70, 80])).toBe('sent')
    expect(outcomeAfter([61, 120, 180, 240, 300, 360])).toBe('limited')
    expect(outcomeAfter([1441, 1442, 1443, 1444, 1445, 1446])).toBe('sent')
  })

  it('waits while the account is locked', () => {
    const guard = { sent: [], failures: 3, lockedUntil: '2026-11-21T09:10:00Z' }
    expect(sendCode.run(inputOf({ facts: unproven({ guard }) })).outcome).toBe('limited')
  })

  it('is impossible for a creditor with no number to send from', () => {
    const facts = unproven({ creditor: { ...creditor, sms: [] } })
    expect(sendCode.run(inputOf({ facts })).outcome).toBe('impossible')
  })
})

describe('checking a code', () => {
  const challenge = sentFor(unproven())

  it('proves the person on this account for the time of the policy', () => {
    const { outcome, effects } = tried('482913', unproven({ challenge }))
    expect(outcome).toBe('proven')
    expect(effectOf(effects, 'proof').proof).toEqual({
      customer: 'c-1',
      account: 'LU-1001',
      until: '2026-11-21T09:30:00Z',
    })
  })

  it('reads a code with spaces between its digits', () => {
    expect(tried('482 913', unproven({ challenge })).outcome).toBe('proven')
  })

  it('counts each miss and locks at the last try', () => {
    const first = tried('000000', unproven({ challenge }))
    expect(first).toMatchObject({ outcome: 'wrong', vars: { attempts_left: 2 } })
    expect(effectOf(first.effects, 'code_missed').lockedUntil).toBeNull()
    const last = tried('000000', unproven({ challenge: { ...challenge, attemptsLeft: 1 } }))
    expect(last).toMatchObject({ outcome: 'locked', vars: { attempts_left: 0 } })
    expect(effectOf(last.effects, 'code_missed').lockedUntil).toBe('2026-11-21T09:30:00Z')
  })

  it('locks after misses spread over several sessions', () => {
    const guard = { sent: [], failures: 2, lockedUntil: null }
    expect(tried('000000', unproven({ challenge, guard })).outcome).toBe('locked')
  })

  it('refuses the right code once the time is over, locked, or used up', () => {
    const late = now.add({ minutes: 5 })
    expect(tried('482913', unproven({ challenge }), late)).toMatchObject({ outcome: 'expired' })
    const guard = { sent: [], failures: 3, lockedUntil: '2026-11-21T09:10:00Z' }
    expect(tried('482913', unproven({ challenge, guard })).outcome).toBe('locked')
    const used = { ...challenge, attemptsLeft: 0 }
    expect(tried('482913', unproven({ challenge: used })).outcome).toBe('locked')
    expect(tried('482913', unproven({ challenge: null })).outcome).toBe('expired')
  })

  it('refuses the old code once a new one was sent', () => {
    const renewed = sentFor(unproven(), 'salt-2', '137204')
    expect(tried('482913', unproven({ challenge: renewed })).outcome).toBe('wrong')
    expect(tried('137204', unproven({ challenge: renewed })).outcome).toBe('proven')
  })

  it('refuses the code of another account', () => {
    const other = { customer: { ...customer, id: 'c-2' }, account }
    expect(tried('482913', unproven({ challenge, candidate: other })).outcome).toBe('wrong')
    const elsewhere = { customer, account: { ...account, reference: 'LU-2002' } }
    expect(tried('482913', unproven({ challenge, candidate: elsewhere })).outcome).toBe('wrong')
    expect(tried('482913', unproven({ challenge, candidate: null })).outcome).toBe('wrong')
  })

  it('proves nobody where no code could be sent, whatever is tried', () => {
    const nobody = unproven({ candidate: null })
    const mute = unproven({ candidate: { account, customer: { ...customer, contacts: [] } } })
    const digits = fc.integer({ min: 0, max: 999_999 }).map((n) => String(n).padStart(6, '0'))
    const words = fc.oneof(digits, fc.constantFrom('none', '', '482913'))
    fc.assert(
      fc.property(words, fc.constantFrom(nobody, mute), (code, facts) => {
        const known = sentFor(facts)
        const { outcome, effects } = tried(code, { ...facts, challenge: known })
        expect(outcome).toBe('wrong')
        expect(effects?.map((effect) => effect.kind)).toEqual(['code_missed'])
      }),
    )
  })

  it('misses the same way with and without a customer', () => {
    const nobody = unproven({ candidate: null })
    const missed = tried('000000', { ...nobody, challenge: sentFor(nobody) })
    expect(missed).toEqual(tried('000000', unproven({ challenge })))
  })
})

describe('somebody who tries codes in fifty sessions at once', () => {
  it('gets a handful of tries a day, however long they go on', () => {
    let guard: CodeGuard = { sent: [], failures: 0, lockedUntil: null }
    let compared = 0
    const sessions: (Challenge | null)[] = Array.from({ length: 50 }, () => null)
    for (let minute = 0; minute < 24 * 60; minute += 1) {
      const at = now.add({ minutes: minute })
      const instant = at.toInstant().toString()
      for (const [index, challenge] of sessions.entries()) {
        const facts = unproven({ guard, challenge })
        if (challenge === null) {
          const { outcome, effects } = sendCode.run(inputOf({ facts, now: at }))
          if (outcome !== 'sent') continue
          const { hash, salt, expiresAt, attempts } = effectOf(effects, 'challenge')
          sessions[index] = { hash, salt, expiresAt, sentAt: instant, attemptsLeft: attempts }
          guard = { ...guard, sent: [...guard.sent, instant] }
          continue
        }
        const { outcome, effects } = tried('000000', facts, at)
        const missed = effects?.find((effect) => effect.kind === 'code_missed')
        if (missed) {
          compared += 1
          const { lockedUntil } = missed
          guard = { ...guard, failures: guard.failures + 1, lockedUntil }
          challenge.attemptsLeft -= 1
        }
        if (outcome === 'expired' || challenge.attemptsLeft === 0) sessions[index] = null
      }
    }
    const { sendsPerDay, attempts } = creditor.policy.code
    expect(compared).toBeGreaterThan(0)
    expect(compared).toBeLessThanOrEqual(sendsPerDay * attempts)
  })
})
