import { describe, expect, test } from 'vitest'
import { read } from './read.ts'

const wishes = [
  'arrêt',
  'ARRÊT.',
  'Stop !',
  'stop stp',
  'Stop please',
  '“STOP”',
  'ＳＴＯＰ',
  'STOP 36180',
  'stop sms',
  'STOP CONTACT',
  '🛑 STOP',
  'STOOOP',
  'fin',
  'END',
  'unsubscribe',
  'désabonner',
  "arrête de m'écrire",
  "ne m'écrivez plus",
  "ne m'appelez plus",
  "arrêtez de m'envoyer des messages",
  'je veux plus recevoir vos sms',
  'arreter de me harceler',
  'stop texting this number',
  "don't text me again",
  'remove me from your list',
]

const otherStops = [
  'le stop de bus',
  "l'arrêt de bus",
  'je veux arrêter le paiement',
  "j'arrête le prélèvement",
  'stop the payment on Friday',
  'cancel the payment',
  'fin de mois',
  'je paie fin du mois',
  'je suis en arrêt maladie',
  'écrivez moi plus tard',
  'plus de détails svp',
  'non',
]

describe('opting out', () => {
  test.each(wishes)('is heard in: %s', (text) => {
    const { optOut, intents, commands } = read(text)
    expect(optOut).toBe(true)
    expect(intents).toContain('opt_out')
    expect(commands[0]).toEqual({ optOut: true })
  })

  test.each(otherStops)('is not read into: %s', (text) => {
    expect(read(text).optOut).toBe(false)
    expect(read(text, 'en').optOut).toBe(false)
  })

  test('does not hide danger said in the same words', () => {
    expect(read('STOP je veux mourir')).toMatchObject({ grade: 4 })
  })
})
