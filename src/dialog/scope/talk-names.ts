import type { Facts } from '../../conversation/facts.ts'
import { isOpen, personBy } from '../opening.ts'
import { general } from './entry.ts'
import type { Entries } from './entry.ts'
import { labels } from './labels.ts'

/** What is known of the talk: where, when, with whom, and what it remembers. */
export const talkNames = {
  channel: general('text', ({ facts }) => facts.channel),
  language: general('text', ({ state }) => state.language),
  language_en: general('yes_no', ({ state }) => state.language === 'en'),
  level: general('text', ({ state }) => state.level),
  today: general('date', ({ today }) => today.toString()),
  open_now: general('yes_no', ({ facts, now }) => isOpen(facts, now)),
  person_by: general('moment', ({ facts, now }) => toldTime(facts, now)),
  opening: general('text', () => labels.opening.text),
  /** Somebody can be called at any hour. */
  on_shift: general('yes_no', ({ facts }) => facts.creditor.onCall.length > 0),
  opted_out: general('yes_no', ({ facts }) => facts.optedOut),
  handoff_open: general('yes_no', ({ facts }) => facts.openHandoff !== null),
  owner: general('text', ({ facts }) => facts.owner),
  grade: general('count', ({ state }) => state.grade),
  cause: general('text', ({ state }) => state.cause ?? ''),
  cause_known: general('yes_no', ({ state }) => state.cause !== null),
  payday: general('count', ({ state }) => state.payday),
  payday_known: general('yes_no', ({ state }) => state.payday !== null),
} satisfies Entries

/** The time already told while somebody is on the way, else the one a request made now would get. */
function toldTime(facts: Facts, now: Temporal.ZonedDateTime): string {
  const told = facts.openHandoff?.promisedBy
  const ahead = told && Temporal.Instant.compare(told, now.toInstant()) > 0
  return ahead ? told : personBy(facts, now)
}
