import { describe, expect, test } from 'vitest'
import { inDanger, notInDanger } from './danger-words.ts'
import { read } from './read.ts'

const signs: [language: 'fr' | 'en', text: string, kind: string, grade: number][] = [
  ['fr', "j'ai perdu mon boulot", 'income_shock', 2],
  ['fr', 'je suis au chômage', 'income_shock', 2],
  ['fr', 'je peux pas payer', 'hardship', 2],
  ['fr', 'mon mari est décédé le 2 novembre', 'bereavement', 3],
  ['fr', "j'ai un respirateur à la maison", 'health_device', 3],
  ['fr', 'mon mari me frappe', 'separation_abuse', 3],
  ['fr', 'je suis sous curatelle', 'capability', 2],
  ['fr', "j'ai un dossier de surendettement", 'over_indebtedness', 2],
  ['fr', 'BANDE DE VOLEURS', 'hostility', 1],
  ['fr', 'je vais venir vous buter', 'threat', 4],
  ['fr', 'je conteste cette facture', 'dispute', 1],
  ['fr', "on n'a plus de chauffage avec un bébé", 'essential_need', 3],
  ['fr', "je n'en peux plus, je craque", 'acute_distress', 3],
  ['en', 'I lost my job', 'income_shock', 2],
  ['en', "I can't afford it", 'hardship', 2],
  ['en', 'my husband passed away', 'bereavement', 3],
  ['en', 'I am on dialysis at home', 'health_device', 3],
  ['en', 'my partner hits me', 'separation_abuse', 3],
  ['en', 'my english is poor', 'capability', 2],
  ['en', 'bailiffs are coming', 'over_indebtedness', 2],
  ['en', 'you bunch of thieves', 'hostility', 1],
  ['en', 'this bill is wrong', 'dispute', 1],
  ['en', 'no heating and a newborn', 'essential_need', 3],
  ['en', "I can't cope anymore", 'acute_distress', 3],
]

describe('signs of fragility', () => {
  test.each(signs)('%s: %s', (language, text, kind, grade) => {
    expect(read(text, language).signals).toContainEqual(
      expect.objectContaining({ kind, grade }) as object,
    )
  })

  test('keep the words as they were written', () => {
    const { signals } = read("bonjour, j'ai perdu mon boulot hier")
    expect(signals[0]?.text).toBe("j'ai perdu mon boulot")
  })

  test('take the gravest as the grade of the message', () => {
    expect(read("j'ai perdu mon boulot et je veux mourir").grade).toBe(4)
  })
})

describe('danger', () => {
  test.each(inDanger)('%s: %s', (language, text) => expect(read(text, language).grade).toBe(4))

  test.each(inDanger)('%s, in capitals and with no accent: %s', (language, text) => {
    const shouted = text.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()
    expect(read(shouted, language).grade).toBe(4)
  })

  test.each(inDanger)('%s, whatever the language of the line: %s', (language, text) => {
    expect(read(text, language === 'fr' ? 'en' : 'fr').grade).toBe(4)
  })

  test.each(notInDanger)('not in %s: %s', (language, text) =>
    expect(read(text, language).grade).toBeLessThan(4),
  )

  test('put aside in so many words is a gentle check, not an alarm', () => {
    expect(read('je ne suis pas suicidaire, je demande un délai').grade).toBe(3)
    expect(read("I'm not suicidal", 'en').grade).toBe(3)
  })

  test('is not hidden by a saying beside it', () => {
    expect(read('cette facture me tue, je veux mourir').grade).toBe(4)
  })
})

describe('shame', () => {
  test.each(["j'ai un peu honte de vous écrire", 'un peu honteux'])(
    'is distress and no hostility: %s',
    (text) => {
      expect(read(text).signals.map(({ kind }) => kind)).toEqual(['acute_distress'])
    },
  )
})
