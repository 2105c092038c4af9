import { describe, expect, it } from 'vitest'
import { newDialogState } from '../../../src/conversation/state.ts'
import type { Grade, Signal } from '../../../src/conversation/signal.ts'
import { careAlert, requestPerson } from '../../../src/dialog/actions/person.ts'
import { creditor, effectOf, factsOf, inputOf, now, understandingOf } from './facts.ts'

const graded = (grade: Grade) => ({ ...newDialogState('fr'), grade })
const monday = Temporal.ZonedDateTime.from('2026-11-23T10:02[Europe/Paris]')

describe('asking for a person', () => {
  it('hands over why, the last words and the time told', () => {
    const understanding = understandingOf('je veux parler à quelqu’un')
    const input = inputOf({ understanding, args: { reason: 'asked' }, now: monday })
    const { outcome, vars, effects } = requestPerson.run(input)
    expect(outcome).toBe('ok')
    expect(vars).toEqual({ person_by: '2026-11-23T09:15:00Z' })
    expect(effectOf(effects, 'handoff').handoff).toEqual({
      reason: 'asked',
      words: 'je veux parler à quelqu’un',
      priority: 'normal',
      promisedBy: '2026-11-23T09:15:00Z',
    })
  })

  it('promises the next opening on a Saturday, by the clock of the creditor', () => {
    const elsewhere = now.withTimeZone('America/New_York')
    const { vars } = requestPerson.run(inputOf({ now: elsewhere }))
    expect(vars).toEqual({ person_by: '2026-11-23T10:00:00Z' })
  })

  it('comes sooner for a fragile person, a bereavement or a complaint', () => {
    const priority = (grade: Grade, reason: string) =>
      effectOf(
        requestPerson.run(inputOf({ state: graded(grade), args: { reason } })).effects,
        'handoff',
      ).handoff.priority
    expect(priority(0, 'asked')).toBe('normal')
    expect(priority(2, 'asked')).toBe('normal')
    expect(priority(3, 'asked')).toBe('soon')
    expect(priority(0, 'deceased')).toBe('soon')
    expect(priority(4, 'asked')).toBe('now')
  })

  it('keeps the time already told while somebody is on the way', () => {
    const openHandoff = { reason: 'asked', promisedBy: '2026-11-23T10:00:00Z' }
    const { vars, effects } = requestPerson.run(inputOf({ facts: factsOf({ openHandoff }) }))
    expect(effects).toEqual([])
    expect(vars).toEqual({ person_by: '2026-11-23T10:00:00Z' })
  })

  it('asks again when the time told has passed, or when it became urgent', () => {
    const late = { reason: 'asked', promisedBy: '2026-11-21T08:00:00Z' }
    const again = requestPerson.run(inputOf({ facts: factsOf({ openHandoff: late }) }))
    expect(again.effects).toHaveLength(1)
    const open = { reason: 'asked', promisedBy: '2026-11-23T10:00:00Z' }
    const facts = factsOf({ openHandoff: open })
    const urgent = requestPerson.run(
      inputOf({ facts, state: graded(4), args: { reason: 'danger' } }),
    )
    expect(effectOf(urgent.effects, 'handoff').handoff.priority).toBe('now')
  })
})

describe('a care alert', () => {
  const signals: Signal[] = [{ kind: 'suicide_selfharm', grade: 4, text: 'à quoi bon' }]

  it('raises the grade with its signals and calls who is on call within minutes', () => {
    const state = { ...graded(4), signals }
    const { effects, state: next } = careAlert.run(inputOf({ state }))
    expect(next).toEqual({ grade: 4 })
    expect(effectOf(effects, 'grade')).toEqual({ kind: 'grade', grade: 4, signals })
    expect(effectOf(effects, 'handoff').handoff).toMatchObject({
      reason: 'danger',
      priority: 'now',
      promisedBy: '2026-11-21T09:05:00Z',
    })
  })

  it('takes the grade of the words when that is higher, and never lowers it', () => {
    const rising = understandingOf('…', { grade: 3 })
    const risen = careAlert.run(inputOf({ state: graded(1), understanding: rising }))
    expect(risen.state).toEqual({ grade: 3 })
    const calm = understandingOf('merci', { grade: 0 })
    expect(careAlert.run(inputOf({ state: graded(4), understanding: calm })).state).toEqual({
      grade: 4,
    })
  })

  it('is not given twice while the first stands', () => {
    const openHandoff = { reason: 'danger', promisedBy: '2026-11-21T09:05:00Z' }
    const input = inputOf({ facts: factsOf({ openHandoff }), state: graded(4) })
    expect(careAlert.run(input).effects?.map((effect) => effect.kind)).toEqual(['grade'])
  })

  it('promises who is there first where nobody is on call', () => {
    const facts = factsOf({ creditor: { ...creditor, onCall: [] } })
    const { vars } = careAlert.run(inputOf({ facts, state: graded(4) }))
    expect(vars).toEqual({ person_by: '2026-11-23T10:00:00Z' })
  })
})
