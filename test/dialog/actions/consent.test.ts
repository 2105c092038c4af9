import { describe, expect, it } from 'vitest'
import { optIn, optOut, revoke, unlink } from '../../../src/dialog/actions/consent.ts'
import { effectOf, factsOf, inputOf, understandingOf } from './facts.ts'

describe('messages refused and wanted', () => {
  it('keep the words of who says stop, and of who comes back', () => {
    const stop = optOut.run(inputOf({ understanding: understandingOf('STOP svp') }))
    expect(stop.effects).toEqual([{ kind: 'opt_out', words: 'STOP svp' }])
    const start = optIn.run(inputOf({ understanding: understandingOf('START') }))
    expect(start.effects).toEqual([{ kind: 'opt_in', words: 'START' }])
  })
})

describe('a wrong number', () => {
  const words = 'no hes my ex stop texting this number'

  it('is let go of, goes quiet and is mended within working days', () => {
    const facts = factsOf({ proof: null })
    const result = unlink.run(inputOf({ facts, understanding: understandingOf(words) }))
    expect(result.effects?.map((effect) => effect.kind)).toEqual(['unlinked', 'opt_out', 'task'])
    expect(effectOf(result.effects, 'task')).toMatchObject({
      task: 'contact_repair',
      reference: 'T-7KQ2M',
      due: '2026-11-26',
      words,
    })
    expect(result.drew).toBe(1)
  })

  it('loses its proof at the same time', () => {
    const { effects } = unlink.run(inputOf({ understanding: understandingOf(words) }))
    expect(effects?.[0]).toEqual({ kind: 'proof_revoked' })
  })
})

describe('another speaker', () => {
  it('closes what was opened, and does nothing where nothing was', () => {
    const proof = { customer: 'c-1', account: 'LU-1001', until: '2026-11-21T09:30:00Z' }
    const opened = revoke.run(inputOf({ facts: factsOf({ proof }) }))
    expect(opened.effects).toEqual([{ kind: 'proof_revoked' }])
    expect(revoke.run(inputOf({ facts: factsOf({ proof: null }) })).effects).toEqual([])
  })
})
