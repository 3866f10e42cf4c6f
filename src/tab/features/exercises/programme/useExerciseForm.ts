import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { Exercise } from '../../../../domain/exercise.ts'
import { draftOf, type ExerciseDraft } from '../../../../domain/exerciseEntry.ts'
import { type ExerciseType, exerciseTypesOf, typeNamed } from '../../../../domain/exerciseType.ts'
import type { Finding } from '../../../../domain/programmeRules.ts'
import type { Setting } from '../../../../domain/setting.ts'
import { knownUnits } from '../../../../domain/units.ts'
import { blankExercise, changePlan, lookAtDay, planNewExercise } from '../../../../usecases/planExercise.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import type { Problems, Values } from '../../../ui/form/formValues.ts'
import { type EditOutcome, useEdit } from '../../../ui/form/useEdit.ts'
import { useRows } from '../../../ui/rows.tsx'
import { type Services, useServices } from '../../../ui/services.tsx'
import { draftIn, type KnownPlace, valuesOf } from './exerciseFields.ts'
import { sayEntryRefusal, sayFinding } from './programmeWords.ts'

export interface ExerciseFormInput {
  /** Null for a new one. */
  readonly row: Stored<Exercise> | null
  readonly onSaved: (row: Stored<Exercise>) => void
  readonly onClose: () => void
}

const blankRow: Stored<Exercise> = { id: '', etag: '', value: blankExercise }
const noSettings: readonly Setting[] = []

/** A form about an exercise, what can be chosen in it, and what speaks against the day as it is typed. */
export function useExerciseForm({ row, onSaved, onClose }: ExerciseFormInput) {
  const services = useServices()
  const known = useKnown()
  const { units, places, types } = known
  const edit = useEdit<Exercise>({
    what: row ? `exercise ${row.id}` : 'new exercise',
    row: row ?? blankRow,
    start: (value) => valuesOf(row ? draftOf(value) : newDraft(known), units, places),
    save: (values, base) => save(services, row, base, draftIn(values, units, places), values.why ?? ''),
    saved: row ? 'Saved. The plan is up to date.' : 'Saved. The exercise is in the programme.',
    onSaved,
    onClose,
  })
  const draft = draftIn(edit.values, units, places)
  const findings = useFindings(draft, row, known)
  /** A type brings its hours, agenda and joining instructions; what was typed already stays. */
  const set = (name: string, value: string) => {
    edit.set(name, value)
    const type = name === 'type' && !row ? typeNamed(types, value) : null
    for (const [field, words] of type ? broughtBy(type, edit.values, types) : []) edit.set(field, words)
  }
  return { ...edit, set, ...known, draft, findings }
}

function broughtBy(
  type: ExerciseType,
  values: Values,
  types: readonly ExerciseType[],
): readonly (readonly [field: string, words: string])[] {
  const before = typeNamed(types, values.type ?? '')
  const old = new Map(before ? partsOf(before) : [])
  return partsOf(type).filter(([field]) => {
    const typed = values[field] ?? ''
    return typed === '' || typed === old.get(field)
  })
}

function partsOf(type: ExerciseType): readonly (readonly [field: string, words: string])[] {
  return [
    ['start', type.defaultStart],
    ['end', type.defaultEnd],
    ['agenda', type.agenda],
    ['joining', type.joining],
  ]
}

type Known = ReturnType<typeof useKnown>

function useKnown() {
  const services = useServices()
  const exercises = useRows('exercises', services.exercises).held?.rows
  const settings = useRows('settings', services.settings).held?.rows
  const venues = useRows('venues', services.venues).held?.rows
  return useMemo(() => {
    const all = exercises ?? []
    const values = settings?.map(({ value }) => value) ?? noSettings
    return {
      exercises: all,
      settings: values,
      types: exerciseTypesOf(values),
      units: knownUnits(all.map(({ value }) => value)),
      places: placesOf(
        (venues ?? []).filter(({ value }) => !value.closed).map(({ value }) => value),
        all.map(({ value }) => value),
      ),
    }
  }, [exercises, settings, venues])
}

/** Places of the directory of venues, and those where exercises were held; each name once. */
function placesOf(venues: readonly KnownPlace[], exercises: readonly Exercise[]): readonly KnownPlace[] {
  const used = [...exercises].sort((a, b) => b.date.localeCompare(a.date))
  const places = new Map<string, KnownPlace>()
  for (const { venue, roomAddress } of used) {
    if (venue !== '' && !places.has(venue)) places.set(venue, { name: venue, roomAddress })
  }
  for (const { name, roomAddress } of venues) if (!places.has(name)) places.set(name, { name, roomAddress })
  return [...places.values()]
}

/** A new exercise begins with the type and the place of the last one planned: most are held in one suite. */
function newDraft({ exercises, types }: Known): ExerciseDraft {
  const last = [...exercises].sort((a, b) => b.value.date.localeCompare(a.value.date))[0]?.value
  const type = typeNamed(types, last?.type ?? '') ?? types[0]
  return {
    ...draftOf(blankExercise),
    ...{ type: type?.name ?? '', start: type?.defaultStart ?? '', end: type?.defaultEnd ?? '' },
    ...{ agenda: type?.agenda ?? '', joining: type?.joining ?? '' },
    ...{ venue: last?.venue ?? '', roomAddress: last?.roomAddress ?? '', mailbox: last?.mailbox ?? '' },
  }
}

/** Milliseconds without a key pressed before calendars are asked. */
const pause = 500

function useFindings(draft: ExerciseDraft, row: Stored<Exercise> | null, known: Known): readonly Finding[] {
  const { schedules, clock } = useServices()
  const asked = JSON.stringify([
    ...[draft.type, draft.unit, draft.boroughs, draft.date, draft.start, draft.end, draft.venue],
    ...[draft.roomAddress, draft.facilitators, draft.onlinePart],
  ])
  const [settled, setSettled] = useState({ asked, draft })
  useEffect(() => {
    const timer = setTimeout(() => setSettled({ asked, draft }), pause)
    return () => clearTimeout(timer)
  }, [asked, draft])
  const { exercises, settings } = known
  const query = useQuery({
    queryKey: ['look at day', row?.id ?? 'new', settled.asked, exercises.length],
    queryFn: () => lookAtDay({ schedules, clock }, { draft: settled.draft, exercises, settings, row }),
    enabled: settled.draft.date !== '',
    placeholderData: (before) => before,
    gcTime: 0,
  })
  return settled.draft.date === '' ? [] : (query.data ?? [])
}

async function save(
  services: Services,
  row: Stored<Exercise> | null,
  base: Stored<Exercise>,
  draft: ExerciseDraft,
  why: string,
): Promise<EditOutcome<Exercise>> {
  const actor = services.me
  const outcome = row
    ? await changePlan(services, { row: base, draft, why, actor })
    : await planNewExercise(services, { draft, actor })
  if (outcome.ok) return { ok: true, row: outcome.row }
  if (outcome.code === 'changed-meanwhile') return { ok: false, theirs: outcome.theirs }
  if (outcome.code === 'stopped') return { ok: false, problems: problemsOf(outcome.findings) }
  const field = outcome.code === 'no-reason' ? 'why' : ''
  return { ok: false, problems: { [field]: sayEntryRefusal(outcome.code) } }
}

/** Each refusal beside the field that it is about. */
const fieldOf: Readonly<Record<string, string>> = {
  'no-type': 'type',
  'no-unit': 'unit',
  'no-boroughs': 'boroughs',
  'not-a-date': 'date',
  'bank-holiday': 'date',
  'suite-taken': 'date',
  'not-a-time': 'start',
  'ends-before-start': 'end',
  'online-outside': 'onlineStart',
  'no-venue': 'place',
  'room-busy': 'place',
  'facilitator-taken': 'facilitators',
  'facilitator-busy': 'facilitators',
}

function problemsOf(findings: readonly Finding[]): Problems {
  const problems: Record<string, string> = {}
  for (const finding of findings.filter(({ stops }) => stops)) {
    const field = fieldOf[finding.code] ?? ''
    problems[field] = problems[field] ? `${problems[field]} ${sayFinding(finding)}` : sayFinding(finding)
  }
  return problems
}
