import { describe, expect, it } from 'vitest'
import { openTask } from '../../../src/dialog/actions/task.ts'
import { effectOf, inputOf, understandingOf } from './facts.ts'

const opened = (task: string) => openTask.run(inputOf({ args: { task } }))

describe('opening a task', () => {
  it('tells a reference and a day, and keeps the words and what was gathered', () => {
    const slots = { amount: 8740, date: '2026-11-03', method: 'card' }
    const understanding = understandingOf('carte. 87,40')
    const result = openTask.run(inputOf({ args: { task: 'payment_search' }, slots, understanding }))
    expect(result).toMatchObject({
      outcome: 'ok',
      vars: { reference: 'R-7KQ2M', task_due: '2026-11-26' },
      drew: 1,
    })
    expect(effectOf(result.effects, 'task')).toEqual({
      kind: 'task',
      task: 'payment_search',
      reference: 'R-7KQ2M',
      due: '2026-11-26',
      words: 'carte. 87,40',
      details: slots,
    })
  })

  it('is known by its letter', () => {
    const letter = (task: string) => String(opened(task).vars?.['reference']).slice(0, 2)
    expect(['payment_search', 'dispute', 'complaint', 'erasure'].map(letter)).toEqual([
      'R-',
      'L-',
      'T-',
      'T-',
    ])
  })

  it('is due in working days, or when the law says', () => {
    const due = (task: string) => opened(task).vars?.['task_due']
    expect(due('estate')).toBe('2026-11-23')
    expect(due('dispute')).toBe('2026-11-26')
    expect(due('complaint')).toBe('2026-12-04')
    expect(due('erasure')).toBe('2026-12-21')
  })

  it('is one of the known kinds', () => {
    expect(() => opened('tea')).toThrow('Unknown task "tea"')
  })
})
