import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Purpose } from '../../src/conversation/decision.ts'
import { holidaysOf } from '../../src/conversation/holidays.ts'
import type { Grade } from '../../src/conversation/signal.ts'
import { gate } from '../../src/rules/gate.ts'
import type { GateContext, GateMessage } from '../../src/rules/gate.ts'
import { rules } from '../../src/rules/rules.ts'

const at = (local: string) => Temporal.ZonedDateTime.from(`${local}[Europe/Paris]`)

const reply: GateMessage = {
  text: 'Il s’agit de votre facture.',
  purpose: 'reply',
  from: ['menu.open'],
  author: 'bot',
}
const initiative: GateMessage = {
  text: 'Bonjour, j’ai un message personnel pour vous.',
  purpose: 'initiative',
  from: ['opener.hello'],
  author: 'bot',
}
const context: GateContext = {
  channel: 'sms',
  ours: '+33162000001',
  optedOut: false,
  proven: true,
  debt: false,
  debtWords: ['facture', 'dette', 'payer', '€'],
  grade: 0,
  owner: 'bot',
  handoffOpen: false,
  disclosed: true,
  now: at('2026-11-23T10:30'),
  isHoliday: holidaysOf('FR'),
  initiatives: [],
}

const verdict = (message: Partial<GateMessage>, seen: Partial<GateContext> = {}) =>
  gate({ ...reply, ...message }, { ...context, ...seen })
const started = (seen: Partial<GateContext>) => gate(initiative, { ...context, ...seen })
const denied = (rule: string) => expect.objectContaining({ allow: false, rule })
const allowed = (rule: string) => expect.objectContaining({ allow: true, rule })

describe('a reply', () => {
  it('leaves at three in the morning of a Sunday', () => {
    expect(verdict({}, { now: at('2026-11-22T03:00') })).toEqual(allowed('AM-REPLY'))
  })

  it('meets no limit on how often', () => {
    const initiatives = Array.from({ length: 9 }, () => '2026-11-23T09:00:00Z')
    expect(verdict({}, { initiatives }).allow).toBe(true)
  })

  it('says nothing of a debt before the person is proven', () => {
    expect(verdict({}, { debt: true, proven: false })).toEqual(denied('FR-RIGHT-PARTY'))
    expect(verdict({}, { debt: true, proven: true }).allow).toBe(true)
    expect(verdict({}, { debt: false, proven: false }).allow).toBe(true)
  })

  it('comes after the machine said what it is', () => {
    expect(verdict({}, { disclosed: false })).toEqual(denied('EU-AI-DISCLOSURE'))
    expect(verdict({ author: 'advisor', from: [] }, { disclosed: false }).allow).toBe(true)
  })

  it('answers who said stop and then writes again, on every channel', () => {
    for (const channel of ['sms', 'chat', 'voice'] as const) {
      expect(verdict({}, { optedOut: true, channel }).allow).toBe(true)
    }
  })
})

describe('one speaker', () => {
  it('keeps the machine silent once an advisor took the conversation', () => {
    for (const purpose of ['reply', 'care', 'initiative'] as const) {
      expect(verdict({ purpose }, { owner: 'Nadia' })).toEqual(denied('AM-ONE-SPEAKER'))
    }
  })

  it('lets the advisor speak, and a code the advisor asked for leave', () => {
    expect(verdict({ author: 'advisor', from: [] }, { owner: 'Nadia' }).allow).toBe(true)
    expect(verdict({ purpose: 'security' }, { owner: 'Nadia' })).toEqual(allowed('AM-SECURITY'))
  })

  it('leaves the machine there while a person is only on the way', () => {
    expect(verdict({}, { owner: 'queue', handoffOpen: true }).allow).toBe(true)
  })
})

describe('in danger', () => {
  it('no word of debt leaves, whatever the purpose', () => {
    const purposes: Purpose[] = ['reply', 'security', 'care', 'initiative']
    for (const purpose of purposes) {
      expect(verdict({ purpose }, { grade: 4 })).toEqual(denied('AM-CARE'))
    }
  })

  it('knows a word in capitals, without accents, with an amount', () => {
    const spoken = (text: string) => verdict({ purpose: 'care', text }, { grade: 4 }).allow
    expect(spoken('VOTRE FACTURE')).toBe(false)
    expect(spoken('Il reste 60€')).toBe(false)
    expect(spoken('Je reste avec vous. Le 3114 répond jour et nuit.')).toBe(true)
  })

  it('does not find a word inside another', () => {
    const text = 'Le facturier est loin, et je reste là.'
    expect(verdict({ purpose: 'care', text }, { grade: 4 })).toEqual(allowed('AM-CARE'))
  })

  it('finds an accented word however it is written', () => {
    const seen = { grade: 4 as const, debtWords: ['impayé'] }
    expect(verdict({ purpose: 'care', text: 'Un IMPAYE' }, seen).allow).toBe(false)
    expect(verdict({ purpose: 'care', text: 'Un impaye\u0301' }, seen).allow).toBe(false)
  })

  it('refuses any text of a flow about the debt', () => {
    const text = 'Je reste avec vous.'
    expect(verdict({ text, purpose: 'care' }, { grade: 4, debt: true })).toEqual(denied('AM-CARE'))
  })

  it('does not silence an advisor who answers in their own words', () => {
    const own: Partial<GateMessage> = { author: 'advisor', from: [], text: 'Oubliez la facture.' }
    expect(verdict(own, { grade: 4, owner: 'Nadia' }).allow).toBe(true)
  })

  it('lets care through to somebody who said stop', () => {
    const care: Partial<GateMessage> = { purpose: 'care', text: 'Merci de me l’avoir écrit.' }
    expect(verdict(care, { grade: 4, optedOut: true, proven: false })).toEqual(allowed('AM-CARE'))
  })
})

describe('what we start', () => {
  it('leaves in hours', () => {
    expect(started({})).toEqual(allowed('FR-HOURS'))
    expect(started({ now: at('2026-11-23T19:59') }).allow).toBe(true)
  })

  it('waits at noon, in the evening, on weekends and on public holidays', () => {
    const times = ['11-23T09:59', '11-23T13:30', '11-23T20:00', '11-21T11:00', '11-11T11:00']
    for (const time of times) {
      expect(started({ now: at(`2026-${time}`) })).toEqual(denied('FR-HOURS'))
    }
  })

  it('is read by the clock of the customer', () => {
    const noonInParis = at('2026-11-23T12:30')
    const lateInTokyo = noonInParis.withTimeZone('Asia/Tokyo')
    expect(started({ now: noonInParis }).allow).toBe(true)
    expect(started({ now: lateInTokyo })).toEqual(denied('FR-HOURS'))
  })

  it('never follows another within a day', () => {
    expect(started({ initiatives: ['2026-11-22T10:00:00Z'] })).toEqual(denied('FR-FREQUENCY'))
    expect(started({ initiatives: ['2026-11-22T09:30:00Z'] }).allow).toBe(true)
  })

  it('stops at four in thirty days', () => {
    const four = ['11-20', '11-15', '11-10', '11-01'].map((day) => `2026-${day}T10:00:00Z`)
    expect(started({ initiatives: four })).toEqual(denied('FR-FREQUENCY'))
    expect(started({ initiatives: [...four.slice(1), '2026-10-20T10:00:00Z'] }).allow).toBe(true)
  })

  it('never reaches who said stop, a fragile person, or who waits for one of us', () => {
    expect(started({ optedOut: true })).toEqual(denied('AM-OPT-OUT'))
    expect(started({ grade: 3 })).toEqual(denied('AM-CARE'))
    expect(started({ handoffOpen: true })).toEqual(denied('AM-HANDOFF-QUIET'))
  })

  it('calls only from a number set aside for automated calls', () => {
    const call = (ours: string) => started({ channel: 'voice', ours })
    expect(call('+33162000000').allow).toBe(true)
    expect(call('+33639980001')).toEqual(denied('FR-CALLER-NUMBER'))
    expect(call('+33144556677')).toEqual(denied('FR-CALLER-NUMBER'))
    expect(call('+442079460000').allow).toBe(true)
  })
})

describe('any verdict', () => {
  const message = fc.record({
    text: fc.constantFrom('Bonjour.', 'Votre facture.', 'Je reste avec vous.'),
    purpose: fc.constantFrom<Purpose>('reply', 'security', 'care', 'initiative'),
    from: fc.constantFrom(['menu.open'], ['stop-messages.done'], []),
    author: fc.constantFrom('bot' as const, 'advisor' as const),
  })
  const seen = fc.record({
    optedOut: fc.boolean(),
    proven: fc.boolean(),
    debt: fc.boolean(),
    grade: fc.constantFrom<Grade>(0, 1, 2, 3, 4),
    owner: fc.constantFrom('bot', 'queue', 'Nadia'),
    handoffOpen: fc.boolean(),
    disclosed: fc.boolean(),
    now: fc.integer({ min: 0, max: 40_000 }).map((minutes) => context.now.add({ minutes })),
  })

  it('names a rule and a reason', () => {
    fc.assert(
      fc.property(message, seen, (one, around) => {
        const { rule, why } = gate(one, { ...context, ...around })
        expect(rules).toHaveProperty([rule])
        expect(why.length).toBeGreaterThan(10)
      }),
    )
  })

  it('never lets a debt out unproven, nor in danger, nor a machine over an advisor', () => {
    fc.assert(
      fc.property(message, seen, (one, around) => {
        const { allow } = gate(one, { ...context, ...around })
        if (around.debt && !around.proven) expect(allow).toBe(false)
        if (around.grade === 4 && one.author === 'bot' && one.text.includes('facture')) {
          expect(allow).toBe(false)
        }
        if (around.owner === 'Nadia' && one.author === 'bot' && one.purpose === 'reply') {
          expect(allow).toBe(false)
        }
      }),
    )
  })
})
