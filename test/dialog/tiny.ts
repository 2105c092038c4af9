import { actions as realActions } from '../../src/dialog/actions.ts'
import { creditor, customer, account, now } from './actions/facts.ts'
import { loadFlows } from '../../src/dialog/load.ts'
import { newDialogState } from '../../src/conversation/state.ts'
import { step } from '../../src/dialog/step.ts'
import type { ActionDefinition, Actions } from '../../src/dialog/action.ts'
import type { Command, Understanding } from '../../src/conversation/understanding.ts'
import type { Dialog, FlowSet } from '../../src/dialog/load.ts'
import type { DialogState } from '../../src/conversation/state.ts'
import type { Effect } from '../../src/conversation/decision.ts'
import type { EventKind } from '../../src/conversation/event.ts'
import type { Facts } from '../../src/conversation/facts.ts'
import type { SourceFile } from '../../src/dialog/source.ts'
import type { Stepped } from '../../src/dialog/step.ts'

/** Small flow sets for tests of the engine, and a talk over them in a line a turn. */

const creditorYaml = `
id: lumo
brand: Lumo
service: electricity
zone: Europe/Paris
holidays: FR
country: FR
currency: EUR
languages: [fr, en]
hours: [{ days: [monday, tuesday, wednesday, thursday, friday, saturday], from: '09:00', to: '18:00' }]
transfer: { name: Lumo SA, iban: FR7630006000011234567890189 }
onCall: []
`

const policyYaml = `
promise: { maxDays: 30, minCents: 500 }
plan: { maxTimes: 3, minInstalmentCents: 1000, firstWithinDays: 60 }
code: { minutes: 5, attempts: 5, sendsPerHour: 3, sendsPerDay: 6, lockMinutes: 30 }
proof: { minutes: 30 }
burst: { quietMs: 900, mostMs: 4000 }
person: { answerMinutes: 10 }
search: { workingDays: 4 }
`

/** What the engine needs of any set of flows, as short as it can be. */
const ground: Record<string, string> = {
  welcome: 'steps:\n  - say: hello\n',
  identify:
    'priority: security\nslots: { code: code }\nsteps:\n  - ask: code\n    on_refuse: { goto: end }\n  - do: prove\n    if: given(code)\n',
  danger:
    'interrupts: true\nclears: true\npriority: care\nslots: { safe: yes_no, near: text }\nsteps:\n  - say: heard\n  - ask: safe\n    on_other: { goto: ask:near }\n  - ask: near\n  - say: stay\n',
  fragile: 'interrupts: true\nclears: true\npriority: care\nsteps:\n  - say: thanks\n',
  human: 'starts_on: [human]\ninterrupts: true\nclears: true\nsteps:\n  - handover: asked\n',
  'human-coming': 'steps:\n  - say: coming\n',
  stop: 'starts_on: [opt_out]\ninterrupts: true\nclears: true\nsteps:\n  - do: opt_out\n  - say: stopped\n',
  thanks: 'starts_on: [thanks]\nsteps:\n  - say: welcome\n',
  'repair-cannot-understand': 'repair: cannot-understand\nsteps:\n  - say: sorry\n',
  'repair-correct': 'repair: correct\nsteps:\n  - say: what\n',
  'repair-cancel': 'repair: cancel\nsteps:\n  - say: dropped\n',
  'repair-resume': 'repair: resume\nsteps:\n  - say: back\n',
  'repair-repeat': 'repair: repeat\nsteps:\n  - say: again\n',
  'repair-simpler': 'repair: simpler\nsteps:\n  - say: simpler\n',
  'repair-refuse': 'repair: refuse\nsteps:\n  - say: fine\n',
  'repair-wait': 'repair: wait\nsteps:\n  - say: time\n',
  'repair-silence':
    'repair: silence\nsteps:\n  - branch:\n      - { if: silences >= 3, goto: last }\n  - say: there\n  - end: true\n  - id: last\n    say: bye\n  - do: hang_up\n',
  'repair-interrupted': 'repair: interrupted\nsteps:\n  - say: listening\n',
}

/** A promise as small as it can be: three questions, read back, recorded. */
export const promise = `
starts_on: [promise]
slots:
  amount: money
  date: date
  method: one_of [card, transfer]
steps:
  - ask: amount
    accept: 0 < amount <= 15282
    otherwise: too_much
  - ask: date
    accept: date >= today
    otherwise: past
  - ask: method
  - confirm: [amount, date, method]
  - do: record
  - say: recorded
`

export const explain = `
starts_on: [explain_bill]
steps:
  - say: explained
`

/** Texts a flow needs, each saying its own name unless words are given. */
function textsOf(flow: string, yaml: string, words: Record<string, string>): string {
  const said = [...yaml.matchAll(/(?:say|ask|otherwise|text): ([a-z]\w*)/g)].map(([, id]) => id!)
  const confirms = [...yaml.matchAll(/confirm: \[(.*)\]/g)].map(([, slots]) => {
    const read = slots!.split(', ').map((slot) => `{${slot}}`)
    return ['confirm', read.join(' ')]
  })
  const texts: Record<string, string> = Object.fromEntries([
    ...said.map((id) => [id, `${flow} ${id}`]),
    ...confirms,
  ])
  const lines = Object.entries({ ...texts, ...words }).map(
    ([id, text]) => `${id}: ${text.startsWith('{ ') ? text : JSON.stringify(text)}`,
  )
  return [...lines, ...optionLines(yaml)].join('\n') + '\n'
}

function optionLines(yaml: string): string[] {
  const slots = [...yaml.matchAll(/(\w+): one_of \[(.*)\]/g)]
  if (slots.length === 0) return []
  const lines = slots.flatMap(([, slot, keys]) => [
    `  ${slot}:`,
    ...keys!.split(', ').map((key) => `    ${key}: { label: le ${key} }`),
  ])
  return ['options:', ...lines]
}

export type Flows = Record<string, string | { yaml: string; words: Record<string, string> }>

/** The source files of a small set: the ground, with flows added or put in their place. */
export function filesOf(flows: Flows = {}): SourceFile[] {
  const files = Object.entries({ ...ground, ...flows }).flatMap(([flow, source]) => {
    const { yaml, words } = typeof source === 'string' ? { yaml: source, words: {} } : source
    const texts = textsOf(flow, yaml, words)
    return [
      { path: `flows/${flow}/flow.yaml`, text: `flow: ${flow}\npurpose: Test.\n${yaml}` },
      { path: `flows/${flow}/fr.yaml`, text: texts },
      { path: `flows/${flow}/en.yaml`, text: texts },
    ]
  })
  return [
    ...files,
    { path: 'flows/creditors/lumo/creditor.yaml', text: creditorYaml },
    { path: 'flows/creditors/lumo/policy.yaml', text: policyYaml },
  ]
}

export function setOf(files: SourceFile[]): FlowSet {
  const { set, faults } = loadFlows(files)
  if (!set) throw new Error(JSON.stringify(faults))
  return set
}

export function dialogOf(flows: Flows = {}): Dialog {
  return setOf(filesOf(flows)).of('lumo')
}

const proof = { customer: 'c-1', account: 'LU-1001', until: '2026-11-21T09:30:00Z' }

const prove: ActionDefinition = {
  name: 'prove',
  outcomes: ['ok'],
  vars: {},
  run: ({ slots }) => ({
    outcome: 'ok',
    effects: slots['code'] === '482913' ? [{ kind: 'proof', proof }] : [],
  }),
}

const record: ActionDefinition = {
  name: 'record',
  outcomes: ['ok'],
  vars: { recorded: 'text' },
  reads: ['amount'],
  commits: true,
  run: ({ slots }) => ({
    outcome: 'ok',
    vars: { recorded: 'R-1' },
    effects: [{ kind: 'withdrawal', reference: JSON.stringify(slots) }],
  }),
}

/** The real actions with two of our own: `prove` (code 482913) and `record` (commits the slots). */
export const actions: Actions = new Map([...realActions, ['prove', prove], ['record', record]])

const facts: Facts = {
  creditor: { ...creditor, onCall: [] },
  channel: 'sms',
  candidate: { customer, account },
  proof: null,
  challenge: null,
  guard: { sent: [], failures: 0, lockedUntil: null },
  optedOut: false,
  owner: 'bot',
  openHandoff: null,
  initiatives: [],
}

export interface Turn {
  words?: string
  commands?: Command[]
  event?: EventKind
  heard?: Partial<Understanding>
}

export interface Talk {
  state: DialogState
  facts: Facts
  last: Stepped
  /** What every turn so far caused. */
  effects: Effect[]
  /** Works one turn; returns what is said, each as `flow.text`. */
  turn(turn: Turn): string[]
  /** A message: its words and what was understood of them. */
  hear(words: string, ...commands: Command[]): string[]
  event(event: EventKind): string[]
}

/** A talk that has been welcomed already, unless `state` says otherwise. */
export function talkOver(
  dialog: Dialog,
  start: { state?: Partial<DialogState>; facts?: Partial<Facts>; proactive?: boolean } = {},
): Talk {
  const talk: Talk = {
    state: { ...newDialogState('fr'), welcomed: true, ...start.state },
    facts: { ...facts, ...start.facts },
    last: undefined as unknown as Stepped,
    effects: [],
    turn: ({ words = '', commands = [], event = 'message', heard = {} }) => {
      const understanding = event === 'message' ? understood(words, commands, heard) : null
      const { proactive = false } = start
      const { state, facts: known } = talk
      const draw = { code: '482913', salt: 's', references: ['7KQ2M', '9XM4T', '3M8DX'] }
      const input = { dialog, actions, state, understanding, event, words, now, draw, proactive }
      talk.last = step({ ...input, facts: known })
      talk.state = talk.last.state
      talk.effects.push(...talk.last.effects)
      return talk.last.said.map(({ flow, text }) => `${flow}.${text}`)
    },
    hear: (words, ...commands) => talk.turn({ words, commands }),
    event: (event) => talk.turn({ event }),
  }
  return talk
}

function understood(
  text: string,
  commands: Command[],
  heard: Partial<Understanding> = {},
): Understanding {
  return {
    text,
    language: 'fr',
    intents: [],
    amounts: [],
    dates: [],
    signals: [],
    grade: 0,
    optOut: false,
    commands,
    confidence: 1,
    ...heard,
  }
}

export const amount = (cents: number): Command => ({ fill: 'amount', cents })
export const on = (day: string): Command => ({ fill: 'date', from: day, to: day })
export const choice = (key: string): Command => ({ fill: 'choice', choice: key })
export const yes: Command = { affirm: true }
export const no: Command = { deny: true }
