import { describe, expect, it } from 'vitest'
import { amount, choice, dialogOf, explain, no, on, promise, talkOver, yes } from '../tiny.ts'

const dialog = dialogOf({ promise, explain })

describe('a digression', () => {
  it('answers and comes back to the question in one turn', () => {
    const talk = talkOver(dialog)
    talk.hear('je veux payer', { start: 'promise' })
    expect(talk.hear('pourquoi ?', { start: 'explain_bill' })).toEqual([
      'explain.explained',
      'repair-resume.back',
      'promise.amount',
    ])
  })

  it('takes the answer first when the customer answers and asks', () => {
    const talk = talkOver(dialog)
    talk.hear('je veux payer', { start: 'promise' })
    const said = talk.hear('60, et pourquoi ?', amount(6000), { start: 'explain_bill' })
    expect(said).toEqual(['explain.explained', 'repair-resume.back', 'promise.date'])
    expect(talk.state.stack[0]?.slots['amount']).toBe(6000)
  })

  it('does not ask the same question twice in one reply', () => {
    const talk = talkOver(dialog)
    talk.hear('60 le 5', { start: 'promise' }, amount(6000), on('2026-12-05'))
    const said = talk.hear('carte mais pourquoi ?', choice('card'), { start: 'explain_bill' })
    expect(said.filter((text) => text === 'promise.confirm')).toHaveLength(1)
    expect(said.at(-1)).toBe('promise.confirm')
  })

  it('takes "60 le 5" for an answer, not for a second promise', () => {
    const plan =
      'starts_on: [plan]\nslots: { amount: money }\nsteps:\n  - ask: amount\n  - say: done\n'
    const talk = talkOver(dialogOf({ promise, plan }))
    talk.hear('en plusieurs fois', { start: 'plan' })
    expect(talk.hear('60', { start: 'promise' }, amount(6000))).toEqual(['plan.done'])
  })

  it('brings up a flow that waits beneath when it is asked for again', () => {
    const talking = 'starts_on: [explain_bill]\nslots: { clear: yes_no }\nsteps:\n  - ask: clear\n'
    const talk = talkOver(dialogOf({ promise, talking }))
    talk.hear('je veux payer', { start: 'promise' })
    talk.hear('expliquez', { start: 'explain_bill' })
    const said = talk.hear('bon, 60', { start: 'promise' }, amount(6000))
    expect(said).toEqual(['promise.date'])
  })

  it('starts two things: the first at once, the second after it', () => {
    const aid = 'starts_on: [aid]\nsteps:\n  - say: aids\n'
    const talk = talkOver(dialogOf({ promise, explain, aid }))
    expect(talk.hear('et…', { start: 'explain_bill' }, { start: 'aid' })).toEqual([
      'explain.explained',
      'aid.aids',
    ])
  })

  it('answers thanks without a bridge back', () => {
    const talk = talkOver(dialog)
    talk.hear('je veux payer', { start: 'promise' })
    expect(talk.hear('merci', { start: 'thanks' })).toEqual(['thanks.welcome', 'promise.amount'])
  })

  it('leaves politeness aside when something else was said', () => {
    const talk = talkOver(dialog)
    expect(talk.hear('merci, je paie', { start: 'thanks' }, { start: 'promise' })).toEqual([
      'promise.amount',
    ])
  })
})

describe('what is not taken up again', () => {
  const menu = `
slots:
  way: one_of [now, later]
steps:
  - ask: way
  - say: chosen
`
  const opening = 'starts_on: [greet]\nsteps:\n  - call: menu\n'

  it('a menu, once the customer says what they want', () => {
    const talk = talkOver(dialogOf({ promise, explain, menu, opening }))
    expect(talk.hear('bonjour', { start: 'greet' })).toEqual(['menu.way'])
    expect(talk.hear('pourquoi ?', { start: 'explain_bill' })).toEqual(['explain.explained'])
    expect(talk.state.stack).toEqual([])
  })

  it('an explanation the customer leaves to pay: its next part is not said', () => {
    const explaining = `
starts_on: [explain_bill]
skippable: [promise]
slots: { clear: yes_no }
steps:
  - say: first
  - ask: clear
  - say: second
`
    const talk = talkOver(dialogOf({ promise, explaining }))
    talk.hear('expliquez', { start: 'explain_bill' })
    const said = talk.hear('oui ok. 60', yes, { start: 'promise' }, amount(6000))
    expect(said).toEqual(['promise.date'])
    expect(talk.state.stack.map(({ flow }) => flow)).toEqual(['promise'])
  })

  it('a choice stays a choice when its words also mean a flow', () => {
    const cause = `
slots:
  cause: one_of [forgot, unclear]
steps:
  - ask: cause
  - say: noted
`
    const talk = talkOver(dialogOf({ explain, cause, opening: opening.replace('menu', 'cause') }))
    talk.hear('bonjour', { start: 'greet' })
    const said = talk.hear('je ne comprends pas', choice('unclear'), { start: 'explain_bill' })
    expect(said).toEqual(['cause.noted'])
  })
})

describe('the proof of person', () => {
  const proven = `requires: proven\n${promise}`

  it('is asked for first; then the flow goes on with what was said', () => {
    const talk = talkOver(dialogOf({ promise: proven }))
    expect(talk.hear('60 le 5', { start: 'promise' }, amount(6000), on('2026-12-05'))).toEqual([
      'identify.code',
    ])
    expect(talk.hear('482913', { fill: 'code', code: '482913' })).toEqual(['promise.method'])
  })

  it('ends the flow when it is not given', () => {
    const talk = talkOver(dialogOf({ promise: proven }))
    talk.hear('je veux payer', { start: 'promise' })
    talk.hear('non', { decline: true })
    expect(talk.state.stack).toEqual([])
    expect(talk.last.said.map(({ flow }) => flow)).not.toContain('promise')
  })

  it('waits for what is asked meanwhile', () => {
    const talk = talkOver(dialogOf({ promise: proven, explain }))
    talk.hear('bonjour', { start: 'promise' })
    expect(talk.hear('pourquoi ?', { start: 'explain_bill' })).toEqual([
      'explain.explained',
      'repair-resume.back',
      'identify.code',
    ])
    expect(talk.hear('482913', { fill: 'code', code: '482913' })).toEqual(['promise.amount'])
  })

  it('lays a second wish under the code that is asked for already', () => {
    const plan = 'starts_on: [plan]\nrequires: proven\nsteps:\n  - say: planned\n'
    const talk = talkOver(dialogOf({ promise: proven, plan }))
    talk.hear('payer', { start: 'promise' })
    talk.hear('ou un plan', { start: 'plan' })
    expect(talk.state.stack.map(({ flow }) => flow)).toEqual(['promise', 'plan', 'identify'])
    expect(talk.hear('482913', { fill: 'code', code: '482913' })).toEqual([
      'plan.planned',
      'promise.amount',
    ])
  })

  it('is asked for again when it has run out in the middle', () => {
    const until = '2026-11-21T10:30:00Z'
    const proof = { customer: 'c-1', account: 'LU-1001', until }
    const talk = talkOver(dialogOf({ promise: proven }), { facts: { proof } })
    talk.hear('je veux payer', { start: 'promise' })
    talk.facts = { ...talk.facts, proof: null }
    expect(talk.hear('60', amount(6000))).toEqual(['identify.code'])
    expect(talk.hear('482913', { fill: 'code', code: '482913' })).toEqual(['promise.date'])
  })
})

describe('a person, and stop', () => {
  it('may be asked for at any question', () => {
    const talk = talkOver(dialog)
    talk.hear('je veux payer', { start: 'promise' })
    expect(talk.hear('une personne', { human: true })).toEqual(['human-coming.coming'])
    expect(talk.effects).toMatchObject([{ kind: 'handoff', handoff: { reason: 'asked' } }])
    expect(talk.state.stack).toEqual([])
  })

  it('stops our messages from anywhere', () => {
    const talk = talkOver(dialog)
    talk.hear('je veux payer', { start: 'promise' })
    expect(talk.hear('STOP', { optOut: true })).toEqual(['stop.stopped'])
    expect(talk.effects.map(({ kind }) => kind)).toEqual(['opt_out'])
  })

  it('goes to a person on a call while one is there', () => {
    const talk = talkOver(dialog, { facts: { channel: 'voice' } })
    talk.hear('une personne', { human: true })
    expect(talk.last.transfer).toBeNull()
    const monday = { ...talk.facts.creditor }
    const hours = [{ days: ['saturday' as const], from: '09:00', to: '18:00' }]
    const open = talkOver(dialog, { facts: { channel: 'voice', creditor: { ...monday, hours } } })
    open.hear('une personne', { human: true })
    expect(open.last.transfer).toEqual({ reason: 'asked' })
  })
})

describe('the glossary', () => {
  const vocabulary = {
    yaml: `
starts_on: [term]
slots: { term: one_of [cta, tva] }
steps:
  - ask: term
  - say: meaning_{term}
`.replace('slots: { term: one_of [cta, tva] }', 'slots:\n  term: one_of [cta, tva]'),
    words: { meaning_cta: 'CTA.', meaning_tva: 'TVA.' },
  }
  const withWords = dialogOf({ promise, vocabulary })
  const book = withWords.texts.options as Map<string, unknown>
  const place = { file: 'x', line: 1, column: 1 }
  book.set('fr vocabulary.term', [
    { key: 'cta', label: 'CTA', match: ['contribution'], hidden: false, place },
    { key: 'tva', label: 'TVA', match: [], hidden: false, place },
  ])

  it('says what a word means in the middle and comes back', () => {
    const talk = talkOver(withWords)
    talk.hear('je veux payer', { start: 'promise' })
    expect(talk.hear("c'est quoi la CTA")).toEqual([
      'vocabulary.meaning_cta',
      'repair-resume.back',
      'promise.amount',
    ])
  })

  it('is not opened by a word that merely occurs', () => {
    const talk = talkOver(withWords)
    expect(talk.hear('je paie 60 de tva', { start: 'promise' }, amount(6000))).toEqual([
      'promise.date',
    ])
  })
})

describe('never mind', () => {
  it('drops what is under way', () => {
    const talk = talkOver(dialog)
    talk.hear('je veux payer', { start: 'promise' })
    expect(talk.hear('laissez tomber', { cancel: true })).toEqual(['repair-cancel.dropped'])
    expect(talk.state.stack).toEqual([])
  })

  it('is a choice where it is among the choices', () => {
    const keeping =
      'starts_on: [plan]\nslots:\n  change: one_of [stop, keep]\nsteps:\n  - ask: change\n  - say: done\n'
    const talk = talkOver(dialogOf({ keeping }))
    talk.hear('changer', { start: 'plan' })
    expect(talk.hear('annuler', { cancel: true }, choice('stop'))).toEqual(['keeping.done'])
  })

  it('changes their mind: drops one thing and starts another', () => {
    const talk = talkOver(dialog)
    talk.hear('je veux payer', { start: 'promise' })
    const said = talk.hear('non, expliquez', { cancel: true }, { start: 'explain_bill' })
    expect(said).toEqual(['repair-cancel.dropped', 'explain.explained'])
  })

  it('does not take "no, a plan" for a refusal', () => {
    const plan = 'starts_on: [plan]\nsteps:\n  - say: planned\n'
    const talk = talkOver(dialogOf({ promise, plan }))
    talk.hear('je veux payer', { start: 'promise' })
    expect(talk.hear('non, un plan', no, { start: 'plan' })[0]).toBe('plan.planned')
  })
})

describe('what one message starts', () => {
  const plan =
    'starts_on: [plan]\nslots: { monthly: money, payday: date }\nsteps:\n  - ask: monthly\n  - ask: payday\n'

  it('gives the values to what was named first', () => {
    const talk = talkOver(dialogOf({ promise, plan }))
    talk.hear('60 et un plan', amount(6000), { start: 'promise' }, { start: 'plan' })
    expect(talk.state.stack.map(({ flow }) => flow)).toEqual(['plan', 'promise'])
    expect(talk.state.stack[1]?.slots['amount']).toBe(6000)
    expect(talk.state.stack[0]?.slots['monthly']).toBeUndefined()
  })

  it('is a promise alone where an amount and a day are given for it', () => {
    const talk = talkOver(dialogOf({ promise, plan }))
    const said = [amount(6000), on('2026-12-05'), { start: 'promise' }, { start: 'plan' }] as const
    expect(talk.hear('60 le 5, le reste en 3 fois', ...said)).toEqual(['promise.method'])
    expect(talk.state.stack.map(({ flow }) => flow)).toEqual(['promise'])
  })

  it('answers a question before it goes on with what was offered', () => {
    const robot = 'starts_on: [are_you_a_bot]\nsteps:\n  - say: truth\n'
    const talk = talkOver(dialogOf({ promise, robot }))
    const said = talk.hear(
      '60, robot ?',
      amount(6000),
      { start: 'promise' },
      { start: 'are_you_a_bot' },
    )
    expect(said).toEqual(['robot.truth', 'promise.date'])
  })
})

describe('what is asked for while it is under way', () => {
  it('is said again, and is no misunderstanding', () => {
    const talk = talkOver(dialog)
    talk.hear('je veux payer', { start: 'promise' })
    expect(talk.hear('je veux payer', { start: 'promise' })).toEqual(['promise.amount'])
    expect(talk.state.misunderstood).toBe(0)
  })
})
