import { expect, it } from 'vitest'
import { forbiddenIn } from '../../src/dialog/forbidden-words.ts'

it.each([
  ['fr', 'Dernier avertissement avant poursuites.', ['poursuite*', 'dernier avertissement']],
  ['fr', 'Vous devez payer IMMÉDIATEMENT.', ['vous devez payer', 'payer immediatement']],
  ['fr', 'Calmez-vous, ça va aller.', ['calmez vous', 'ca va aller']],
  ['en', 'Final notice: the bailiffs will come.', ['final notice', 'bailiff*']],
  ['en', 'Calm down, you should have paid.', ['calm down', 'you should have']],
  ['fr', 'Appelez maintenant le 15. Rien ne presse. Vous pouvez payer quand vous voulez.', []],
  ['en', 'You can pay when you like. Nothing is urged on you.', []],
] as const)('%s: %s', (language, text, found) => {
  expect(forbiddenIn(text, language).toSorted()).toEqual([...found].toSorted())
})
