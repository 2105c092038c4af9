import type { Creditor } from '../conversation/creditor.ts'
import type { Facts } from '../conversation/facts.ts'
import type { Loaded } from '../conversation/store.ts'
import { createHash } from 'node:crypto'

/** What a turn may look at, from what was loaded; the same facts give the same hash. */
export interface KeptFacts {
  facts: Facts
  hash: string
  body: string
}

const kept = new WeakMap<object, KeptFacts>()

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

function factsOf(loaded: Loaded, creditor: Creditor): Facts {
  const { candidate, proof, challenge, guard, optedOut, owner, openHandoff, initiatives } = loaded
  return {
    creditor,
    channel: loaded.line.channel,
    candidate: candidate && { customer: candidate.customer, account: candidate.account },
    proof,
    challenge,
    guard,
    optedOut,
    owner,
    openHandoff,
    initiatives,
  }
}

/** Facts with their hash, worked out once as long as nothing they are made of changed. */
export function keepFacts(loaded: Loaded, creditor: Creditor): KeptFacts {
  const known = kept.get(loaded.factsOf ?? loaded)
  if (known) return known
  const facts = factsOf(loaded, creditor)
  const body = JSON.stringify(facts)
  const made = { facts, body, hash: sha256(body) }
  kept.set(loaded.factsOf ?? loaded, made)
  return made
}
