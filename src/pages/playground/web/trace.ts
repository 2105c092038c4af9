import type { Trace } from '../../../conversation/decision.ts'
import type { Words } from './words.ts'

/** Steps that only lead to others; they stay in the raw data. */
const silent = new Set<Trace['what']>(['branch', 'end', 'guard'])

/** The steps of a turn in the reader's language: what was done, and to what. Twice in a row is once. */
export function stepsIn(trace: Trace[], words: Words): { what: Trace['what']; text: string }[] {
  const steps = trace
    .filter(({ what }) => !silent.has(what))
    .map((step) => ({ what: step.what, text: textOf(step, words) }))
  return steps.filter(
    ({ what, text }, at) => steps[at - 1]?.what !== what || steps[at - 1]?.text !== text,
  )
}

function textOf(step: Trace, words: Words): string {
  const { known } = words
  const flow = step.flow ? known('flow', step.flow) : null
  const parts = [...(partsOf[step.what]?.(step, words) ?? []), flow]
  return [...new Set(parts)].filter((part) => part !== null).join(' · ')
}

type Parts = (step: Trace, words: Words) => (string | null)[]

const partsOf: Partial<Record<Trace['what'], Parts>> = {
  command: ({ detail = '' }, words) => [commandIn(detail, words)],
  call: ({ detail = '' }, { known }) => [known('flow', detail)],
  ask: ({ step = '' }, { known }) => [known('slot', bare(step))],
  confirm: ({ detail = '' }, { known }) => [
    known('outcome', detail === 'yes' ? 'confirmed' : 'read_back'),
  ],
  do: ({ step = '', detail = '' }, { known }) => {
    const [action = '', outcome = ''] = detail.includes(' → ')
      ? detail.split(' → ')
      : [bare(step), detail]
    return [known('action', action) ?? known('action', bare(step)), known('outcome', outcome)]
  },
  repair: ({ detail = '' }, { known }) => [known('flow', `repair-${detail}`)],
  care: ({ detail = '' }, { known }) => {
    const [, grade = '', signal = ''] = /^grade (\d) ?(\w*)/.exec(detail) ?? []
    return [known('grade', grade), known('signal', signal)]
  },
  gate: ({ detail = '' }, { known }) => {
    const [, verdict = '', rule = null] = /^(\w+) ([\w-]+)/.exec(detail) ?? []
    return [known('outcome', verdict), rule]
  },
}

/** A command as the engine heard it: `{"fill":"amount","cents":6000}` is an amount. */
function commandIn(detail: string, { known }: Words): string | null {
  if (!detail.startsWith('{')) return known('intent', detail)
  const command = JSON.parse(detail) as Record<string, unknown>
  const [kind = '', value] = Object.entries(command)[0] ?? []
  if (kind === 'fill' || kind === 'correct') return known('slot', String(value))
  if (kind === 'start') return known('intent', String(value))
  return known(
    'intent',
    kind.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  )
}

/** `ask:amount#2` is about the amount. */
const bare = (step: string): string => (step.split(':').at(-1) ?? '').replace(/#\d+$/, '')
