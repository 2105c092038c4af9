import { describe, expect, it } from 'vitest'
import { dialogFromMaterials, loadFlows } from '../../src/dialog/load.ts'
import { filesOf, promise, setOf, talkOver } from './tiny.ts'
import { isAmiableError } from '../../src/errors.ts'
import { messageOf } from '../../src/dialog/wording/wording.ts'
import type { SourceFile } from '../../src/dialog/source.ts'

const faultsOf = (path: string, text: string) =>
  loadFlows([...filesOf(), { path, text }])
    .faults.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`)
    .join('\n')

const flowFault = (text: string) => faultsOf('flows/pay/flow.yaml', text)

describe('a fault in a flow file has its place and says what was expected', () => {
  it('broken YAML', () => {
    expect(flowFault('flow: pay\n  purpose: x\n')).toMatch(/^flows\/pay\/flow\.yaml:1:7 /)
  })

  it('a key twice', () => {
    expect(flowFault('flow: pay\nflow: pay\n')).toContain(
      'flows/pay/flow.yaml:2:1 Map keys must be unique',
    )
  })

  it('an alias', () => {
    const text = 'flow: &a pay\npurpose: *a\nsteps:\n  - say: x\n'
    expect(flowFault(text)).toContain('flows/pay/flow.yaml:1:1 aliases (*name) are not read here')
  })

  it('a key nobody knows', () => {
    const text = 'flow: pay\npurpose: x\nstarts: [promise]\nsteps:\n  - say: x\n'
    expect(flowFault(text)).toBe("flows/pay/flow.yaml:3:1 'starts' is not known here")
  })

  it('an intent nobody knows', () => {
    const text = 'flow: pay\npurpose: x\nstarts_on: [promise, pays]\nsteps:\n  - say: x\n'
    expect(flowFault(text)).toMatch(/^flows\/pay\/flow\.yaml:3:22 starts_on\.1: .*"promise"/)
  })

  it('a slot of no type', () => {
    const text = 'flow: pay\npurpose: x\nslots:\n  amount: cash\nsteps:\n  - say: x\n'
    expect(flowFault(text)).toBe(
      'flows/pay/flow.yaml:4:11 slots.amount: expected money, date, count, text, yes_no, code or one_of [a, b]',
    )
  })

  it('a step of no kind, and one of two', () => {
    const text = 'flow: pay\npurpose: x\nsteps:\n  - sya: x\n  - { say: x, goto: y }\n'
    const faults = flowFault(text)
    expect(faults).toContain('flows/pay/flow.yaml:4:5 a step is one of say, ask, branch')
    expect(faults).toContain('found sya')
    expect(faults).toContain('flows/pay/flow.yaml:5:5 a step is one of')
    expect(faults).toContain('found say and goto')
  })

  it('a step id twice', () => {
    const text = 'flow: pay\npurpose: x\nsteps:\n  - { id: a, say: x }\n  - { id: a, say: y }\n'
    expect(flowFault(text)).toBe("flows/pay/flow.yaml:5:5 the step id 'a' is used twice")
  })

  it('an expression, to the column inside it', () => {
    const text = 'flow: pay\npurpose: x\nsteps:\n  - say: x\n    if: due < and 1\n'
    expect(flowFault(text)).toBe(
      "flows/pay/flow.yaml:5:15 found 'and', expected a value in 'due < and 1'",
    )
    const quoted = 'flow: pay\npurpose: x\nsteps:\n  - say: x\n    if: "due < and 1"\n'
    expect(flowFault(quoted)).toContain('flows/pay/flow.yaml:5:16 ')
  })

  it('a branch that goes nowhere', () => {
    const text = 'flow: pay\npurpose: x\nsteps:\n  - branch:\n      - { if: proven }\n'
    expect(flowFault(text)).toBe(
      'flows/pay/flow.yaml:5:9 a case of a branch goes somewhere: expected goto or call',
    )
  })

  it('a flow in the wrong folder', () => {
    const text = 'flow: paid\npurpose: x\nsteps:\n  - say: x\n'
    expect(flowFault(text)).toBe(
      "flows/pay/flow.yaml:1:7 flow 'paid' stands in folder 'pay'; the names must be the same",
    )
  })

  it('a text without words', () => {
    expect(faultsOf('flows/pay/fr.yaml', 'ask:\n  sms: 3\n')).toMatch(
      /^flows\/pay\/fr\.yaml:2:3 ask/,
    )
  })

  it('a file in no place, a creditor without a policy', () => {
    expect(faultsOf('flows/pay/de.yaml', 'x: y\n')).toMatch(
      /^flows\/pay\/de\.yaml:1:1 this file has no place/,
    )
    const alone = filesOf().filter(({ path }) => !path.endsWith('policy.yaml'))
    expect(loadFlows(alone).faults).toEqual([
      {
        file: 'flows/creditors/lumo/creditor.yaml',
        line: 1,
        column: 1,
        message: "creditor 'lumo' has no policy.yaml beside it",
      },
    ])
  })
})

describe('a creditor', () => {
  const other: SourceFile[] = filesOf()
    .filter(({ path }) => path.startsWith('flows/creditors/lumo/'))
    .map(({ path, text }) => ({
      path: path.replace('lumo', 'aqua'),
      text: text.replace('id: lumo', 'id: aqua').replace('brand: Lumo', 'brand: Aqua'),
    }))
  const own: SourceFile[] = [
    { path: 'flows/creditors/aqua/texts/thanks/fr.yaml', text: 'welcome: Merci, Aqua.\n' },
    {
      path: 'flows/creditors/aqua/flows/repair-wait/flow.yaml',
      text: 'flow: repair-wait\npurpose: x\nrepair: wait\nsteps:\n  - say: mine\n',
    },
    { path: 'flows/creditors/aqua/flows/repair-wait/fr.yaml', text: 'mine: À vous.\n' },
  ]
  const set = setOf([...filesOf({ promise }), ...other, ...own])
  const want = { language: 'fr', channel: 'sms', level: 'standard' } as const
  const said = (creditor: string, flow: string, text: string) =>
    messageOf(set.of(creditor).texts, flow, text, want)?.format({})

  it('words single texts its own way', () => {
    expect(said('aqua', 'thanks', 'welcome')).toBe('Merci, Aqua.')
    expect(said('lumo', 'thanks', 'welcome')).toBe('thanks welcome')
  })

  it('replaces a whole flow', () => {
    expect(talkOver(set.of('aqua')).hear('attendez', { wait: true })).toEqual(['repair-wait.mine'])
    expect(talkOver(set.of('lumo')).hear('attendez', { wait: true })).toEqual(['repair-wait.time'])
  })

  it('has hashes of its own, the same for the same files in any order', () => {
    const again = setOf([...own, ...other, ...filesOf({ promise })])
    expect(again.of('aqua').hashes).toEqual(set.of('aqua').hashes)
    expect(set.of('lumo').hashes.texts).not.toBe(set.of('aqua').hashes.texts)
    expect(set.of('lumo').hashes.flows).toMatch(/^[0-9a-f]{64}$/)
  })

  it('nobody knows is an error that names those there are', () => {
    expect(() => set.of('nobody')).toThrow(
      "no flows for creditor 'nobody', expected one of lumo, aqua",
    )
  })

  it('can be rebuilt from its recorded materials to the same hashes and words', () => {
    const bodies = Object.fromEntries(
      set.of('aqua').materials.map(({ kind, body }) => [kind, body]),
    )
    const rebuilt = dialogFromMaterials(bodies as Parameters<typeof dialogFromMaterials>[0])
    expect(rebuilt.hashes).toEqual(set.of('aqua').hashes)
    expect(talkOver(rebuilt).hear('payer', { start: 'promise' })).toEqual(['promise.amount'])
  })

  it('whose materials cannot be read is an error of the registry', () => {
    const broken = { flows: '[["flows/x/flow.yaml","flow: x"]]', texts: '[]', policy: '[]' }
    const read = () => dialogFromMaterials(broken)
    expect(read).toThrow(expect.objectContaining({ code: 'flows_invalid' }))
    try {
      read()
    } catch (error) {
      expect(isAmiableError(error)).toBe(true)
    }
  })
})
