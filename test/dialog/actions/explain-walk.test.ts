import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Facts } from '../../../src/conversation/facts.ts'
import { newDialogState } from '../../../src/conversation/state.ts'
import type { DialogState } from '../../../src/conversation/state.ts'
import type { Command, Intent } from '../../../src/conversation/understanding.ts'
import { actions } from '../../../src/dialog/actions.ts'
import { loadFlows } from '../../../src/dialog/load.ts'
import { renderReply } from '../../../src/dialog/render.ts'
import { readSources } from '../../../src/dialog/source.ts'
import { step } from '../../../src/dialog/step.ts'
import { sampleBill, samples } from '../../billing/bill-files.ts'
import { inputOf, now, understandingOf, withAccount } from './facts.ts'

const sources = await readSources(join(import.meta.dirname, '../../..'))
const { set, faults } = loadFlows(sources)
const dialog = set?.of('helia') ?? expect.fail(JSON.stringify(faults))
const bills = [sampleBill(samples.higher), sampleBill(samples.before)]

/** A talk with somebody proven; each turn is told as commands, as the reader of words would. */
function talk(facts: Facts = withAccount({ bills })) {
  let state: DialogState = { ...newDialogState('fr'), welcomed: true }
  return (words: string, commands: Command[], intents: Intent[] = []) => {
    const understanding = understandingOf(words, { commands, intents })
    const { draw } = inputOf()
    const stepped = step({
      dialog,
      actions,
      state,
      understanding,
      event: 'message',
      words,
      facts,
      now,
      draw,
    })
    state = stepped.state
    const today = now.toPlainDate()
    const how = {
      language: 'fr',
      level: state.level,
      channel: 'sms',
      purpose: stepped.purpose,
      zone: 'Europe/Paris',
      today,
    } as const
    const { text } = renderReply(dialog, stepped.said, how)
    return {
      text: text.replace(/\s/g, ' '),
      expects: stepped.expects?.slot ?? null,
      effects: stepped.effects,
      state,
    }
  }
}

const yes: Command[] = [{ affirm: true }]
const no: Command[] = [{ deny: true }]
const explain: Command[] = [{ start: 'explain_bill' }]

describe('explain-bill', () => {
  it('walks one step a turn and ends with the ways out', () => {
    const say = talk()
    const first = say('je comprends rien a ma facture', explain)
    expect(first.text).toContain('est de 152,82 €')
    expect(first.expects).toBe('follow')
    expect(say('oui', yes).text).toMatch(/^L'abonnement.*24 € avant TVA.*Est-ce clair/)
    expect(say('oui', yes).text).toContain('620 kWh')
    expect(say('oui', yes).text).toContain('19,13 €')
    const last = say('oui', yes)
    expect(last.text).toContain('Il reste 152,82 €')
    expect(last.expects).toBe('plainer')
    const end = say('oui', yes)
    expect(end.text).toContain('parler à une personne')
    expect(end.state.stack).toEqual([])
  })

  it('puts it more simply, then offers a person', () => {
    const say = talk()
    say('ma facture ?', explain)
    say('oui', yes)
    const simpler = say('non', no)
    expect(simpler.text).toMatch(/autrement.*C'est le prix pour être raccordé.*Est-ce plus clair/)
    expect(simpler.state.level).toBe('simple')
    expect(say('oui', yes).text).toContain('620 kWh')
    const person = say('non', no)
    expect(person.expects).toBe('person')
    const handed = say('oui', yes)
    expect(handed.effects).toContainEqual(
      expect.objectContaining({
        kind: 'handoff',
        handoff: expect.objectContaining({ reason: 'bill_not_understood' }),
      }),
    )
  })

  it('answers what a word means in the middle, then takes up its question', () => {
    const say = talk()
    say('ma facture ?', explain)
    const asked = say('oui', yes)
    const meaning = say("c'est quoi l'accise", [])
    expect(meaning.text).toContain("L'accise est une taxe de l'État")
    expect(meaning.expects).toBe(asked.expects)
    expect(say('oui', yes).text).toContain('620 kWh')
  })

  it('does not insist when nobody wants the detail', () => {
    const say = talk()
    say('ma facture ?', explain)
    expect(say('non', no).text).toContain("c'est vous qui voyez")
  })
})

describe('why-higher', () => {
  const higher: Command[] = [{ start: 'why_higher' }]

  it('says the reasons, looks closer at one, and ends with the ways out', () => {
    const say = talk()
    const first = say('dabitude c 120', higher)
    expect(first.text).toContain('elle a augmenté de 32,72 €')
    expect(first.expects).toBe('part')
    const closer = say('les taxes', [{ fill: 'choice', choice: 'taxes' }])
    expect(closer.text).toContain('La CTA')
    expect(closer.expects).toBe('clear')
    expect(say('oui', yes).text).toContain("c'est vous qui voyez")
  })

  it('goes through the bill where there is no other to compare with', () => {
    const say = talk(withAccount({ bills: bills.slice(0, 1) }))
    expect(say('pourquoi si cher', higher).text).toMatch(/pas de facture d'avant.*152,82 €/)
  })
})
