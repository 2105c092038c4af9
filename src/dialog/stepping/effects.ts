import type { Effect } from '../../conversation/decision.ts'
import type { Facts } from '../../conversation/facts.ts'
import type { Run } from './run.ts'

/** Records an effect and lets the rest of the turn see the world as it leaves it. */
export function cause(run: Run, effect: Effect): void {
  run.effects.push(effect)
  run.facts = factsAfter(run.facts, effect, run.input.now)
  run.scope = null
}

function factsAfter(facts: Facts, effect: Effect, now: Temporal.ZonedDateTime): Facts {
  switch (effect.kind) {
    case 'proof':
      return { ...facts, proof: effect.proof, challenge: null }
    case 'proof_revoked':
      return { ...facts, proof: null }
    case 'challenge': {
      const { hash, salt, expiresAt, attempts } = effect
      const sentAt = now.toInstant().toString()
      return { ...facts, challenge: { hash, salt, sentAt, expiresAt, attemptsLeft: attempts } }
    }
    case 'code_missed':
      return missed(facts, effect.lockedUntil)
    case 'handoff': {
      const { reason, promisedBy } = effect.handoff
      return { ...facts, openHandoff: { reason, promisedBy } }
    }
    case 'opt_out':
      return { ...facts, optedOut: true }
    case 'opt_in':
      return { ...facts, optedOut: false }
    case 'unlinked':
      return { ...facts, candidate: null, proof: null, challenge: null }
    case 'commitment':
      return committed(facts, effect)
    case 'withdrawal':
      return withStates(facts, [effect.reference], 'withdrawn')
    default:
      return facts
  }
}

function missed(facts: Facts, lockedUntil: string | null): Facts {
  const { challenge, guard } = facts
  return {
    ...facts,
    challenge: challenge && { ...challenge, attemptsLeft: challenge.attemptsLeft - 1 },
    guard: { ...guard, failures: guard.failures + 1, lockedUntil },
  }
}

function committed(facts: Facts, effect: Effect & { kind: 'commitment' }): Facts {
  const { candidate } = withStates(facts, effect.replaces, 'replaced')
  if (!candidate) return facts
  const { account } = candidate
  const commitments = [...account.commitments, effect.commitment]
  return { ...facts, candidate: { ...candidate, account: { ...account, commitments } } }
}

function withStates(facts: Facts, references: string[], state: 'withdrawn' | 'replaced'): Facts {
  const { candidate } = facts
  if (!candidate) return facts
  const commitments = candidate.account.commitments.map((one) =>
    references.includes(one.reference) ? { ...one, state } : one,
  )
  return { ...facts, candidate: { ...candidate, account: { ...candidate.account, commitments } } }
}
