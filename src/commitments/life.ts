import type { Commitment, CommitmentState } from '../conversation/commitment.ts'
import type { Cents } from '../conversation/money.ts'

export type CommitmentEvent = 'confirm' | 'withdraw' | 'replace'

const next: Record<CommitmentState, Partial<Record<CommitmentEvent, CommitmentState>>> = {
  proposed: { confirm: 'confirmed', withdraw: 'withdrawn' },
  confirmed: { withdraw: 'withdrawn', replace: 'replaced' },
  withdrawn: {},
  replaced: {},
}

/** The state after an event; null when a commitment in that state cannot meet it. */
export function after(state: CommitmentState, event: CommitmentEvent): CommitmentState | null {
  return next[state][event] ?? null
}

/** Cents of a commitment that fall due on `today` or later, whatever was already paid. */
export function aheadCents(commitment: Commitment, today: Temporal.PlainDate): Cents {
  return datesOf(commitment)
    .filter((part) => isAhead(part.date, today))
    .reduce((sum, part) => sum + part.cents, 0)
}

/** Confirmed commitments with something due on `today` or later: the ones a person counts on. */
export function standing(commitments: Commitment[], today: Temporal.PlainDate): Commitment[] {
  return commitments.filter(
    (commitment) => commitment.state === 'confirmed' && aheadCents(commitment, today) > 0,
  )
}

/** The last day something is due. */
export function lastDateOf(commitment: Commitment): string {
  const dates = datesOf(commitment).map((part) => part.date)
  return dates.reduce((latest, date) => (date > latest ? date : latest), '')
}

function datesOf(commitment: Commitment): { cents: Cents; date: string }[] {
  return commitment.kind === 'promise' ? [commitment] : commitment.instalments
}

function isAhead(date: string, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(date, today) >= 0
}
