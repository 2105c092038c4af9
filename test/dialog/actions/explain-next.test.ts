import { describe, expect, it } from 'vitest'
import { explainNext } from '../../../src/dialog/actions/explain-next.ts'
import { explaining } from './explain-input.ts'

const after = (explain_at: number) => explainNext.run(explaining({ vars: { explain_at } }))

describe('explain_next', () => {
  it('walks one step a turn to the end', () => {
    const walk = [1, 2, 3, 4].map((at) => {
      const { outcome, vars, says } = after(at)
      return [outcome, vars?.['explain_at'], says?.[0]?.text]
    })
    expect(walk).toEqual([
      ['more', 2, 'fixed'],
      ['more', 3, 'used'],
      ['more', 4, 'taxes'],
      ['done', 5, 'left'],
    ])
  })

  it('is done, with nothing to say, when nothing is left', () => {
    expect(after(5)).toEqual({ outcome: 'done', vars: { explain_at: 5 }, says: [] })
  })
})
