import { describe, expect, it } from 'vitest'
import { dialogOf } from './tiny.ts'
import { renderReply, renderText } from '../../src/dialog/render.ts'
import type { ChannelName } from '../../src/conversation/line.ts'
import type { Param, Said } from '../../src/conversation/state.ts'
import type { RenderOptions } from '../../src/dialog/render.ts'

const words = {
  plain: "L’été d'{name} : « {sum} »… à bientôt, {name}.",
  by: '{ default: partout, sms: par sms, voice: à voix haute }',
  easy: '{ default: Veuillez préciser., simple: { default: Dites-moi., voice: Dites. }, again: Encore ? }',
  times: 'En {times, plural, one {# fois} other {# fois}}.',
  how: 'Par {how, select, card {carte} other {autre moyen}}.',
  open: '{yes, select, yes {oui} other {non}}',
  ask: 'Par quel moyen ?',
  inside: 'Choisissez entre {options}.',
}
const yaml = 'slots:\n  how: one_of [card, transfer]\nsteps:\n  - say: plain\n'
const dialog = dialogOf({ pay: { yaml, words } })

const options = (change: Partial<RenderOptions> = {}): RenderOptions => ({
  language: 'fr',
  level: 'standard',
  channel: 'chat',
  zone: 'Europe/Paris',
  today: Temporal.PlainDate.from('2026-11-21'),
  ...change,
})
const text = (
  id: string,
  params: Record<string, Param> = {},
  change: Partial<RenderOptions> = {},
) => renderText(dialog, 'pay', id, params, options(change)).replaceAll(/[\u00a0\u202f]/g, ' ')

const one = (param: Param, change: Partial<RenderOptions> = {}) => {
  const set = dialogOf({ pay: { yaml: 'steps:\n  - say: it\n', words: { it: '{it}' } } })
  return renderText(set, 'pay', 'it', { it: param }, options(change)).replaceAll(
    /[\u00a0\u202f]/g,
    ' ',
  )
}

describe('a text', () => {
  const params: Record<string, Param> = {
    name: { type: 'text', text: 'Ana' },
    sum: { type: 'money', cents: 15282, currency: 'EUR' },
  }

  it('keeps its apostrophes, whatever stands after them', () => {
    expect(text('plain', params)).toBe('L’été d’Ana : « 152,82 € »… à bientôt, Ana.')
  })

  it('spares the SMS its dear signs', () => {
    expect(text('plain', params, { channel: 'sms' })).toBe(
      'L\'été d\'Ana : "152,82 €"... à bientôt, Ana.',
    )
  })

  it('is worded by channel, else as everywhere', () => {
    expect(
      (['sms', 'chat', 'voice'] as ChannelName[]).map((channel) => text('by', {}, { channel })),
    ).toEqual(['par sms', 'partout', 'à voix haute'])
  })

  it('is worded by level, else as usual; and in other words the second time', () => {
    expect(text('easy')).toBe('Veuillez préciser.')
    expect(text('easy', {}, { level: 'simple' })).toBe('Dites-moi.')
    expect(text('easy', {}, { level: 'simple', channel: 'voice' })).toBe('Dites.')
    expect(text('easy', {}, { level: 'expert' })).toBe('Veuillez préciser.')
    expect(text('easy#again')).toBe('Encore ?')
    expect(text('by#again')).toBe('partout')
  })

  it('counts, and chooses by key and by yes or no', () => {
    expect(text('times', { times: { type: 'count', count: 3 } })).toBe('En 3 fois.')
    expect(text('how', { how: { type: 'label', flow: 'pay', text: 'how.card' } })).toBe(
      'Par carte.',
    )
    expect(text('open', { yes: { type: 'text', text: 'yes' } })).toBe('oui')
  })

  it('falls back to French where a language has none', () => {
    const book = dialog.texts.texts as Map<string, unknown>
    book.delete('en pay.by')
    expect(text('by', {}, { language: 'en' })).toBe('partout')
  })
})

describe('a parameter', () => {
  it.each<[string, Param, string, string]>([
    ['money', { type: 'money', cents: 6000, currency: 'EUR' }, '60 €', '€60'],
    ['a day', { type: 'date', date: '2026-12-05' }, 'samedi 5 décembre', 'Saturday 5 December'],
    [
      'the first of a month',
      { type: 'date', date: '2026-12-01' },
      'mardi 1er décembre',
      'Tuesday 1 December',
    ],
    [
      'a day of next year',
      { type: 'date', date: '2027-01-11' },
      'lundi 11 janvier 2027',
      'Monday 11 January 2027',
    ],
    [
      'a full hour',
      { type: 'moment', at: '2026-11-23T08:00:00Z', zone: 'Europe/Paris' },
      'lundi 23 novembre à 9 h',
      'Monday 23 November at 9 am',
    ],
    [
      'a half hour',
      { type: 'moment', at: '2026-11-23T13:30:00Z', zone: 'Europe/Paris' },
      'lundi 23 novembre à 14 h 30',
      'Monday 23 November at 2:30 pm',
    ],
    ['a quantity', { type: 'quantity', value: '1620', unit: 'kWh' }, '1 620 kWh', '1,620 kWh'],
    ['a price', { type: 'quantity', value: '0.1327', unit: '€' }, '0,1327 €', '€0.1327'],
    ['months', { type: 'quantity', value: '2', unit: 'month' }, '2 mois', '2 months'],
    ['a bare number', { type: 'quantity', value: '5.5', unit: '' }, '5,5', '5.5'],
    [
      'an instalment',
      { type: 'instalment', cents: 3094, currency: 'EUR', date: '2027-01-11' },
      '30,94 € le 11 janvier',
      '€30.94 on 11 January',
    ],
    [
      'an instalment far away',
      { type: 'instalment', cents: 3094, currency: 'EUR', date: '2027-08-01' },
      '30,94 € le 1er août 2027',
      '€30.94 on 1 August 2027',
    ],
    [
      'a list',
      {
        type: 'list',
        items: [
          { type: 'count', count: 1 },
          { type: 'count', count: 2 },
          { type: 'count', count: 3 },
        ],
      },
      '1, 2 et 3',
      '1, 2 and 3',
    ],
  ])('%s', (_, param, fr, en) => {
    expect(one(param)).toBe(fr)
    expect(one(param, { language: 'en' })).toBe(en)
  })

  it('of the year before is told with its year when it lies far back', () => {
    expect(one({ type: 'date', date: '2026-03-01' })).toBe('dimanche 1er mars 2026')
    expect(one({ type: 'date', date: '2026-10-02' })).toBe('vendredi 2 octobre')
  })
})

describe('a reply', () => {
  const choices = [
    { key: 'card', label: 'carte' },
    { key: 'transfer', label: 'virement' },
    { key: 'cheque', label: 'chèque' },
  ]
  const said: Said[] = [
    { flow: 'pay', text: 'by', params: {} },
    { flow: 'pay', text: 'ask', params: {}, options: choices },
  ]
  const reply = (channel: ChannelName, list = said) =>
    renderReply(dialog, list, { ...options({ channel }), purpose: 'reply' })

  it('joins what was said and offers choices as digits, or as words by voice', () => {
    expect(reply('sms').text).toBe('par sms Par quel moyen ? 1 carte, 2 virement, 3 chèque.')
    expect(reply('chat').text).toBe('partout\nPar quel moyen ? 1 carte, 2 virement, 3 chèque.')
    expect(reply('voice').text.replaceAll('\u00a0', ' ')).toBe(
      'à voix haute Par quel moyen ? Carte, virement ou chèque ?',
    )
  })

  it('shows choices where the text wants them', () => {
    const inside = [{ flow: 'pay', text: 'inside', params: {}, options: choices.slice(0, 2) }]
    expect(reply('sms', inside).text).toBe('Choisissez entre 1 carte, 2 virement.')
  })

  it('says what it was made of and hands the choices on', () => {
    expect(reply('sms')).toMatchObject({
      language: 'fr',
      purpose: 'reply',
      from: ['pay.by', 'pay.ask'],
      options: choices,
    })
    expect(reply('sms', said.slice(0, 1)).options).toBeUndefined()
  })
})
