import { easterSunday, weekday } from './bankHolidays.ts'
import { addDays, type IsoDate } from './calendarDays.ts'

/** Days on which the schools of an area are closed, both included. */
export interface SchoolHoliday {
  readonly name: string
  readonly from: IsoDate
  readonly to: IsoDate
}

/**
 * The usual school holidays of a year in England, in order. Each local authority sets its own terms (Education Act 2002,
 * section 32), so these are the weeks in which most schools are closed: good for a warning, never for a refusal.
 */
export function usualSchoolHolidays(year: number): readonly SchoolHoliday[] {
  const easter = easterFortnight(year)
  const february = mondayOnOrAfter(`${year}-02-12`)
  const may = mondayOnOrAfter(`${year}-05-25`)
  const october = mondayOnOrAfter(`${year}-10-22`)
  return [
    { name: 'Christmas holidays', from: `${year}-01-01`, to: `${year}-01-02` },
    { name: 'February half-term', from: february, to: addDays(february, 4) },
    easter,
    { name: 'May half-term', from: may, to: addDays(may, 4) },
    { name: 'summer holidays', from: `${year}-07-23`, to: `${year}-08-31` },
    { name: 'October half-term', from: october, to: addDays(october, 4) },
    { name: 'Christmas holidays', from: `${year}-12-21`, to: `${year}-12-31` },
  ]
}

/** The fortnight around Easter: before a late Easter, after an early one. */
function easterFortnight(year: number): SchoolHoliday {
  const easter = easterSunday(year)
  const name = 'Easter holidays'
  if (easter < `${year}-04-05`) return { name, from: addDays(easter, -2), to: addDays(easter, 12) }
  const monday = addDays(easter, easter < `${year}-04-16` ? -6 : -13)
  return { name, from: monday, to: addDays(monday, easter < `${year}-04-16` ? 11 : 14) }
}

function mondayOnOrAfter(day: IsoDate): IsoDate {
  return addDays(day, (8 - weekday(day)) % 7)
}

/** The usual school holiday that a day falls into, or null. */
export function schoolHolidayOn(day: IsoDate): SchoolHoliday | null {
  return usualSchoolHolidays(Number(day.slice(0, 4))).find(({ from, to }) => from <= day && day <= to) ?? null
}
