import { createRequire } from 'node:module'
import type Holidays from 'date-holidays'
import { fail } from '../errors.ts'
import type { IsHoliday } from './calendar.ts'

type HolidaysConstructor = typeof Holidays

const years = new Map<string, ReadonlySet<string>>()

/**
 * Public holidays of a country or region as `date-holidays` (pinned) knows them: `FR`, `FR-57`.
 * The library takes a tenth of a second to load, so it is loaded when the first day is asked for;
 * a year of a region is computed once. Throws `config_invalid` for a region it does not know.
 */
export function holidaysOf(region: string): IsHoliday {
  return (day) => holidaysIn(region, day.year).has(day.toString())
}

function holidaysIn(region: string, year: number): ReadonlySet<string> {
  const key = `${region} ${year}`
  const known = years.get(key)
  if (known) return known
  const days = publicDays(region, year)
  years.set(key, days)
  return days
}

function publicDays(region: string, year: number): ReadonlySet<string> {
  const load = createRequire(import.meta.url)
  const Calendar = load('date-holidays') as HolidaysConstructor
  const [country = '', state, part] = region.split('-')
  if (!(country in new Calendar().getCountries())) {
    throw fail('config_invalid', `Unknown holidays "${region}": a country or region like FR-57`)
  }
  const calendar = new Calendar(country, state ?? '', part ?? '')
  const found = calendar.getHolidays(year).filter((holiday) => holiday.type === 'public')
  return new Set(found.map((holiday) => holiday.date.slice(0, 10)))
}
