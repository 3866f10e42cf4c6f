import type { IsoDate } from '../../../../domain/calendarDays.ts'
import {
  completionMeanings,
  guessCompletionColumns,
  neededMeanings,
} from '../../../../domain/completionImport.ts'
import { guessStaffColumns, neededStaffMeanings, staffMeanings } from '../../../../domain/staffImport.ts'
import type { Columns, LineResult, TrainingTable } from '../../../../domain/trainingTable.ts'
import { importCompletions, planCompletions } from '../../../../usecases/importCompletions.ts'
import { importStaff, planStaff } from '../../../../usecases/importStaff.ts'
import type { WriteOptions } from '../../../../usecases/writeLines.ts'
import type { Services } from '../../../ui/services.tsx'

export type ImportKind = 'completions' | 'staff'

/** What a file is and what was said of it. */
export interface SaidFile {
  readonly table: TrainingTable
  readonly columns: readonly string[]
  readonly courseWords: Readonly<Record<string, string>>
  /** For staff: the file names everybody. */
  readonly complete: boolean
}

/** What an import would do, whatever it is about, and how to do it. */
export interface PlannedImport {
  readonly fresh: number
  readonly changed: number
  readonly others: readonly LineResult[]
  readonly unknownCourses: readonly { readonly word: string; readonly lines: number }[]
  /** People whom a complete list does not name any more. */
  readonly leavers: number
  run(options: WriteOptions): Promise<readonly LineResult[]>
}

/** All that differs between importing completions and importing staff. */
export interface KindOfImport {
  readonly title: string
  readonly explains: string
  /** Meanings that a column can have, with what people call them. */
  readonly meanings: readonly (readonly [string, string])[]
  readonly needed: readonly string[]
  guess(headings: readonly string[]): readonly string[]
  plan(services: Services, file: SaidFile, today: IsoDate): Promise<PlannedImport>
}

const completionLabels: Readonly<Record<(typeof completionMeanings)[number], string>> = {
  person: 'Who: staff number, e-mail or object id',
  name: 'Name (not kept)',
  course: 'Course: key or title',
  completed: 'Day on which it was finished',
  result: 'How it ended',
  expires: 'Last day on which it counts',
  run: 'Key of the date',
}

const staffLabels: Readonly<Record<(typeof staffMeanings)[number], string>> = {
  id: 'Entra object id',
  number: 'Staff number',
  name: 'Name',
  address: 'E-mail',
  role: 'Role',
  team: 'Team',
  borough: 'Borough',
  since: 'In the role since',
  until: 'Last day',
}

export const importKinds: Readonly<Record<ImportKind, KindOfImport>> = {
  completions: {
    title: 'Completions',
    explains:
      'The export of the learning system: one line for each person, course and day. Importing the same file again changes nothing.',
    meanings: completionMeanings.map((one) => [one, completionLabels[one]]),
    needed: neededMeanings,
    guess: guessCompletionColumns,
    async plan(services, { table, columns, courseWords }, today) {
      const file = { table, columns: columns as Columns<(typeof completionMeanings)[number]>, courseWords }
      const plan = await planCompletions(services, file, today)
      const changed = plan.writes.filter(({ existing }) => existing !== null).length
      return {
        ...{ fresh: plan.writes.length - changed, changed, others: plan.others, leavers: 0 },
        unknownCourses: plan.unknownCourses,
        run: (options) => importCompletions(services, plan, options),
      }
    },
  },
  staff: {
    title: 'Staff',
    explains: 'Who is in which role and team, from the personnel system: one line for each person.',
    meanings: staffMeanings.map((one) => [one, staffLabels[one]]),
    needed: neededStaffMeanings,
    guess: guessStaffColumns,
    async plan(services, { table, columns, complete }, today) {
      const file = { table, columns: columns as Columns<(typeof staffMeanings)[number]>, complete }
      const plan = await planStaff(services, file, today)
      const changed = plan.writes.filter(({ existing }) => existing !== null).length
      return {
        ...{ fresh: plan.writes.length - changed, changed: changed - plan.leavers, others: plan.others },
        ...{ leavers: plan.leavers, unknownCourses: [] },
        run: (options) => importStaff(services, plan, options),
      }
    },
  },
}
