import { addDays, type IsoDate, lastDayOfMonth, writeMonth } from './calendarDays.ts'

/** Some days in a row, both ends included, with the words for them. */
export interface DayRange {
  readonly from: IsoDate
  readonly to: IsoDate
  /** `April to June 2021`. */
  readonly name: string
}

/** A quarter of the financial year, which begins on 1 April. */
export interface Quarter extends DayRange {
  /** `Q1 2021/22`. */
  readonly short: string
}

/** The quarter that a day lies in. */
export function quarterOf(day: IsoDate): Quarter {
  const year = Number(day.slice(0, 4))
  const first = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1
  const from = `${year}-${String(first).padStart(2, '0')}-01`
  const to = lastDayOfMonth(year, first + 2)
  const month = writeMonth(from).replace(/ \d+$/, '')
  const start = first === 1 ? year - 1 : year
  const number = first === 1 ? 4 : (first - 1) / 3
  const ends = String((start + 1) % 100).padStart(2, '0')
  return { from, to, name: `${month} to ${writeMonth(to)}`, short: `Q${number} ${start}/${ends}` }
}

/** The quarter before. */
export function quarterBefore({ from }: Quarter): Quarter {
  return quarterOf(addDays(from, -1))
}

/** So many quarters that end with this one, the earliest first. */
export function quartersUpTo(last: Quarter, count: number): readonly Quarter[] {
  const found = [last]
  while (found.length < count) found.unshift(quarterBefore(found[0] ?? last))
  return found
}
