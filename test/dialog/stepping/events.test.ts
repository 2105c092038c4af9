import { describe, expect, it } from 'vitest'
import { amount, dialogOf, explain, promise, talkOver, yes } from '../tiny.ts'

const opener = 'slots: { ready: yes_no }\nsteps:\n  - ask: ready\n  - say: good\n'
const dialog = dialogOf({ promise, explain, opener })
const fresh = { state: { welcomed: false } }

describe('the first words', () => {
  it('say that a machine speaks, once', () => {
    const talk = talkOver(dialog, fresh)
    expect(talk.event('opened')).toEqual(['welcome.hello'])
    expect(talk.hear('je veux payer', { start: 'promise' })).toEqual(['promise.amount'])
  })

  it('say it before the answer to a first message', () => {
    const talk = talkOver(dialog, fresh)
    expect(talk.hear('je veux payer', { start: 'promise' })).toEqual([
      'welcome.hello',
      'promise.amount',
    ])
  })

  it('are the opener when the creditor writes first', () => {
    const talk = talkOver(dialog, { ...fresh, proactive: true })
    expect(talk.event('opened')).toEqual(['opener.ready'])
    expect(talk.last.purpose).toBe('initiative')
    expect(talk.state.welcomed).toBe(true)
  })

  it('take up the question when somebody comes back', () => {
    const talk = talkOver(dialog)
    talk.hear('je veux payer', { start: 'promise' })
    expect(talk.event('opened')).toEqual(['promise.amount'])
  })
})

describe('silence on a call', () => {
  it('climbs a ladder and ends kindly; a word starts it anew', () => {
    const talk = talkOver(dialog, { facts: { channel: 'voice' } })
    talk.hear('je veux payer', { start: 'promise' })
    expect(talk.event('silence')).toEqual(['repair-silence.there'])
    talk.hear('60', amount(6000))
    expect(talk.state.silences).toBe(0)
    talk.event('silence')
    talk.event('silence')
    expect(talk.event('silence')).toEqual(['repair-silence.bye'])
    expect(talk.last.hangup).toBe(true)
    expect(talk.last.expects).toBeNull()
  })

  it('goes where the question says', () => {
    const asking = promise.replace(
      '  - ask: method\n',
      '  - ask: method\n    on_silence: { goto: ask:date }\n',
    )
    const talk = talkOver(dialogOf({ promise: asking }))
    talk.hear('60', { start: 'promise' }, amount(6000))
    talk.hear('le 5', { fill: 'date', from: '2026-12-05', to: '2026-12-05' })
    expect(talk.event('silence')).toEqual(['promise.method'])
  })
})

describe('where silence is right', () => {
  it.each(['interrupt', 'call_ended', 'transfer_result'] as const)(
    'says nothing on %s',
    (event) => {
      const talk = talkOver(dialog)
      talk.hear('je veux payer', { start: 'promise' })
      expect(talk.event(event)).toEqual([])
      expect(talk.state.stack).toHaveLength(1)
    },
  )

  it('says nothing while an advisor has the talk, and still hears danger and STOP', () => {
    const talk = talkOver(dialog, { facts: { owner: 'Nadia' } })
    const said = talk.turn({
      words: 'stop',
      commands: [{ optOut: true }],
      heard: { grade: 4, signals: [{ kind: 'suicide_selfharm', grade: 4, text: 'x' }] },
    })
    expect(said).toEqual([])
    expect(talk.effects.map(({ kind }) => kind)).toEqual(['grade', 'opt_out'])
  })

  it('goes on speaking while a person is on the way', () => {
    const talk = talkOver(dialog, { facts: { owner: 'queue' } })
    expect(talk.hear('je veux payer', { start: 'promise' })).toEqual(['promise.amount'])
  })
})

describe('who speaks over the machine', () => {
  it('is listened to again, and it counts as no misunderstanding', () => {
    const talk = talkOver(dialog)
    talk.hear('je veux payer', { start: 'promise' })
    talk.event('interrupt')
    expect(talk.hear('…ante')).toEqual(['repair-interrupted.listening'])
    expect(talk.state.misunderstood).toBe(0)
    expect(talk.hear('blabla')).toEqual(['repair-cannot-understand.sorry', 'promise.amount'])
  })

  it('is simply answered when understood', () => {
    const talk = talkOver(dialog)
    talk.hear('je veux payer', { start: 'promise' })
    talk.event('interrupt')
    expect(talk.hear('60', amount(6000))).toEqual(['promise.date'])
    expect(talk.state.interrupted).toBeUndefined()
  })
})

describe('keys pressed on a telephone', () => {
  it('are a code where one is asked for', () => {
    const talk = talkOver(dialogOf({ promise: `requires: proven\n${promise}` }))
    talk.hear('payer', { start: 'promise' })
    expect(talk.turn({ words: '482913#', event: 'dtmf' })).toEqual(['promise.amount'])
  })
})

it('takes a yes for an answer to the opener', () => {
  const talk = talkOver(dialog, { ...fresh, proactive: true })
  talk.event('opened')
  expect(talk.hear('oui', yes)).toEqual(['opener.good'])
})
