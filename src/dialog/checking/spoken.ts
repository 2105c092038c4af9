import { labels } from '../scope/labels.ts'

/**
 * Texts no step says, because code does: an action with parameters of its own, or the hub outside a turn.
 * `*` stands for every text of the flow.
 */
const fromCode = [
  'explain-bill.*', // actions explain_start, explain_next, explain_line
  'why-higher.*', // action explain_change
  'identify.code_message', // the message that carries a code
  'welcome.unknown_number', // a call to a number nobody owns
  'stop-messages.beside', // a stop with something else in the same message
  'danger.stopped', // a stop in the middle of danger
  'danger.machine', // "êtes-vous un robot ?" in the middle of danger
  ...Object.values(labels).map(({ flow, text }) => `${flow}.${text}`),
]

/** Actions that say something themselves, so that a path through them is not silent. */
export const speaking = new Set(['explain_start', 'explain_next', 'explain_line', 'explain_change'])

/** True for a text that code says. */
export function isSpokenByCode(flow: string, text: string): boolean {
  return fromCode.includes(`${flow}.${text}`) || fromCode.includes(`${flow}.*`)
}
