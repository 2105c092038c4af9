import { addWorkingDays } from '../../conversation/calendar.ts'
import type { Effect } from '../../conversation/decision.ts'
import { holidaysOf } from '../../conversation/holidays.ts'
import { fail } from '../../errors.ts'
import { rules } from '../../rules/rules.ts'
import type { ActionDefinition, ActionInput } from '../action.ts'
import { drawnReference, lastWords } from './drawn.ts'
import type { ReferencePrefix } from './drawn.ts'

type Task = Extract<Effect, { kind: 'task' }>['task']

const prefixes: Record<Task, ReferencePrefix> = {
  payment_search: 'R',
  dispute: 'L',
  contact_repair: 'T',
  complaint: 'T',
  erasure: 'T',
  estate: 'T',
  move: 'T',
}

/** Opens work for the creditor's people, with a reference and the day the customer is told. */
export const openTask: ActionDefinition = {
  name: 'open_task',
  outcomes: ['ok'],
  vars: { reference: 'text', task_due: 'date' },
  args: { task: 'text' },
  run(input) {
    const task = taskOf(input)
    const reference = drawnReference(input, prefixes[task])
    const due = dueOf(task, input).toString()
    return {
      outcome: 'ok',
      vars: { reference, task_due: due },
      effects: [
        {
          kind: 'task',
          task,
          reference,
          due,
          words: lastWords(input),
          details: { ...input.slots },
        },
      ],
      drew: 1,
    }
  },
}

function taskOf({ args }: ActionInput): Task {
  const task = String(args['task'])
  if (!(task in prefixes)) {
    throw fail('internal', `Unknown task "${task}": one of ${Object.keys(prefixes).join(', ')}`)
  }
  return task as Task
}

/** The day told to the customer: the term of law where there is one, else working days. */
function dueOf(task: Task, { facts, now }: ActionInput): Temporal.PlainDate {
  const today = now.toPlainDate()
  if (task === 'erasure') return today.add({ months: rules['EU-ERASURE'].parameters.months })
  const ours: Partial<Record<Task, number>> = rules['AM-TASKS'].parameters.workingDays
  const days = ours[task] ?? facts.creditor.policy.search.workingDays
  return addWorkingDays(today, days, holidaysOf(facts.creditor.holidays))
}
