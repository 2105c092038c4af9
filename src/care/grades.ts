import type { Grade } from '../conversation/signal.ts'

/** What a grade forbids and requires of the machine, whatever flow runs. */
export interface GradeDuty {
  /** Nothing that presses: no reminder, no promise asked for, no survey. */
  reminders: boolean
  promises: boolean
  surveys: boolean
  /** May money, dates, the bill or a link be spoken of? */
  debtWords: boolean
  /** A person: not needed, on request, soon (same or next working day), or this minute. */
  person: 'on_request' | 'offered' | 'soon' | 'now'
  /** One direct question about safety is asked. */
  safetyQuestion: boolean
}

const usual: GradeDuty = {
  reminders: true,
  promises: true,
  surveys: true,
  debtWords: true,
  person: 'on_request',
  safetyQuestion: false,
}

/**
 * Duties per grade. From 3 on nothing presses and a person takes over soon; at 4 no word of debt is
 * said, safety is asked about once, and a person comes now.
 */
export const gradeDuties: Record<Grade, GradeDuty> = {
  0: usual,
  1: { ...usual, surveys: false },
  2: { ...usual, surveys: false, person: 'offered' },
  3: { ...usual, reminders: false, promises: false, surveys: false, person: 'soon' },
  4: {
    reminders: false,
    promises: false,
    surveys: false,
    debtWords: false,
    person: 'now',
    safetyQuestion: true,
  },
}

/** The graver of two grades: a grade rises at once and falls only by a person. */
export function maxGrade(left: Grade, right: Grade): Grade {
  return left > right ? left : right
}
