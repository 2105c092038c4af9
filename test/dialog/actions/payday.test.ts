import { describe, expect, it } from 'vitest'
import type { Value } from '../../../src/conversation/state.ts'
import type { DateFound } from '../../../src/conversation/understanding.ts'
import { rememberPayday } from '../../../src/dialog/actions/payday.ts'
import { inputOf, understandingOf } from './facts.ts'

const remembered = (payday: Value, dates: DateFound[] = []) =>
  rememberPayday.run(inputOf({ slots: { payday }, understanding: understandingOf('', { dates }) }))

const open: DateFound = { from: '2026-12-10', to: null, text: 'apres le 10' }
const single: DateFound = { from: '2026-12-09', to: '2026-12-09', text: 'le 9' }

describe('the pay day', () => {
  it('is the day of the month of a date, or the figure itself', () => {
    expect(remembered('2026-12-09').state).toEqual({ payday: 9 })
    expect(remembered(31).state).toEqual({ payday: 31 })
  })

  it('is the single day of "after the 10th, I am paid on the 9th"', () => {
    expect(remembered('2026-12-10', [open, single]).state).toEqual({ payday: 9 })
  })

  it('is the open day when nothing else was said', () => {
    expect(remembered('2026-12-10', [open]).state).toEqual({ payday: 10 })
  })

  it('is the day of the slot when both are single days', () => {
    expect(remembered('2026-12-09', [single, { ...single, from: '2026-12-01' }]).state).toEqual({
      payday: 9,
    })
  })

  it('is not a day no month has', () => {
    for (const value of [0, 32, null]) expect(remembered(value)).toEqual({ outcome: 'unfit' })
  })
})
