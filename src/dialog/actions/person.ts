import type { Effect } from '../../conversation/decision.ts'
import type { Handoff } from '../../conversation/handoff.ts'
import type { Grade } from '../../conversation/signal.ts'
import { rules } from '../../rules/rules.ts'
import type { ActionDefinition, ActionInput } from '../action.ts'
import { personBy } from '../opening.ts'
import { lastWords } from './drawn.ts'

const gradePriority: Record<Grade, Handoff['priority']> = {
  0: 'normal',
  1: 'normal',
  2: 'normal',
  3: 'soon',
  4: 'now',
}

/** Reasons that do not wait their turn, whatever the grade. */
const soonReasons = new Set(['fragile', 'deceased', 'threat', 'complaint'])

/** Hands the conversation to a person, with why, the last words and the time told to the customer. */
export const requestPerson: ActionDefinition = {
  name: 'request_person',
  outcomes: ['ok'],
  vars: { person_by: 'moment' },
  args: { reason: 'text' },
  run(input) {
    const reason = String(input.args['reason'] ?? 'asked')
    const priority = priorityOf(reason, input.state.grade)
    return handOver(input, reason, priority)
  },
}

/** Raises the grade on file and calls a person at once: on call at any hour in danger (grade 4). */
export const careAlert: ActionDefinition = {
  name: 'care_alert',
  outcomes: ['ok'],
  vars: { person_by: 'moment' },
  args: { reason: 'text' },
  run(input) {
    const grade = gradeOf(input)
    const reason = String(input.args['reason'] ?? (grade === 4 ? 'danger' : 'fragile'))
    const handed = handOver(input, reason, priorityOf(reason, grade))
    const signals = input.state.signals
    const raised: Effect = { kind: 'grade', grade, signals }
    return { ...handed, effects: [raised, ...handed.effects], state: { grade } }
  },
}

function gradeOf({ state, understanding }: ActionInput): Grade {
  const heard = understanding?.grade ?? 0
  return heard > state.grade ? heard : state.grade
}

function priorityOf(reason: string, grade: Grade): Handoff['priority'] {
  const priority = gradePriority[grade]
  return priority === 'normal' && soonReasons.has(reason) ? 'soon' : priority
}

/** A request that stands, with its time still to come, is not made twice; a more urgent one is. */
function handOver(input: ActionInput, reason: string, priority: Handoff['priority']) {
  const open = input.facts.openHandoff
  const standing = open !== null && isAhead(open.promisedBy, input.now)
  if (standing && (priority === 'normal' || open.reason === reason)) {
    return { outcome: 'ok', vars: { person_by: open.promisedBy }, effects: [] }
  }
  const promisedBy = priority === 'now' ? onCallBy(input) : personBy(input.facts, input.now)
  const handoff: Handoff = { reason, words: lastWords(input), priority, promisedBy }
  const effects: Effect[] = [{ kind: 'handoff', handoff }]
  return { outcome: 'ok', vars: { person_by: promisedBy }, effects }
}

/** In danger people on call answer at any hour; with nobody on call, who is there first. */
function onCallBy({ facts, now }: ActionInput): string {
  const minutes = rules['AM-ANSWER'].parameters.onCallMinutes
  if (facts.creditor.onCall.length === 0) return personBy(facts, now)
  return now.add({ minutes }).toInstant().toString()
}

function isAhead(at: string, now: Temporal.ZonedDateTime): boolean {
  return Temporal.Instant.compare(at, now.toInstant()) > 0
}
