import { describe, expect, it } from 'vitest'
import { amount, choice, dialogOf, on, promise, talkOver, yes } from '../tiny.ts'

const before = dialogOf({ promise })

const upToReadBack = () => {
  const talk = talkOver(before)
  talk.hear('60 le 5', { start: 'promise' }, amount(6000), on('2026-12-05'))
  talk.hear('carte', choice('card'))
  return talk
}

describe('a deployment between two turns', () => {
  it('restarts a flow whose step is gone with the slots that still fit, never skipping the read-back', () => {
    const changed = promise
      .replace('confirm: [amount, date, method]', 'id: other\n    confirm: [amount, date, method]')
      .replace('one_of [card, transfer]', 'one_of [transfer, cheque]')
    const talk = talkOver(dialogOf({ promise: changed }), { state: upToReadBack().state })
    expect(talk.hear('oui', yes)).toEqual(['repair-cannot-understand.sorry', 'promise.method'])
    expect(talk.state.stack[0]?.slots).toMatchObject({ amount: 6000, date: '2026-12-05' })
    expect(talk.effects).toEqual([])
    expect(talk.hear('chèque', choice('cheque'))).toEqual(['promise.confirm'])
  })

  it('drops a flow that is gone and says why in the trace', () => {
    const talk = talkOver(dialogOf(), { state: upToReadBack().state })
    expect(talk.hear('oui', yes)).not.toEqual([])
    expect(talk.state.stack).toEqual([])
    expect(talk.last.trace[0]).toMatchObject({ flow: 'promise', detail: 'this flow is gone' })
  })
})
