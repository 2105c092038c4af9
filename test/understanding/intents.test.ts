import { describe, expect, test } from 'vitest'
import { read } from './read.ts'

const french: [text: string, ...intents: string[]][] = [
  ['slt', 'greet'],
  ['merci', 'thanks'],
  ['au revoir', 'goodbye'],
  ['ben ouais ok ca marche', 'affirm'],
  ["d'accord", 'affirm'],
  ["c'est bon", 'affirm'],
  ['non merci', 'deny', 'thanks'],
  ["pas d'accord", 'deny'],
  ['mouais', 'other'],
  ['c koi cette facture ?', 'explain_bill'],
  ['oui euh je comprends rien à votre papier là', 'affirm', 'explain_bill'],
  ['combien je dois', 'explain_bill'],
  ['bah dabitude c 120 la 150 je compren pas', 'why_higher'],
  ['je paierai vendredi', 'promise'],
  ['60 le 5', 'promise'],
  ['je peux payer en 3 fois ?', 'plan'],
  ['jpeu pas tt payer la. 60 le 5', 'plan', 'promise'],
  ['je veux payer maintenant par carte', 'pay_now'],
  ["j'ai déjà payé", 'already_paid'],
  [
    'BANDE DE VOLEURS jai payer le 3 !!!! arreter de me harceler',
    'complaint',
    'already_paid',
    'opt_out',
  ],
  ["je ne suis pas d'accord avec le montant", 'dispute'],
  ['jpe pas payer', 'cannot_pay'],
  ['chèque énergie', 'aid'],
  ['mon prélèvement a été rejeté', 'payment_incident'],
  ["j'ai déménagé", 'moved'],
  ['je ne suis pas Mme Diallo', 'wrong_person'],
  ['je suis son fils', 'third_party'],
  ['mon mari est décédé', 'deceased'],
  ['PERSONNE', 'human'],
  ['je veux parler à un conseiller', 'human'],
  ["personne ne m'aide", 'other'],
  ['pouvez-vous répéter', 'repeat'],
  ['je comprends pas', 'simpler'],
  ['attendez une minute', 'wait'],
  ['laisse tomber', 'cancel'],
  ['non plutôt 80', 'correct'],
  ['vous êtes un robot ?', 'are_you_a_bot'],
  ['je veux faire une réclamation', 'complaint'],
  ['supprimez mes données', 'erase_data'],
  ['vous allez me couper le courant ?', 'consequences'],
  ['HEL-7KQ2M9', 'identify'],
  ['START', 'opt_in'],
  ['demain', 'answer'],
]

const english: [text: string, ...intents: string[]][] = [
  ['yes please', 'affirm'],
  ['maybe', 'other'],
  ['what is this bill', 'explain_bill'],
  ['why is it so high', 'why_higher'],
  ['I can pay 60 on friday', 'promise'],
  ['can I pay in 3 instalments', 'plan'],
  ['can i pay now by card', 'pay_now'],
  ["I've already paid", 'already_paid'],
  ['this bill is wrong', 'dispute'],
  ["I can't afford it", 'cannot_pay'],
  ['is there any help', 'aid'],
  ['my card was declined', 'payment_incident'],
  ['I moved out', 'moved'],
  ['no hes my ex stop texting this number', 'deny', 'wrong_person', 'opt_out'],
  ["I'm calling on behalf of my mum", 'third_party'],
  ['my husband died', 'deceased'],
  ['I want to speak to a person', 'human'],
  ['say that again', 'repeat'],
  ["I don't understand", 'simpler'],
  ['hold on a minute', 'wait'],
  ['never mind', 'cancel'],
  ['no actually 80', 'correct'],
  ['are you a robot', 'are_you_a_bot'],
  ['I want to make a complaint', 'complaint'],
  ['delete my data', 'erase_data'],
  ["what happens if I don't pay", 'consequences'],
]

describe('intents', () => {
  test.each(french)('fr: %s', (text, ...intents) => expect(read(text).intents).toEqual(intents))
  test.each(english)('en: %s', (text, ...intents) =>
    expect(read(text, 'en').intents).toEqual(intents),
  )

  test('forgives a typing mistake', () => {
    expect(read('je veux un echeancer').intents).toEqual(['plan'])
    expect(read('je veux parler a un conseiler').intents).toEqual(['human'])
  })
})
