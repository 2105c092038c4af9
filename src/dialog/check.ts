import { checkCare, checkPresence, checkReadBacks, checkWording } from './checking/words.ts'
import { checkExpressions } from './checking/expressions.ts'
import { checkLengths } from './checking/lengths.ts'
import { checkPaths } from './checking/paths.ts'
import { checkStructure } from './checking/structure.ts'
import { checkUnused } from './checking/unused.ts'
import { namesOf } from './wording/wording.ts'
import type { Actions } from './action.ts'
import type { Checking } from './checking/reading.ts'
import type { Fault } from './flow.ts'
import type { FlowSet } from './load.ts'
import type { Language } from '../conversation/language.ts'

export interface CheckOptions {
  /** Words of a debt in a text; what is said to somebody in danger may hold none. */
  debtWordsIn?(text: string, language: Language): string[]
}

/**
 * Proves of every creditor's flows what can be proved before anyone talks: everything named exists, no
 * loop without a question, no end without a word, a person within reach, nothing read before it is set,
 * no commitment before a confirmation, every text there, short enough, without a bare figure or a threat.
 * Returns every fault once, sorted by place.
 */
export function checkFlows(set: FlowSet, actions: Actions, options: CheckOptions = {}): Fault[] {
  const faults = new Map<string, Fault>()
  const report = (fault: Fault) => {
    const { file, line, column, message } = fault
    faults.set(`${file}:${line}:${column} ${message}`, { file, line, column, message })
  }
  for (const [id, creditor] of set.creditors) {
    const checking: Checking = { dialog: set.of(id), actions, report }
    checkStructure(checking)
    checkExpressions(checking)
    checkPresence(checking, creditor.languages)
    checkWording(checking)
    if (!canRead(checking)) continue
    checkReadBacks(checking, creditor.languages)
    checkPaths(checking)
    checkUnused(checking)
    checkLengths(checking, creditor)
    if (options.debtWordsIn) checkCare(checking, options.debtWordsIn)
  }
  return [...faults.values()].sort(byPlace)
}

/** A text that is no ICU message was reported already; what needs its parameters must wait. */
function canRead({ dialog }: Checking): boolean {
  try {
    for (const key of dialog.texts.texts.keys()) {
      const [flow, text] = key.slice(key.indexOf(' ') + 1).split(/\.(.*)/s)
      namesOf(dialog.texts, flow ?? '', text ?? '')
    }
    return true
  } catch {
    return false
  }
}

function byPlace(a: Fault, b: Fault): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return a.line - b.line || a.column - b.column
}
