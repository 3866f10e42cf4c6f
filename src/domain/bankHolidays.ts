import { addDays, type IsoDate, lastDayOfMonth } from './calendarDays.ts'

/** A day on which the banks of England and Wales are closed by law or proclamation. */
export interface BankHoliday {
  readonly day: IsoDate
  readonly name: string
}

/** Holidays that were moved to another day, by the rule's own day (gov.uk/bank-holidays). */
const moved: Readonly<Record<IsoDate, IsoDate>> = {
  '2002-05-27': '2002-06-04',
  '2012-05-28': '2012-06-04',
  '2020-05-04': '2020-05-08',
  '2022-05-30': '2022-06-02',
}

/** Holidays that were proclaimed once (gov.uk/bank-holidays). */
const once: readonly BankHoliday[] = [
  { day: '2002-06-03', name: 'Golden Jubilee' },
  { day: '2011-04-29', name: 'Wedding of Prince William' },
  { day: '2012-06-05', name: 'Diamond Jubilee' },
  { day: '2022-06-03', name: 'Platinum Jubilee' },
  { day: '2022-09-19', name: 'State Funeral of Queen Elizabeth II' },
  { day: '2023-05-08', name: 'Coronation of King Charles III' },
]

/**
 * The bank holidays of a year in England and Wales, in order, with substitute days. The rules are those of the Banking
 * and Financial Dealings Act 1971 as proclaimed since 1978; what is proclaimed in years to come is added in the settings.
 */
export function bankHolidays(year: number): readonly BankHoliday[] {
  const easter = easterSunday(year)
  const ruled: BankHoliday[] = [
    { day: offWeekend(`${year}-01-01`), name: 'New Year’s Day' },
    { day: addDays(easter, -2), name: 'Good Friday' },
    { day: addDays(easter, 1), name: 'Easter Monday' },
    { day: mondayOnOrAfter(`${year}-05-01`), name: 'Early May bank holiday' },
    { day: lastMonday(year, 5), name: 'Spring bank holiday' },
    { day: lastMonday(year, 8), name: 'Summer bank holiday' },
    ...christmas(year),
  ]
  return [
    ...ruled.map(({ day, name }) => ({ day: moved[day] ?? day, name })),
    ...once.filter(({ day }) => day.startsWith(`${year}-`)),
  ].sort((a, b) => a.day.localeCompare(b.day))
}

/** Day of the week, 1 for Monday to 7 for Sunday. */
export function weekday(day: IsoDate): number {
  return ((Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000) + 3) % 7) + 1
}

function offWeekend(day: IsoDate): IsoDate {
  return weekday(day) > 5 ? mondayOnOrAfter(day) : day
}

function mondayOnOrAfter(day: IsoDate): IsoDate {
  return addDays(day, (8 - weekday(day)) % 7)
}

function lastMonday(year: number, month: number): IsoDate {
  const last = lastDayOfMonth(year, month)
  return addDays(last, 1 - weekday(last))
}

/** Two days off whatever the weekday: the substitute of the first never falls on the second. */
function christmas(year: number): readonly BankHoliday[] {
  const day: IsoDate = `${year}-12-25`
  const [first, second] = substitutes[weekday(day)] ?? [0, 1]
  return [
    { day: addDays(day, first), name: 'Christmas Day' },
    { day: addDays(day, second), name: 'Boxing Day' },
  ]
}

/** Days after 25 December on which Christmas Day and Boxing Day are kept when one of them falls on a weekend. */
const substitutes: Readonly<Record<number, readonly [number, number]>> = { 5: [0, 3], 6: [2, 3], 7: [2, 1] }

/** Easter Sunday of the Gregorian calendar (the Meeus/Jones/Butcher reckoning). */
export function easterSunday(year: number): IsoDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const sum = h + l - 7 * m + 114
  const [month, day] = [Math.floor(sum / 31), (sum % 31) + 1]
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
