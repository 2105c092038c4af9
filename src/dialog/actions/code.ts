import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Effect } from '../../conversation/decision.ts'
import type { Contact } from '../../conversation/customer.ts'
import type { Challenge, Facts } from '../../conversation/facts.ts'
import type { ActionDefinition, ActionInput, ActionResult } from '../action.ts'

/**
 * Sends a one-time code to the contact on file. Whether there is a candidate, a contact or nobody, the
 * outcome, the variables and the work done are the same; without one the code can never match.
 */
export const sendCode: ActionDefinition = {
  name: 'send_code',
  outcomes: ['sent', 'limited', 'impossible'],
  vars: { code_sent_to: 'text' },
  run(input) {
    const { facts, now } = input
    if (facts.creditor.sms.length === 0) return { outcome: 'impossible' }
    if (isLocked(facts, now) || tooManySends(facts, now)) return { outcome: 'limited' }
    return {
      outcome: 'sent',
      vars: { code_sent_to: 'contact_on_file' },
      effects: [challengeOf(input)],
    }
  },
}

/** Compares the code given with the one on its way; proves the person, or counts the miss. */
export const checkCode: ActionDefinition = {
  name: 'check_code',
  outcomes: ['proven', 'wrong', 'expired', 'locked'],
  vars: { attempts_left: 'count' },
  reads: ['code'],
  run(input) {
    const { facts, now, slots } = input
    const { challenge } = facts
    if (isLocked(facts, now)) return ended('locked')
    if (!challenge || !isAhead(challenge.expiresAt, now)) return ended('expired')
    if (challenge.attemptsLeft <= 0) return ended('locked')
    const given = String(slots['code'] ?? '').replace(/\D/g, '')
    const right = matches(challenge, given, facts)
    return right && facts.candidate ? proven(facts, now) : missed(challenge, facts, now)
  },
}

/** A code belongs to the account it was sent for: it proves nothing of another one. */
function hashOf(salt: string, code: string, facts: Facts): string {
  const { candidate } = facts
  const whose = candidate ? [candidate.customer.id, candidate.account.reference] : ['', '']
  return createHmac('sha256', salt)
    .update(JSON.stringify([code, ...whose]))
    .digest('hex')
}

function matches(challenge: Challenge, code: string, facts: Facts): boolean {
  const given = Buffer.from(hashOf(challenge.salt, code, facts), 'hex')
  const kept = Buffer.from(challenge.hash, 'hex')
  return given.length === kept.length && timingSafeEqual(given, kept)
}

/** A new challenge replaces the one before. Without a contact its hash is of no code at all. */
function challengeOf({ facts, draw, now }: ActionInput): Effect {
  const { code } = facts.creditor.policy
  const to = contactOf(facts.candidate?.customer.contacts ?? [])
  return {
    kind: 'challenge',
    hash: hashOf(draw.salt, to ? draw.code : 'none', facts),
    salt: draw.salt,
    expiresAt: now.add({ minutes: code.minutes }).toInstant().toString(),
    attempts: code.attempts,
    code: draw.code,
    to,
  }
}

/** The phone first: SMS is the way out a code can take; else the mail on file. */
function contactOf(contacts: Contact[]): Contact | null {
  const phone = contacts.find((contact) => contact.kind === 'phone')
  return phone ?? contacts.find((contact) => contact.kind === 'email') ?? null
}

function tooManySends({ creditor, guard }: Facts, now: Temporal.ZonedDateTime): boolean {
  const { sendsPerHour, sendsPerDay } = creditor.policy.code
  const since = (hours: number) => {
    const start = now.subtract({ hours }).toInstant()
    return guard.sent.filter((at) => Temporal.Instant.compare(at, start) > 0).length
  }
  return since(1) >= sendsPerHour || since(24) >= sendsPerDay
}

function isLocked({ guard }: Facts, now: Temporal.ZonedDateTime): boolean {
  return guard.lockedUntil !== null && isAhead(guard.lockedUntil, now)
}

function proven(facts: Facts, now: Temporal.ZonedDateTime): ActionResult {
  if (!facts.candidate) return ended('wrong')
  const { customer, account } = facts.candidate
  const until = now.add({ minutes: facts.creditor.policy.proof.minutes }).toInstant().toString()
  const proof = { customer: customer.id, account: account.reference, until }
  return { outcome: 'proven', vars: { attempts_left: 0 }, effects: [{ kind: 'proof', proof }] }
}

/**
 * One try less. The last try of a code locks, and so does every round of misses over several sessions
 * (`guard.failures` counts them on all lines of the account): trying codes in parallel gains nothing.
 */
function missed(challenge: Challenge, facts: Facts, now: Temporal.ZonedDateTime): ActionResult {
  const { attempts, lockMinutes } = facts.creditor.policy.code
  const left = challenge.attemptsLeft - 1
  const locks = left <= 0 || (facts.guard.failures + 1) % attempts === 0
  const lockedUntil = locks ? now.add({ minutes: lockMinutes }).toInstant().toString() : null
  return {
    outcome: locks ? 'locked' : 'wrong',
    vars: { attempts_left: locks ? 0 : left },
    effects: [{ kind: 'code_missed', lockedUntil }],
  }
}

function ended(outcome: 'expired' | 'locked' | 'wrong'): ActionResult {
  return { outcome, vars: { attempts_left: 0 } }
}

function isAhead(at: string, now: Temporal.ZonedDateTime): boolean {
  return Temporal.Instant.compare(at, now.toInstant()) > 0
}
