import { termFlow, termIn } from './terms.ts'
import type { Flow } from '../flow.ts'
import type { Intent, SlotValue, Understanding } from '../../conversation/understanding.ts'
import type { Run } from './run.ts'
import type { Value } from '../../conversation/state.ts'

/** A value found in the words, under the name it came with. */
export type Fill = SlotValue & { name: string; correct: boolean }

/** A flow the words ask for. `slots` are filled at its start. */
export interface Start {
  intent: Intent | 'term'
  flow: Flow
  slots: Record<string, Value>
}

/** The commands of one message, sorted by what they do to the dialog. */
export interface Heard {
  fills: Fill[]
  starts: Start[]
  yes: boolean
  no: boolean
  decline: boolean
  repeat: boolean
  simpler: boolean
  wait: boolean
  cancel: boolean
  /** "That is wrong", without a new value. */
  wrong: boolean
  human: boolean
  optOut: boolean
  optIn: boolean
  clarify: Intent[]
  /** Nothing was understood at all. */
  empty: boolean
}

/** Intents that are answered by what is under way, not by a flow of their own. */
const flags = {
  affirm: 'yes',
  deny: 'no',
  repeat: 'repeat',
  simpler: 'simpler',
  wait: 'wait',
  cancel: 'cancel',
  correct: 'wrong',
  human: 'human',
  opt_out: 'optOut',
  opt_in: 'optIn',
} as const satisfies Partial<Record<Intent, keyof Heard>>

/** Words of politeness: they start something only when nothing else was said. */
const courtesies: (Intent | 'term')[] = ['greet', 'thanks', 'goodbye', 'identify']

export function isCourtesy({ intent }: Start): boolean {
  return intent === 'greet' || intent === 'thanks'
}

/** Sorts the commands of an understanding. Each is traced, so that the journal says what was heard. */
export function hear(run: Run): Heard {
  const heard = nothing()
  const understanding = run.input.understanding
  for (const command of understanding?.commands ?? []) {
    run.trace.push({ what: 'command', detail: JSON.stringify(command) })
    sort(run, command, heard)
  }
  if (understanding?.optOut) heard.optOut = true
  addKeys(run, heard)
  addTerm(run, heard)
  const real = heard.starts.filter(({ intent }) => !courtesies.includes(intent))
  if (real.length > 0) heard.starts = real
  const { starts, fills, clarify, ...rest } = heard
  heard.empty = [starts, fills, clarify].every((list) => list.length === 0) && noFlag(rest)
  return heard
}

function noFlag(rest: Omit<Heard, 'starts' | 'fills' | 'clarify'>): boolean {
  return !Object.entries(rest).some(([name, value]) => name !== 'empty' && value)
}

function nothing(): Heard {
  return {
    fills: [],
    starts: [],
    yes: false,
    no: false,
    decline: false,
    repeat: false,
    simpler: false,
    wait: false,
    cancel: false,
    wrong: false,
    human: false,
    optOut: false,
    optIn: false,
    clarify: [],
    empty: true,
  }
}

type Command = Understanding['commands'][number]

function sort(run: Run, command: Command, heard: Heard): void {
  if ('start' in command) sortStart(run, command, heard)
  else if ('fill' in command) {
    const { fill, ...value } = command
    heard.fills.push({ ...value, name: fill, correct: false })
  } else if ('correct' in command) {
    const { correct, ...value } = command
    if (Object.keys(value).length === 0) heard.wrong = true
    else heard.fills.push({ ...value, name: correct, correct: true })
  } else if ('clarify' in command) heard.clarify = command.clarify
  else if ('affirm' in command) heard.yes = true
  else if ('deny' in command) heard.no = true
  else Object.assign(heard, command)
}

function sortStart(run: Run, command: { start: Intent; text?: string }, heard: Heard): void {
  const { start, text } = command
  if (Object.hasOwn(flags, start)) {
    heard[flags[start as keyof typeof flags]] = true
    return
  }
  const asked = text === undefined ? null : termStart(run, text)
  const flow = run.dialog.starts.get(start)
  if (asked) addStart(heard, asked)
  else if (flow) addStart(heard, { intent: start, flow, slots: {} })
}

function addStart(heard: Heard, start: Start): void {
  if (!heard.starts.some(({ flow }) => flow.name === start.flow.name)) heard.starts.push(start)
}

/** Keys pressed on a telephone, where nobody has read them yet: a code, or the place of a choice. */
function addKeys(run: Run, heard: Heard): void {
  if (run.input.event !== 'dtmf' || run.input.understanding) return
  const keys = run.input.words.replace(/\D/g, '')
  if (keys === '') return
  const value = { count: Number(keys), code: keys, text: keys, yes: keys === '1' }
  heard.fills.push({ ...value, name: '', correct: false })
}

/** "C'est quoi la CTA ?": a word of the glossary, asked about or standing alone. */
function addTerm(run: Run, heard: Heard): void {
  const key = run.input.understanding ? termIn(run) : null
  const start = key === null ? null : termStart(run, key)
  if (!start) return
  heard.starts = heard.starts.filter(({ intent }) => intent !== 'explain_bill')
  addStart(heard, start)
}

function termStart(run: Run, key: string): Start | null {
  const found = termFlow(run.dialog)
  if (!found || !found.keys.includes(key)) return null
  return { intent: 'term', flow: found.flow, slots: { [found.slot]: key } }
}
