import { useMemo, useState } from 'react'
import { writeMonth } from '../../../domain/calendarDays.ts'
import { type Exercise, findByPlace } from '../../../domain/exercise.ts'
import type { Stored } from '../../../usecases/ports.ts'
import { useNavigation } from '../../ui/navigation.tsx'
import { useRows } from '../../ui/rows.tsx'
import { useServices } from '../../ui/services.tsx'

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

/** The list of exercises, the search, and the one that is open. */
export function useExercises() {
  const { exercises } = useServices()
  const rows = useRows('exercises', exercises)
  const { itemId, open } = useNavigation()
  const [search, setSearch] = useState('')
  const all = rows.held?.rows
  const months = useMemo(() => {
    const found = new Set(
      findByPlace(
        (all ?? []).map((row) => row.value),
        search,
      ),
    )
    return groupByMonth((all ?? []).filter((row) => found.has(row.value)))
  }, [all, search])
  return {
    rows,
    months,
    total: all?.length ?? 0,
    found: months.reduce((count, month) => count + month.rows.length, 0),
    unreadable: rows.held?.unreadable ?? [],
    search,
    setSearch,
    openId: itemId,
    opened: all?.find((row) => row.id === itemId) ?? null,
    open: (id: string) => open('exercises', id),
    close: () => open('exercises'),
  }
}
