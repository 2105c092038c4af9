import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dialogOf, explain, promise, talkOver } from '../tiny.ts'
import type { Command } from '../../../src/conversation/understanding.ts'
import type { EventKind } from '../../../src/conversation/event.ts'

describe('calls and guards', () => {
  it('calls a flow, hands it the slots both have, and goes on after it', () => {
    const outer = `
starts_on: [plan]
slots: { amount: money }
steps:
  - ask: amount
  - call: inner
  - say: after
`
    const inner = 'slots: { amount: money }\nsteps:\n  - ask: amount\n  - say: inside\n'
    const talk = talkOver(dialogOf({ outer, inner }))
    talk.hear('plan', { start: 'plan' })
    expect(talk.hear('60', { fill: 'amount', cents: 6000 })).toEqual([
      'inner.inside',
      'outer.after',
    ])
  })

  it('does not keep a caller that has nothing left to do', () => {
    const outer = 'starts_on: [plan]\nsteps:\n  - call: inner\n  - end: true\n'
    const inner = 'slots: { amount: money }\nsteps:\n  - ask: amount\n'
    const talk = talkOver(dialogOf({ outer, inner }))
    talk.hear('plan', { start: 'plan' })
    expect(talk.state.stack.map(({ flow }) => flow)).toEqual(['inner'])
  })

  it('looks at a guard again after the flow it called, and ends when it still does not hold', () => {
    const guarded = (source: string) => `
starts_on: [plan]
steps:
  - guard: ${source}
    else: { call: explain }
  - say: through
`
    const held = talkOver(dialogOf({ explain, guarded: guarded("level == 'standard'") }))
    expect(held.hear('plan', { start: 'plan' })).toEqual(['guarded.through'])
    const shut = talkOver(dialogOf({ explain, guarded: guarded('opted_out') }))
    expect(shut.hear('plan', { start: 'plan' })).toEqual(['explain.explained'])
  })

  it('says why a guard ends a flow', () => {
    const guarded =
      'starts_on: [plan]\nsteps:\n  - guard: opted_out\n    else: { say: sorry, end: true }\n  - say: through\n'
    const talk = talkOver(dialogOf({ guarded }))
    expect(talk.hear('plan', { start: 'plan' })).toEqual(['guarded.sorry'])
  })

  it('sees the world as an action leaves it in the same turn', () => {
    const asking = `
starts_on: [plan]
steps:
  - say: before
    if: not handoff_open
  - handover: asked
  - say: after
    if: handoff_open
`
    const talk = talkOver(dialogOf({ asking }))
    expect(talk.hear('plan', { start: 'plan' })).toEqual([
      'asking.before',
      'human-coming.coming',
      'asking.after',
    ])
  })
})

describe('a loop without a question', () => {
  it('is a fault that names the flow', () => {
    const looping = 'starts_on: [plan]\nsteps:\n  - id: a\n    say: again\n  - goto: a\n'
    const talk = talkOver(dialogOf({ looping }))
    expect(() => talk.hear('plan', { start: 'plan' })).toThrow(
      /flow 'looping' took more than 200 steps in one turn/,
    )
  })
})

describe('a commitment', () => {
  it('is not made where a flow forgot to read back', () => {
    const rash =
      'starts_on: [plan]\nslots: { amount: money }\nsteps:\n  - ask: amount\n  - do: record\n  - say: recorded\n'
    const talk = talkOver(dialogOf({ rash }))
    talk.hear('plan', { start: 'plan' })
    talk.hear('60', { fill: 'amount', cents: 6000 })
    expect(talk.effects).toEqual([])
    expect(talk.last.trace.map(({ detail }) => detail)).toContain('not confirmed')
  })

  it('is read back again when something changed after the yes', () => {
    const sly = promise.replace(
      '  - do: record\n',
      '  - set: { method: transfer }\n  - do: record\n',
    )
    const talk = talkOver(dialogOf({ promise: sly }))
    talk.hear('tout', { start: 'promise' }, { fill: 'amount', cents: 100 })
    talk.hear(
      'le 5 carte',
      { fill: 'date', from: '2026-12-05', to: '2026-12-05' },
      { fill: 'choice', choice: 'card' },
    )
    expect(talk.hear('oui', { affirm: true })).toEqual(['promise.confirm'])
    expect(talk.effects).toEqual([])
  })
})

const dialog = dialogOf({
  promise,
  explain,
  proven: `requires: proven\n${explain.replace('explain_bill', 'aid')}`,
})

const commands: fc.Arbitrary<Command> = fc.oneof(
  fc.constantFrom<Command>(
    { start: 'promise' },
    { start: 'explain_bill' },
    { start: 'aid' },
    { start: 'thanks' },
    { start: 'correct' },
    { affirm: true },
    { deny: true },
    { decline: true },
    { repeat: true },
    { simpler: true },
    { wait: true },
    { cancel: true },
    { human: true },
    { optOut: true },
    { optIn: true },
    { clarify: ['promise', 'aid'] },
    { fill: 'code', code: '482913' },
    { fill: 'text', text: 'bla' },
    { fill: 'choice', choice: 'card' },
    { fill: 'choice', choice: 'nothing' },
    { fill: 'yes', yes: true },
    { fill: 'date', from: null, to: '2026-12-05' },
    { fill: 'date', from: '2026-12-05', to: '2026-12-06', ambiguous: true },
    { correct: 'date', from: '2026-12-09', to: '2026-12-09' },
    { correct: 'amount', cents: 4000 },
  ),
  fc.integer({ min: -10, max: 20_000 }).map((cents): Command => ({ fill: 'amount', cents })),
)
const events = fc.constantFrom<EventKind>(
  'message',
  'message',
  'message',
  'message',
  'silence',
  'interrupt',
  'opened',
  'dtmf',
)
const turns = fc.array(
  fc.record({
    words: fc.constantFrom('x', 'oui', '1', "c'est quoi ?"),
    commands: fc.array(commands, { maxLength: 4 }),
    event: events,
    grade: fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 4),
  }),
  { maxLength: 12 },
)
const quiet: EventKind[] = ['interrupt']

describe('any talk at all', () => {
  it('never throws, always answers, and commits only what the customer just said yes to', () => {
    fc.assert(
      fc.property(turns, (list) => {
        const talk = talkOver(dialog, { state: { welcomed: false } })
        for (const { words, commands: said, event, grade } of list) {
          const waiting = talk.last?.expects?.slot
          const slots = { ...talk.state.stack.at(-1)?.slots }
          const texts = talk.turn({ words, commands: said, event, heard: { grade: grade as 0 } })
          expect(texts.length > 0 || quiet.includes(event)).toBe(true)
          const committed = talk.last.effects.filter(({ kind }) => kind === 'withdrawal')
          if (committed.length === 0) continue
          expect(waiting).toBe('confirm')
          expect(said.some((command) => 'affirm' in command || 'yes' in command)).toBe(true)
          expect(committed).toEqual([{ kind: 'withdrawal', reference: JSON.stringify(slots) }])
        }
      }),
      { numRuns: 400 },
    )
  })

  it('stays in danger once it is there, whatever comes', () => {
    fc.assert(
      fc.property(turns, (list) => {
        const talk = talkOver(dialog)
        talk.turn({ words: 'mourir', heard: { grade: 4 } })
        for (const { words, commands: said, event } of list) {
          talk.turn({ words, commands: said, event })
          const flows = talk.last.said.map(({ flow }) => flow)
          expect(flows.filter((flow) => !['danger', 'human-coming'].includes(flow))).toEqual([])
        }
      }),
      { numRuns: 200 },
    )
  })
})
