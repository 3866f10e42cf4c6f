import { addDays, type IsoDate } from './calendarDays.ts'
import type { StaffMember } from './staff.ts'
import { readDay } from './tableDays.ts'
import { type Columns, cellOf, guessColumns, type HeadingRules, type TableLine } from './trainingTable.ts'

export const staffMeanings = [
  'id',
  'number',
  'name',
  'address',
  'role',
  'team',
  'borough',
  'since',
  'until',
] as const
export type StaffMeaning = (typeof staffMeanings)[number]

/** Without these nothing can be said of a line. */
export const neededStaffMeanings = ['number', 'name', 'role', 'team'] as const

const rules: HeadingRules<StaffMeaning> = [
  ['id', /object id|entra|azure|^aad/],
  ['number', /staff (?:no|number|id)|employee|payroll|collar|warrant|^number$/],
  ['address', /e ?mail|upn|address/],
  ['until', /leav|until|end date|left/],
  ['since', /since|start|from|in role/],
  ['role', /role|post|job|rank/],
  ['team', /team|unit|department|section/],
  ['borough', /borough|bcu|area|station/],
  ['name', /name/],
]

/** What the columns of a personnel system's file seem to mean. */
export function guessStaffColumns(headings: readonly string[]): Columns<StaffMeaning> {
  return guessColumns(headings, rules)
}

export type StaffLine =
  | { readonly line: number; readonly ok: true; readonly member: StaffMember }
  | {
      readonly line: number
      readonly ok: false
      readonly note: string
      /** Whom it may be about all the same: key, or name in small letters. They have not left. */
      readonly about: readonly string[]
    }

/** Reads lines as members of staff; somebody without a day of coming into the role is new from today. */
export function readStaffLines(
  lines: readonly TableLine[],
  columns: Columns<StaffMeaning>,
  today: IsoDate,
): readonly StaffLine[] {
  const seen = new Set<string>()
  return lines.map((line) => {
    const read = readLine(line, columns, today)
    if (!read.ok) return read
    if (seen.has(read.member.key))
      return { line: line.line, ok: false, note: 'An earlier line is about the same person.', about: [] }
    seen.add(read.member.key)
    return read
  })
}

function readLine(line: TableLine, columns: Columns<StaffMeaning>, today: IsoDate): StaffLine {
  const cell = (meaning: StaffMeaning) => cellOf(line, columns, meaning)
  const key = cell('id').toLowerCase() || cell('number')
  const about = [key === '' ? cell('name').toLowerCase() : key].filter(Boolean)
  const refuse = (note: string): StaffLine => ({ line: line.line, ok: false, note, about })
  if (key === '') return refuse('It has neither a staff number nor an Entra object id.')
  for (const meaning of ['name', 'role', 'team'] as const)
    if (cell(meaning) === '') return refuse(`It has no ${meaning}.`)
  const days: Record<'since' | 'until', IsoDate | null> = { since: null, until: null }
  for (const meaning of ['since', 'until'] as const) {
    if (cell(meaning) === '') continue
    days[meaning] = readDay(cell(meaning))
    if (days[meaning] === null) return refuse(`“${cell(meaning)}” is no day.`)
  }
  const member: StaffMember = {
    ...{ key, staffNumber: cell('number'), name: cell('name'), address: cell('address').toLowerCase() },
    ...{ role: cell('role'), team: cell('team'), borough: cell('borough'), movedFrom: '' },
    ...{ inRoleSince: days.since ?? today, until: days.until },
  }
  return { line: line.line, ok: true, member }
}

/**
 * What somebody's row becomes by a line of a file; null when it says nothing new. Who changes role or team without a day
 * is new there from today, and the team that they leave is remembered so that its cover is counted anew.
 */
export function mergeStaff(
  kept: StaffMember,
  imported: StaffMember,
  saysSince: boolean,
  today: IsoDate,
): StaffMember | null {
  const moved = kept.team !== imported.team
  const newInRole = moved || kept.role !== imported.role
  const inRoleSince = saysSince ? imported.inRoleSince : newInRole ? today : kept.inRoleSince
  const next: StaffMember = { ...imported, inRoleSince, movedFrom: moved ? kept.team : kept.movedFrom }
  return (Object.keys(next) as (keyof StaffMember)[]).every((field) => next[field] === kept[field])
    ? null
    : next
}

/** Somebody whom a complete list does not name any more has left. */
export function leaverOf(kept: StaffMember, today: IsoDate): StaffMember {
  return { ...kept, until: addDays(today, -1) }
}
