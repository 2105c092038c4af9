import fc from 'fast-check'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { explainBill, bySteps, stepOf } from '../../../src/billing/explain.ts'
import type { ExplainStep } from '../../../src/billing/sentence.ts'
import { languages } from '../../../src/conversation/language.ts'
import type { ChannelName } from '../../../src/conversation/line.ts'
import { loadFlows } from '../../../src/dialog/load.ts'
import { renderText } from '../../../src/dialog/render.ts'
import type { RenderOptions } from '../../../src/dialog/render.ts'
import { readSources } from '../../../src/dialog/source.ts'
import { arbitraryBill } from '../../billing/arbitrary-bill.ts'
import {
  fixtureText,
  readText,
  sampleBill,
  sampleFolder,
  samples,
} from '../../billing/bill-files.ts'

const today = Temporal.PlainDate.from('2026-11-21')
const wanted = /^flows\/(explain-bill|why-higher|vocabulary|creditors\/helia)\//
const root = join(import.meta.dirname, '../../..')
const sources = (await readSources(root)).filter(({ path }) => wanted.test(path))
const { set, faults } = loadFlows(sources)
const dialog = set?.of('helia') ?? expect.fail(JSON.stringify(faults))

function render(sentences: ExplainStep[], change: Partial<RenderOptions>): string {
  const how = {
    language: 'fr',
    level: 'standard',
    channel: 'chat',
    zone: 'Europe/Paris',
    today,
  } as const
  return sentences
    .map(({ flow, text, params }) => {
      const words = renderText(dialog, flow, text, params, { ...how, ...change })
      expect(words, `${flow}.${text}`).not.toBe('')
      return words
    })
    .join(' ')
}

const ways = languages.flatMap((language) =>
  (['simple', 'standard', 'expert'] as const).map((level) => ({ language, level })),
)

describe('the texts of an explanation', () => {
  it('are there in both languages, whatever the bill', () => {
    fc.assert(
      fc.property(arbitraryBill, arbitraryBill, fc.integer(), (bill, previous, accountCents) => {
        const sentences = explainBill(bill, { today, previous, accountCents })
        for (const way of ways) expect(render(sentences, way)).not.toMatch(/undefined|\{|NaN/)
      }),
      { numRuns: 60 },
    )
    for (const file of ['charges.xml', 'credit-note.xml'])
      for (const way of ways) render(explainBill(readText(fixtureText(file)), { today }), way)
  })

  it('tell the worked example in words', () => {
    const sentences = explainBill(sampleBill(samples.higher), {
      today,
      previous: sampleBill(samples.before),
    })
    const change = render(
      sentences.filter((one) => stepOf(one) === 'change'),
      {},
    ).replace(/\s/g, ' ')
    expect(change).toBe(
      'Vous avez raison, elle a augmenté de 32,72 € : 120,10 € la fois d’avant, 152,82 € cette fois. ' +
        'Vous avez utilisé 135 kWh de plus : 17,91 €. ' +
        'Les taxes suivent, TVA comprise : 10,01 €. ' +
        'La période compte 12 jours de plus, donc plus d’abonnement : 4,80 €.',
    )
  })

  const limits: [channel: ChannelName, measure: (words: string) => number, most: number][] = [
    ['sms', (words) => words.length, 320],
    ['voice', (words) => words.split(/\s+/).length, 60],
  ]
  it.each(limits)('fit %s with the question that follows', (channel, measure, most) => {
    for (const file of readdirSync(join(sampleFolder, 'bills')))
      for (const step of bySteps(explainBill(sampleBill(file), { today })))
        for (const way of ways) {
          const text = stepOf(step[0] ?? expect.fail()) === 'total' ? 'follow' : 'clear'
          const ask = { id: 'ask', flow: 'explain-bill', text, params: {} }
          const words = render([...step, ask], { ...way, channel })
          expect(measure(words), words).toBeLessThanOrEqual(most)
        }
  })
})

describe('the glossary', () => {
  const terms = dialog.flows.get('vocabulary')?.slots.get('term')?.options ?? []

  it('has the words of a bill, each said in both languages, short and without a figure', () => {
    expect(terms).toEqual(
      expect.arrayContaining(['abonnement', 'kwh', 'accise', 'cta', 'tva', 'turpe']),
    )
    for (const term of terms)
      for (const way of ways) {
        const words = render(
          [{ id: 'x', flow: 'vocabulary', text: `meaning_${term}`, params: {} }],
          way,
        )
        expect(words.length, words).toBeLessThanOrEqual(320)
        expect(words).not.toMatch(/\d/)
      }
  })

  it('knows each way to name a word once', () => {
    for (const language of languages) {
      const options = dialog.texts.options.get(`${language} vocabulary.term`) ?? []
      expect(options.map(({ key }) => key)).toEqual(terms)
      const names = options.flatMap(({ match }) => match)
      expect(new Set(names).size).toBe(names.length)
    }
  })
})
