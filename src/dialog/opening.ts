import type { Facts } from '../conversation/facts.ts'
import { holidaysOf } from '../conversation/holidays.ts'
import { answerBy, openAt } from '../rules/opening.ts'
import type { OpeningHours } from '../rules/opening.ts'

/** The creditor's hours with the holidays of their region. */
function hoursOf(facts: Facts): OpeningHours {
  return { hours: facts.creditor.hours, isHoliday: holidaysOf(facts.creditor.holidays) }
}

/** Whether a person is there now, by the creditor's clock. */
export function isOpen(facts: Facts, now: Temporal.ZonedDateTime): boolean {
  return openAt(hoursOf(facts), now.withTimeZone(facts.creditor.zone))
}

/** The instant (ISO) by which a person answers when asked now. */
export function personBy(facts: Facts, now: Temporal.ZonedDateTime): string {
  const local = now.withTimeZone(facts.creditor.zone)
  const minutes = facts.creditor.policy.person.answerMinutes
  return answerBy(hoursOf(facts), local, minutes).toInstant().toString()
}
