import { writeMonth } from '../../../../domain/calendarDays.ts'
import type { Exercise } from '../../../../domain/exercise.ts'
import type { Stored } from '../../../../usecases/ports.ts'

/** The exercises of one month, in order of date. */
export interface Month {
  readonly title: string
  readonly rows: readonly Stored<Exercise>[]
}

/** Exercises by month, earliest first. */
export function groupByMonth(rows: readonly Stored<Exercise>[]): readonly Month[] {
  const months = new Map<string, Stored<Exercise>[]>()
  for (const row of [...rows].sort((one, other) => one.value.date.localeCompare(other.value.date))) {
    const month = row.value.date.slice(0, 7)
    months.set(month, [...(months.get(month) ?? []), row])
  }
  return [...months.values()].map((group) => ({ title: writeMonth(group[0]?.value.date ?? ''), rows: group }))
}
