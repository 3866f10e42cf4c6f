import { useMemo, useState } from 'react'
import { type Exercise, findByPlace } from '../../../../domain/exercise.ts'
import { exerciseTypesOf } from '../../../../domain/exerciseType.ts'
import { programmeYears, unitPlaces, yearToOpen } from '../../../../domain/programme.ts'
import { yearOf } from '../../../../domain/programmeRules.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { useRows } from '../../../ui/rows.tsx'
import { useServices, useToday } from '../../../ui/services.tsx'
import { useExercisePlace } from '../exercisePlace.ts'

const views = ['units', 'year', 'list'] as const
/** The ways to look at a programme. */
export type ProgrammeView = (typeof views)[number]

const none: readonly Stored<Exercise>[] = []

/** The programme of the year that the address names: its exercises, its units, and how it is looked at. */
export function useProgramme() {
  const { exercises, settings } = useServices()
  const rows = useRows('exercises', exercises)
  const types = useRows('settings', settings)
  const today = useToday()
  const place = useExercisePlace()
  const [search, setSearch] = useState('')
  const all = rows.held?.rows ?? none
  const values = useMemo(() => all.map(({ value }) => value), [all])
  const asked = Number(place.get('year'))
  const year = Number.isInteger(asked) && asked > 1900 ? asked : yearToOpen(values, today)
  const ofYear = useMemo(() => all.filter(({ value }) => yearOf(value.date) === year), [all, year])
  const found = useMemo(() => new Set(findByPlace(values, search)), [values, search])
  return {
    rows,
    all,
    year,
    years: programmeYears(values, today),
    ofYear,
    places: useMemo(() => unitPlaces(all, year, ({ value }) => value), [all, year]),
    found: ofYear.filter(({ value }) => found.has(value)),
    types: exerciseTypesOf((types.held?.rows ?? []).map(({ value }) => value)),
    settings: (types.held?.rows ?? []).map(({ value }) => value),
    unreadable: rows.held?.unreadable ?? [],
    today,
    search,
    setSearch,
    view: views.find((one) => one === place.get('view')) ?? 'units',
    setView: (view: ProgrammeView) => place.set({ view }),
    setYear: (next: number) => place.set({ year: String(next) }),
    open: (id: string) => place.openExercise(id),
  }
}

export type Programme = ReturnType<typeof useProgramme>
