import { describe, expect, it } from 'vitest'
import { amount, choice, dialogOf, explain, no, promise, talkOver, yes } from '../tiny.ts'
import type { Signal } from '../../../src/conversation/signal.ts'

const dialog = dialogOf({ promise, explain })
const danger: Signal = { kind: 'suicide_selfharm', grade: 4, text: 'mourir' }
const device: Signal = { kind: 'health_device', grade: 3, text: 'respirateur' }
const crisis = { grade: 4 as const, signals: [danger] }

const inDanger = () => {
  const talk = talkOver(dialog)
  talk.hear('je veux payer', { start: 'promise' })
  talk.turn({ words: 'je veux mourir', heard: crisis })
  return talk
}

describe('somebody in danger', () => {
  it('comes before everything: what was under way ends', () => {
    const talk = talkOver(dialog)
    talk.hear('je veux payer', { start: 'promise' })
    const said = talk.turn({
      words: '60 mais à quoi bon vivre',
      commands: [amount(6000)],
      heard: crisis,
    })
    expect(said).toEqual(['danger.heard', 'danger.safe'])
    expect(talk.last.purpose).toBe('care')
    expect(talk.state.stack.map(({ flow }) => flow)).toEqual(['danger'])
    expect(talk.effects).toMatchObject([{ kind: 'grade', grade: 4, signals: [danger] }])
  })

  it('comes before STOP, which is recorded all the same', () => {
    const talk = talkOver(dialog)
    const said = talk.turn({
      words: 'STOP je veux mourir',
      commands: [{ optOut: true }],
      heard: crisis,
    })
    expect(said).toEqual(['danger.heard', 'danger.safe'])
    expect(talk.effects.map(({ kind }) => kind)).toEqual(['grade', 'opt_out'])
  })

  it('stays where it is, whatever is asked for', () => {
    const talk = inDanger()
    expect(talk.hear('je veux payer', { start: 'promise' }, amount(6000))).toEqual(['danger.near'])
    expect(talk.hear('expliquez', { start: 'explain_bill' })).toEqual(['danger.stay'])
  })

  it('takes a yes or no for an answer to its question', () => {
    const talk = inDanger()
    expect(talk.hear('non', no)).toEqual(['danger.near'])
    const other = inDanger()
    other.hear('oui', yes)
    expect(other.state.stack[0]?.slots['safe']).toBe(true)
  })

  it('never says it did not understand', () => {
    const talk = inDanger()
    for (const words of ['…', 'blabla', 'xx', 'je sais pas', '??', 'hm'])
      expect(talk.hear(words).every((text) => text.startsWith('danger.'))).toBe(true)
  })

  it('does not begin again when danger is said again', () => {
    const talk = inDanger()
    expect(talk.turn({ words: 'vraiment mourir', heard: crisis })).toEqual(['danger.near'])
  })

  it('begins again gently when its words have run out', () => {
    const talk = inDanger()
    talk.hear('…')
    talk.hear('…')
    expect(talk.state.stack).toEqual([])
    expect(talk.hear('vous êtes là ?')).toEqual(['danger.heard', 'danger.safe'])
    expect(talk.hear('je paie', { start: 'promise' })).toEqual(['danger.near'])
  })

  it('lets only a request for a person in, and keeps its question', () => {
    const talk = inDanger()
    expect(talk.hear('une personne', { human: true })).toEqual(['human-coming.coming'])
    expect(talk.last.expects).toEqual({ slot: 'safe', type: 'yes_no' })
    expect(talk.last.purpose).toBe('care')
  })

  it('is met in silence and on coming back too', () => {
    const talk = inDanger()
    expect(talk.event('silence')).toEqual(['danger.safe'])
    expect(talk.last.hangup).toBe(false)
    expect(talk.event('opened')).toEqual(['danger.safe'])
  })

  it('never falls by words', () => {
    const talk = inDanger()
    talk.turn({ words: 'ça va mieux', heard: { grade: 0 } })
    expect(talk.state.grade).toBe(4)
  })
})

describe('a sign of fragility', () => {
  it('is met once a kind, and a person always follows', () => {
    const talk = talkOver(dialog)
    talk.hear('je veux payer', { start: 'promise' })
    const heard = { grade: 3 as const, signals: [device] }
    expect(talk.turn({ words: 'mon respirateur', heard })).toEqual([
      'fragile.thanks',
      'human-coming.coming',
    ])
    expect(talk.effects).toMatchObject([
      { kind: 'grade', grade: 3 },
      { kind: 'handoff', handoff: { reason: 'fragile' } },
    ])
    expect(talk.state.stack).toEqual([])
    expect(talk.turn({ words: 'mon respirateur', heard })).toEqual([
      'repair-cannot-understand.sorry',
    ])
  })

  it('does not press, and does not forbid: a promise may still be asked for', () => {
    const talk = talkOver(dialog)
    talk.turn({ words: 'mon respirateur', heard: { grade: 3, signals: [device] } })
    expect(talk.hear('je veux payer', { start: 'promise' })).toEqual(['promise.amount'])
  })

  it('is met by the care flow the words ask for, where there is one', () => {
    const deceased = 'starts_on: [deceased]\npriority: care\nsteps:\n  - say: condolences\n'
    const talk = talkOver(dialogOf({ deceased }))
    const bereaved: Signal = { kind: 'bereavement', grade: 3, text: 'décédé' }
    const said = talk.turn({
      words: 'mon mari est décédé',
      commands: [{ start: 'deceased' }],
      heard: { grade: 3, signals: [bereaved] },
    })
    expect(said).toEqual(['deceased.condolences', 'human-coming.coming'])
  })

  it('tells flows what it was', () => {
    const fragile = `
interrupts: true
clears: true
priority: care
steps:
  - say: device
    if: signal == 'health_device'
  - say: thanks
`
    const talk = talkOver(dialogOf({ fragile }))
    const said = talk.turn({ words: 'respirateur', heard: { grade: 3, signals: [device] } })
    expect(said.slice(0, 2)).toEqual(['fragile.device', 'fragile.thanks'])
  })

  it('of a lower grade only raises the grade', () => {
    const talk = talkOver(dialog)
    talk.hear('60', { start: 'promise' }, amount(6000))
    const shock: Signal = { kind: 'income_shock', grade: 2, text: 'chômage' }
    talk.turn({
      words: 'chômage',
      commands: [choice('card')],
      heard: { grade: 2, signals: [shock] },
    })
    expect(talk.state.grade).toBe(2)
    expect(talk.last.expects?.slot).toBe('date')
  })
})
