import { describe, expect, it } from 'vitest'
import { explainStart } from '../../../src/dialog/actions/explain-start.ts'
import { factsOf } from './facts.ts'
import { explaining, frame } from './explain-input.ts'

describe('explain_start', () => {
  it('says the total and the boxes, and that there is more', () => {
    const { outcome, vars, says } = explainStart.run(explaining())
    expect(outcome).toBe('more')
    expect(vars).toEqual({ explain_at: 1, alone: true })
    expect(says?.map(({ flow, text }) => `${flow}.${text}`)).toEqual([
      'explain-bill.total',
      'explain-bill.period',
      'explain-bill.due_past',
      'explain-bill.box_fixed',
      'explain-bill.box_used',
      'explain-bill.box_taxes',
    ])
  })

  it('says nothing of a bill before the proof', () => {
    const facts = factsOf({ proof: null })
    const { outcome, says } = explainStart.run(explaining({ facts }))
    expect(outcome).toBe('no_bill')
    expect(says).toBeUndefined()
  })

  it('says that there is no bill', () => {
    expect(explainStart.run(explaining({}, { bills: [] })).outcome).toBe('no_bill')
  })

  it('knows whether a question waits below', () => {
    const run = (below: string) => {
      const { state } = explaining()
      const stack = [frame(below), frame('explain-bill')]
      return explainStart.run(explaining({ state: { ...state, stack } })).vars?.['alone']
    }
    expect([run('promise-to-pay'), run('cause'), run('menu')]).toEqual([false, false, true])
  })
})
