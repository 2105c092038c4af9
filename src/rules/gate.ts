import type { IsHoliday } from '../conversation/calendar.ts'
import type { Purpose } from '../conversation/decision.ts'
import type { ChannelName } from '../conversation/line.ts'
import type { Grade } from '../conversation/signal.ts'
import { inInitiativeHours } from './opening.ts'
import { rules } from './rules.ts'
import type { RuleId } from './rules.ts'

export interface GateMessage {
  text: string
  purpose: Purpose
  /** The texts it was made of, as `flow.text`; empty for an advisor's own words. */
  from: readonly string[]
  /** Who speaks. */
  author: 'bot' | 'advisor'
}

export interface GateContext {
  channel: ChannelName
  /** The address we send from or call with. */
  ours: string
  optedOut: boolean
  /** The right person is proven on this line now. */
  proven: boolean
  /** One of the texts came from a flow that needs the proof. */
  debt: boolean
  /** Words that speak of a debt, in the language of the message: any of them in a text counts. */
  debtWords: readonly string[]
  grade: Grade
  /** `bot`, `queue` or an advisor's name. */
  owner: string
  handoffOpen: boolean
  /** This conversation was told that it talks to a machine, in this message at the latest. */
  disclosed: boolean
  /** In the customer's zone. */
  now: Temporal.ZonedDateTime
  isHoliday: IsHoliday
  /** Instants (ISO) of what we started with this customer in the last 30 days, on any channel. */
  initiatives: readonly string[]
}

export interface Verdict {
  allow: boolean
  rule: RuleId
  /** One sentence for the journal: what was seen. */
  why: string
}

type Check = (message: GateMessage, context: GateContext) => Verdict | null

/**
 * The verdict on one outgoing message; every message passes here, as reply, security, care or
 * initiative. Checks run from care downwards and the first that denies decides; only initiatives
 * meet opt-out in full, hours and frequency. The verdict names its rule when it allows too.
 */
export function gate(message: GateMessage, context: GateContext): Verdict {
  for (const check of checksOf(message.purpose)) {
    const verdict = check(message, context)
    if (verdict) return verdict
  }
  return allowed(message.purpose)
}

function checksOf(purpose: Purpose): Check[] {
  const always = [noDebtInDanger, oneSpeaker, rightPartyFirst]
  if (purpose === 'reply') return [...always, disclosedMachine]
  if (purpose === 'initiative') {
    return [...always, disclosedMachine, ...startsNothing, inHours, notTooOften, callerNumber]
  }
  return always
}

function allowed(purpose: Purpose): Verdict {
  if (purpose === 'care') return allow('AM-CARE', 'Care outranks everything.')
  if (purpose === 'security') return allow('AM-SECURITY', 'A message the person asked for.')
  if (purpose === 'reply') return allow('AM-REPLY', 'An answer to what the person said.')
  return allow('FR-HOURS', 'In hours, within the number of contacts, nobody said stop.')
}

/** An advisor in a crisis answers as a person must; the desk warns, the gate does not silence them. */
const noDebtInDanger: Check = (message, { grade, debtWords, debt }) => {
  if (message.author === 'advisor' || grade < rules['AM-CARE'].parameters.danger) return null
  if (debt) return deny('AM-CARE', 'Danger: the text comes from a flow about the debt.')
  const word = debtWords.find((each) => speaksOf(message.text, each))
  return word === undefined ? null : deny('AM-CARE', `Danger: the text holds "${word}".`)
}

const oneSpeaker: Check = ({ author, purpose }, { owner }) => {
  const machine = rules['AM-ONE-SPEAKER'].parameters.machineOwners.some((name) => name === owner)
  if (author === 'advisor' || machine || purpose === 'security') return null
  return deny('AM-ONE-SPEAKER', 'An advisor holds the conversation.')
}

const rightPartyFirst: Check = (_message, { debt, proven }) =>
  debt && !proven ? deny('FR-RIGHT-PARTY', 'The person is not proven on this line.') : null

const disclosedMachine: Check = ({ author }, { disclosed }) =>
  author === 'advisor' || disclosed
    ? null
    : deny('EU-AI-DISCLOSURE', 'Nothing said yet that a machine speaks.')

const startsNothing: Check[] = [
  (_message, { grade }) =>
    grade >= rules['AM-CARE'].parameters.fragile
      ? deny('AM-CARE', `Grade ${grade}: a person takes the next step.`)
      : null,
  (_message, { optedOut }) => (optedOut ? deny('AM-OPT-OUT', 'The person said stop.') : null),
  (_message, { handoffOpen }) =>
    handoffOpen
      ? deny('AM-HANDOFF-QUIET', 'A person was promised and has not answered yet.')
      : null,
]

const inHours: Check = (_message, { now, isHoliday }) =>
  inInitiativeHours(now, rules['FR-HOURS'].parameters.windows, isHoliday)
    ? null
    : deny(
        'FR-HOURS',
        `${now.toPlainDateTime().toString({ smallestUnit: 'minute' })} is out of hours.`,
      )

const notTooOften: Check = (_message, { now, initiatives }) => {
  const { most, days, hoursBetween } = rules['FR-FREQUENCY'].parameters
  const since = (span: Temporal.DurationLike) => {
    const start = now.subtract(span).toInstant()
    return initiatives.filter((at) => Temporal.Instant.compare(at, start) > 0).length
  }
  if (since({ hours: hoursBetween }) > 0) {
    return deny('FR-FREQUENCY', `The last contact is less than ${hoursBetween} hours ago.`)
  }
  const sent = since({ days })
  return sent < most ? null : deny('FR-FREQUENCY', `${sent} contacts in the last ${days} days.`)
}

const callerNumber: Check = (_message, { channel, ours }) => {
  if (channel !== 'voice' || !ours.startsWith('+33')) return null
  const { prefixes } = rules['FR-CALLER-NUMBER'].parameters
  return prefixes.some((prefix) => ours.startsWith(prefix))
    ? null
    : deny('FR-CALLER-NUMBER', `${ours} is not in a range for automated calls.`)
}

/** A whole word, whatever its case and accents, or a sign like `€` anywhere. */
function speaksOf(text: string, word: string): boolean {
  const wanted = RegExp.escape(bare(word))
  const pattern = /^\p{L}/u.test(word) ? `(?<!\\p{L})${wanted}(?!\\p{L})` : wanted
  return new RegExp(pattern, 'u').test(bare(text))
}

function bare(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

function allow(rule: RuleId, why: string): Verdict {
  return { allow: true, rule, why }
}

function deny(rule: RuleId, why: string): Verdict {
  return { allow: false, rule, why }
}
