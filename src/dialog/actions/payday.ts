import type { Value } from '../../conversation/state.ts'
import type { DateFound, Understanding } from '../../conversation/understanding.ts'
import type { ActionDefinition } from '../action.ts'

/** Keeps the day of the month the person is paid; a plan is laid after it. */
export const rememberPayday: ActionDefinition = {
  name: 'remember_payday',
  outcomes: ['ok', 'unfit'],
  vars: {},
  reads: ['payday'],
  run({ slots, understanding }) {
    const payday = paydayOf(slots['payday'] ?? null, understanding)
    return payday === null ? { outcome: 'unfit' } : { outcome: 'ok', state: { payday } }
  },
}

/** A count is the day itself; of a date its day of the month. Null outside 1 to 31. */
function paydayOf(value: Value, understanding: Understanding | null): number | null {
  const day =
    typeof value === 'string'
      ? Number((saidPayday(value, understanding) ?? value).slice(8, 10))
      : value
  return typeof day === 'number' && day >= 1 && day <= 31 ? day : null
}

/**
 * "Après le 10, ma paie tombe le 9" names two days. The slot may hold the open one ("after the 10th"):
 * then a single day said beside it is the pay day.
 */
function saidPayday(value: string, understanding: Understanding | null): string | null {
  const dates = understanding?.dates ?? []
  const open = dates.some((date) => date.to === null && date.from === value)
  return open ? (dates.find(isSingle)?.from ?? null) : null
}

function isSingle(date: DateFound): boolean {
  return date.from !== null && date.from === date.to
}
