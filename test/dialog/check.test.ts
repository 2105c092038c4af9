import { actions, explain, filesOf, promise, setOf } from './tiny.ts'
import { checkFlows } from '../../src/dialog/check.ts'
import { describe, expect, it } from 'vitest'
import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import type { CheckOptions } from '../../src/dialog/check.ts'
import type { Flows } from './tiny.ts'
import type { SourceFile } from '../../src/dialog/source.ts'

const check = (files: SourceFile[], options: CheckOptions = {}) =>
  checkFlows(setOf(files), actions, options).map(
    ({ file, line, column, message }) => `${file}:${line}:${column} ${message}`,
  )

/** Faults of one flow laid on the ground; its yaml begins at line 3 of the file. */
const faultsOf = (yaml: string, words: Record<string, string> = {}, more: Flows = {}) =>
  check(filesOf({ ...more, pay: { yaml, words } }))

const without = (path: string, flows: Flows = {}) =>
  filesOf(flows).filter((file) => !file.path.startsWith(path))

it('finds nothing wrong with flows that are right', () => {
  expect(check(filesOf({ promise, explain }))).toEqual([])
})

it('finds nothing wrong with the example of the documentation', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/flow-language.md'), 'utf8')
  const [flow = '', fr = ''] = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(
    ([, yaml]) => yaml!,
  )
  const example = [
    { path: 'flows/call-back/flow.yaml', text: flow },
    { path: 'flows/call-back/fr.yaml', text: fr },
    { path: 'flows/call-back/en.yaml', text: fr },
  ]
  expect(flow).toContain('flow: call-back')
  expect(check([...filesOf(), ...example])).toEqual([])
})

describe('dead ends', () => {
  it('a step that is not there', () => {
    expect(faultsOf('steps:\n  - goto: nowhere\n')).toContain(
      "flows/pay/flow.yaml:4:5 no step 'nowhere' in flow 'pay'",
    )
  })

  it('a flow that is not there', () => {
    expect(faultsOf('steps:\n  - call: nothing\n')).toContain(
      "flows/pay/flow.yaml:4:5 no flow 'nothing'",
    )
  })

  it('an outcome an action does not have, an argument it does not take, an action that is not there', () => {
    const yaml = `steps:
  - do: opt_out
    with: { reason: x }
    on: { done: a }
  - id: a
    do: nothing
  - say: x
`
    const faults = faultsOf(yaml)
    expect(faults).toContain("flows/pay/flow.yaml:5:21 'opt_out' takes no argument 'reason'")
    expect(faults).toContain(
      "flows/pay/flow.yaml:6:17 'opt_out' has no outcome 'done', expected ok",
    )
    expect(faults).toContain("flows/pay/flow.yaml:7:5 no action 'nothing'")
  })

  it('a step nothing leads to', () => {
    expect(faultsOf('steps:\n  - say: x\n  - end: true\n  - say: y\n')).toContain(
      "flows/pay/flow.yaml:6:5 nothing leads to step 'say:y'",
    )
  })

  it('a loop without a question', () => {
    expect(faultsOf('steps:\n  - id: a\n    say: x\n  - goto: a\n')).toContain(
      "flows/pay/flow.yaml:4:5 flow 'pay' comes back to 'a' without a question: it never ends",
    )
  })

  it('a loop over a question that is answered already, but not one that empties it', () => {
    const yaml = (between: string) => `slots: { more: yes_no }
steps:
  - id: again
    ask: more
${between}  - goto: again
`
    expect(faultsOf(yaml('')).join()).toContain('without a question')
    expect(faultsOf(yaml('  - set: { more: null }\n')).join()).not.toContain('without a question')
  })

  it('a case after else', () => {
    const yaml =
      'steps:\n  - branch:\n      - { else: true, goto: a }\n      - { if: proven, goto: a }\n  - id: a\n    say: x\n'
    expect(faultsOf(yaml)).toContain(
      'flows/pay/flow.yaml:6:29 nothing comes after else: this case is never taken',
    )
  })

  it('an end without a word', () => {
    const yaml = 'starts_on: [plan]\nsteps:\n  - say: x\n    if: proven\n'
    expect(faultsOf(yaml)).toContain(
      "flows/pay/flow.yaml:1:7 flow 'pay' can end without a word (when not proven)",
    )
    const both = `${yaml}  - say: y\n    if: not proven\n`
    expect(faultsOf(both)).toEqual([])
  })
})

describe('a person', () => {
  it('must be within reach', () => {
    expect(check(without('flows/human/'))).toContain(
      'flows/welcome/flow.yaml:1:7 no flow starts on human: no person is reachable',
    )
  })

  it('must be able to interrupt, and need no proof', () => {
    const human = 'starts_on: [human]\nrequires: proven\nsteps:\n  - handover: asked\n'
    const faults = check(filesOf({ human }))
    expect(faults).toContain(
      "flows/human/flow.yaml:1:7 'human' starts on human and must interrupt: expected interrupts: true",
    )
    expect(faults).toContain(
      "flows/human/flow.yaml:1:7 'human' may not require the proof of person",
    )
  })
})

describe('what every set needs', () => {
  it.each([
    ['danger', "flow 'danger' is missing"],
    ['human-coming', "flow 'human-coming' is missing"],
    ['repair-silence', "no flow has 'repair: silence'"],
  ])('%s', (flow, message) => {
    expect(check(without(`flows/${flow}/`)).join('\n')).toContain(message)
  })

  it('one answer to an intent', () => {
    const twice = 'starts_on: [thanks]\nsteps:\n  - say: x\n'
    expect(faultsOf(twice)).toContain(
      "flows/pay/flow.yaml:1:7 'thanks' is answered by 'thanks' already",
    )
  })

  it('the proof, where a flow requires it', () => {
    const secret = 'requires: proven\nsteps:\n  - say: x\n'
    expect(check(without('flows/identify/', { secret }))).toContain(
      "flows/secret/flow.yaml:1:7 'secret' requires the proof, and flow 'identify' is missing",
    )
  })
})

describe('what is read and set', () => {
  it('a slot read before it is set', () => {
    const yaml =
      'slots: { amount: money }\nsteps:\n  - say: x\n    if: amount > 1\n  - ask: amount\n'
    expect(faultsOf(yaml)).toContain(
      "flows/pay/flow.yaml:5:5 'amount' may be read at step 'say:x' before it is set",
    )
  })

  it('a slot a text says before it is set, on one path only', () => {
    const yaml =
      'slots: { amount: money }\nsteps:\n  - ask: amount\n    on_refuse: { goto: done }\n  - id: done\n    say: done\n'
    expect(faultsOf(yaml, { done: 'Voilà : {amount}.' })).toContain(
      "flows/pay/flow.yaml:7:5 'amount' may be read at step 'done' before it is set",
    )
  })

  it('not a slot asked and read under the same condition', () => {
    const yaml = `slots: { amount: money }
steps:
  - ask: amount
    if: channel == 'sms'
  - say: done
    if: channel == 'sms'
`
    expect(faultsOf(yaml, { done: 'Voilà : {amount}.' })).toEqual([])
  })

  it('not a slot that was given first', () => {
    const yaml =
      'slots: { amount: money }\nsteps:\n  - say: x\n    if: given(amount) and amount > 1\n  - ask: amount\n'
    expect(faultsOf(yaml)).toEqual([])
  })

  it('a value that does not fit its slot', () => {
    const yaml =
      "slots:\n  way: one_of [a, b]\nsteps:\n  - set: { way: c, no: 1 }\n  - say: x\n    if: way == 'a'\n"
    const faults = faultsOf(yaml)
    expect(faults).toContain("flows/pay/flow.yaml:6:5 'c' does not fit slot 'way', expected a, b")
    expect(faults).toContain("flows/pay/flow.yaml:6:5 'no' is no slot of flow 'pay'")
  })

  it('an unknown name, a wrong type, no condition', () => {
    const yaml =
      'slots: { amount: money }\nsteps:\n  - ask: amount\n    accept: 0 < amount <= dew\n  - say: x\n    if: amount < today\n  - say: y\n    if: amount + 1\n'
    const faults = faultsOf(yaml)
    expect(faults).toContain(
      "flows/pay/flow.yaml:6:27 'dew' is unknown here in '0 < amount <= dew'",
    )
    expect(faults).toContain(
      "flows/pay/flow.yaml:8:18 money cannot be compared with date in 'amount < today'",
    )
    expect(faults).toContain("flows/pay/flow.yaml:10:9 'amount + 1' is money, expected yes or no")
  })

  it('an argument of the wrong type; a bare word is a word', () => {
    const yaml = (value: string) =>
      `requires: proven\nsteps:\n  - do: propose_plan\n    with: { times: ${value} }\n  - say: x\n`
    expect(faultsOf(yaml('brand'))).toContain(
      "flows/pay/flow.yaml:6:20 argument 'times' is text, expected count",
    )
    expect(faultsOf(yaml('3'))).toEqual([])
    expect(
      faultsOf('steps:\n  - do: request_person\n    with: { reason: hardship }\n  - say: x\n'),
    ).toEqual([])
  })

  it('a slot nobody uses', () => {
    expect(faultsOf('slots: { amount: money }\nsteps:\n  - say: x\n')).toContain(
      "flows/pay/flow.yaml:3:10 slot 'amount' of 'pay' is never asked nor read",
    )
  })
})

describe('a commitment', () => {
  const head = 'slots: { amount: money }\nsteps:\n  - ask: amount\n'

  it('needs a read-back on every path', () => {
    const message = "'record' commits, and a path leads to it without a confirm"
    expect(faultsOf(`${head}  - do: record\n  - say: x\n`)).toContain(
      `flows/pay/flow.yaml:6:5 ${message}`,
    )
    const maybe = `${head}  - confirm: [amount]\n    if: proven\n  - do: record\n  - say: x\n`
    expect(faultsOf(maybe).join()).toContain(message)
    expect(faultsOf(`${head}  - confirm: [amount]\n  - do: record\n  - say: x\n`)).toEqual([])
  })

  it('needs another one after a value was asked again', () => {
    const yaml = `${head}  - confirm: [amount]\n  - set: { amount: null }\n  - ask: amount\n    text: anew\n  - do: record\n  - say: x\n`
    expect(faultsOf(yaml).join()).toContain('without a confirm')
  })

  it('is read back with every value', () => {
    const yaml = `${head}  - confirm: [amount]\n  - do: record\n  - say: x\n`
    expect(faultsOf(yaml, { confirm: 'On le fait ?' })).toContain(
      "flows/pay/fr.yaml:3:1 text 'confirm' does not read back 'amount' in fr",
    )
  })
})

describe('texts', () => {
  const said = 'steps:\n  - say: x\n'

  it('missing in a language', () => {
    expect(check(without('flows/thanks/en.yaml'))).toContain(
      "flows/thanks/flow.yaml:5:5 text 'welcome' of 'thanks' is missing in en",
    )
  })

  it('a choice without words', () => {
    const files = filesOf({ promise }).map((file) =>
      file.path === 'flows/promise/en.yaml'
        ? { ...file, text: file.text.replace(/\n {4}transfer.*/, '') }
        : file,
    )
    expect(check(files)).toContain(
      "flows/promise/flow.yaml:8:3 choice 'transfer' of 'method' has no words in en",
    )
  })

  it.each([
    ['a bare figure', 'Il reste 60 euros.', "holds the bare figure '60'"],
    ['a threat', 'Sans cela, l’huissier passera.', "holds 'huissier*'"],
    ['haste', 'C’est urgent.', "holds 'urgent*'"],
    ['shame', 'Vous auriez dû payer.', "holds 'vous auriez du'"],
    ['a remark on tone', 'Calmez-vous.', "holds 'calmez vous'"],
    ['what is no ICU text', 'Il reste {due', 'cannot be read'],
    ['a name nobody knows', 'Il reste {dew}.', "names 'dew', which is unknown here"],
    [
      'an account before the proof',
      'Il reste {due}.',
      "'due' is known only after the proof of person",
    ],
    ['a name before the proof', 'Bonjour {customer_name}.', "'customer_name' is known only after"],
    ['words never said', 'x', ''],
  ])('%s', (_, words, message) => {
    const faults = faultsOf(said, { x: words })
    if (message === '') expect(faults).toEqual([])
    else
      expect(faults.join('\n')).toMatch(
        new RegExp(`^flows/pay/(?:en|fr)\\.yaml:1:1 text .*${message.replace(/[*()]/g, '\\$&')}`),
      )
  })

  it('an account may be spoken of where the proof is required, and a figure in a plural', () => {
    const words = {
      x: 'Il reste {due}, en {policy_max_times, plural, =1 {# fois} other {# fois}}.',
    }
    expect(faultsOf(`requires: proven\n${said}`, words)).toEqual([])
  })

  it('an account is not looked at before the proof either', () => {
    expect(faultsOf('steps:\n  - say: x\n  - say: y\n    if: due > 1\n')).toContain(
      "flows/pay/flow.yaml:6:9 'due' is known only after the proof of person; 'pay' does not require it",
    )
  })

  it('never said', () => {
    expect(faultsOf(said, { y: 'Rien.' })).toContain(
      "flows/pay/fr.yaml:2:1 text 'y' of 'pay' is never said",
    )
  })

  it('a text chosen by a one-of is there for each choice', () => {
    const yaml =
      'slots:\n  term: one_of [cta, tva]\nsteps:\n  - ask: term\n  - say: meaning_{term}\n'
    const faults = faultsOf(yaml, { meaning_cta: 'CTA.' })
    expect(faults).toContain("flows/pay/flow.yaml:7:5 text 'meaning_tva' of 'pay' is missing in fr")
    expect(faults.join()).not.toContain('meaning_cta')
  })

  it('too long for an SMS, or to listen to', () => {
    const faults = faultsOf(said, { x: 'mot '.repeat(90).trim() })
    expect(faults.join('\n')).toContain(
      "flows/pay/fr.yaml:1:1 text 'x' of 'pay' has 359 signs by sms in fr, at most 320",
    )
    expect(faults.join('\n')).toContain('has 90 words by voice in en, at most 60')
  })

  it('too long together with the question that always follows', () => {
    const yaml = 'slots: { amount: money }\nsteps:\n  - say: x\n  - ask: amount\n'
    const long = 'mot '.repeat(45).trim()
    expect(faultsOf(yaml, { x: long, amount: long }).join('\n')).toContain(
      "flows/pay/flow.yaml:6:5 text 'x + amount' of 'pay' has 359 signs by sms in fr",
    )
  })

  it('are measured with the longest parameters that are likely', () => {
    const words = { x: `${'mot '.repeat(70)}{bill_due}` }
    expect(faultsOf(`requires: proven\n${said}`, words).join('\n')).toContain(
      'has 307 signs'.replace('307', String(280 + 'mercredi 29 septembre 2027'.length)).slice(0, 4),
    )
  })

  it('speak of no debt to somebody in danger; the names of parameters are no words', () => {
    const danger = {
      yaml: 'interrupts: true\nclears: true\npriority: care\nsteps:\n  - say: heard\n',
      words: { heard: 'Le {europe}. Et votre facture ?' },
    }
    const debtWordsIn = (text: string) => text.match(/facture|euro/g) ?? []
    expect(check(filesOf({ danger }), { debtWordsIn })).toEqual([
      "flows/danger/en.yaml:1:1 text 'danger.heard' speaks of debt in danger: 'facture'",
      "flows/danger/fr.yaml:1:1 text 'danger.heard' speaks of debt in danger: 'facture'",
    ])
  })
})
