import { longestOf } from './longest.ts'
import { namesOf } from '../wording/wording.ts'
import { renderReply } from '../render.ts'
import { targetsOf } from './structure.ts'
import { textsOf } from './reading.ts'
import { textKey } from '../wording/book.ts'
import type { ChannelName } from '../../conversation/line.ts'
import type { Checking } from './reading.ts'
import type { Creditor } from '../../conversation/creditor.ts'
import type { Flow, Step } from '../flow.ts'
import type { Language } from '../../conversation/language.ts'
import type { Level, Said } from '../../conversation/state.ts'

/** Two SMS of the narrow alphabet, and what one can listen to at once (dialogue rules of the project). */
const mostSmsSigns = 320
const mostSpokenWords = 60

interface Measuring {
  checking: Checking
  creditor: Creditor
  flow: Flow
}

/** Every text fits its channel with the longest parameters that are likely, and so do texts said in a row. */
export function checkLengths(checking: Checking, creditor: Creditor): void {
  for (const flow of checking.dialog.flows.values()) {
    const measuring = { checking, creditor, flow }
    const measured = new Set<string>()
    for (const step of flow.steps)
      for (const text of textsOf(flow, step)) {
        if (measured.has(text)) continue
        measured.add(text)
        measure(measuring, step, [saidOf(measuring, step, text)])
        measure(measuring, step, [saidOf(measuring, step, `${text}#again`)])
      }
    for (const run of runsOf(flow)) if (run.length > 1) measureRun(measuring, run)
  }
}

function measureRun(measuring: Measuring, run: Step[]): void {
  const last = run.at(-1)!
  const said = run.flatMap((step) =>
    textsOf(measuring.flow, step)
      .slice(0, 1)
      .map((text) => saidOf(measuring, step, text)),
  )
  measure(measuring, last, said)
}

/** Steps that always speak together: nothing jumps in between them and none is skipped. */
function runsOf(flow: Flow): Step[][] {
  const targets = new Set(
    flow.steps.flatMap((step) => targetsOf(step).map((to) => ('goto' in to ? to.goto : ''))),
  )
  const runs: Step[][] = [[]]
  for (const step of flow.steps) {
    const speaks = ['say', 'ask', 'confirm'].includes(step.kind) && !step.when
    if (!speaks || targets.has(step.id)) runs.push([])
    if (speaks) runs.at(-1)!.push(step)
    if (step.kind !== 'say') runs.push([])
  }
  return runs
}

function saidOf({ checking, creditor, flow }: Measuring, step: Step, text: string): Said {
  const { dialog, actions } = checking
  const names = namesOf(dialog.texts, flow.name, text.replace('#again', ''))
  const params = Object.fromEntries(
    names.map((name) => [name, longestOf({ dialog, actions, creditor, flow }, name)]),
  )
  const options = step.kind === 'ask' && step.text === text.replace('#again', '') ? step.slot : null
  return {
    flow: flow.name,
    text,
    params,
    ...(options ? { options: [{ key: options, label: '' }] } : {}),
  }
}

function measure(measuring: Measuring, step: Step, said: Said[]): void {
  const { checking, creditor, flow } = measuring
  for (const language of creditor.languages)
    for (const level of ['standard', 'simple'] as const)
      for (const channel of ['sms', 'voice'] as const) {
        const text = wordsOf(measuring, said, { language, level, channel })
        const size = channel === 'sms' ? text.length : text.split(/\s+/).filter(hasWord).length
        const most = channel === 'sms' ? mostSmsSigns : mostSpokenWords
        if (size <= most) continue
        const unit = channel === 'sms' ? 'signs by sms' : 'words by voice'
        const names = said.map((one) => one.text).join(' + ')
        const forms = checking.dialog.texts.texts.get(textKey(language, flow.name, said[0]!.text))
        const place = said.length === 1 && forms ? forms.place : step.place
        const message = `text '${names}' of '${flow.name}' has ${size} ${unit} in ${language}, at most ${most}: ${text}`
        checking.report({ ...place, message })
      }
}

function hasWord(word: string): boolean {
  return /[\p{L}\p{N}]/u.test(word)
}

function wordsOf(
  { checking, creditor, flow }: Measuring,
  said: Said[],
  want: { language: Language; level: Level; channel: ChannelName },
): string {
  const { dialog } = checking
  const worded = said.map((one) => {
    const slot = one.options?.[0]?.key
    const choices =
      slot === undefined ? [] : shown(measuringOptions(dialog, flow, slot, want.language))
    return { ...one, options: choices }
  })
  const today = Temporal.PlainDate.from('2026-01-01')
  return renderReply(dialog, worded, { ...want, purpose: 'reply', zone: creditor.zone, today }).text
}

type Worded = { key: string; label: string; hidden: boolean }

function measuringOptions(
  dialog: Checking['dialog'],
  flow: Flow,
  slot: string,
  language: Language,
): Worded[] {
  const keys = flow.slots.get(slot)?.options ?? []
  const worded = dialog.texts.options.get(textKey(language, flow.name, slot)) ?? []
  const options = worded.filter(({ key }) => keys.includes(key))
  // Of a clarification only the two or three that may have been meant are offered.
  return flow.repair === 'clarify' ? longestThree(options) : options
}

function longestThree(options: Worded[]): Worded[] {
  return options.toSorted((a, b) => b.label.length - a.label.length).slice(0, 3)
}

function shown(options: Worded[]): { key: string; label: string }[] {
  return options.filter(({ hidden }) => !hidden).map(({ key, label }) => ({ key, label }))
}
