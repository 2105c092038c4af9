import { describe, expect, it } from 'vitest'
import { explainLine } from '../../../src/dialog/actions/explain-line.ts'
import type { ActionInput } from '../../../src/dialog/action.ts'
import { explaining } from './explain-input.ts'

const run = (change: Partial<ActionInput>) => {
  const { outcome, says } = explainLine.run(explaining(change))
  return [outcome, ...(says ?? []).map(({ text }) => text)]
}

describe('explain_line', () => {
  it('says a step again', () => {
    expect(run({ args: { line: 'again' }, vars: { explain_at: 2 } })).toEqual([
      'found',
      'fixed',
      'power',
    ])
  })

  it('says the part of a change closer, from the slot', () => {
    expect(run({ slots: { part: 'volume' } })).toEqual(['found', 'both', 'used', 'reading_real'])
    expect(run({ slots: { part: 'days' } })).toEqual(['found', 'both', 'fixed', 'power'])
    expect(run({ slots: { part: 'taxes' } })).toEqual([
      'found',
      'both',
      'taxes',
      'tax_accise',
      'tax_cta',
      'tax_vat',
    ])
  })

  it('says one tax alone', () => {
    expect(run({ args: { line: 'cta' } })).toEqual(['found', 'tax_cta'])
    expect(run({ args: { line: 'vat' } })).toEqual(['found', 'tax_vat'])
  })

  it('does not make up what the bill does not hold', () => {
    expect(run({ slots: { part: 'options' } })).toEqual(['unknown'])
    expect(run({})).toEqual(['unknown'])
  })
})
