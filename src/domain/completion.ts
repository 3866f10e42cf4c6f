import type { IsoDate } from './calendarDays.ts'

export const completionResults = ['completed', 'passed', 'failed', 'partly'] as const
export type CompletionResult = (typeof completionResults)[number]

/** That somebody finished a course. It outlives the run. */
export interface Completion {
  /** Made from person, course and day, so that the same line imported again is the same row. */
  readonly key: string
  /** Key of the member of staff: Entra object id, or staff number. */
  readonly person: string
  readonly personName: string
  readonly courseKey: string
  /** Empty for courses taken at any time. */
  readonly runKey: string
  readonly completedOn: IsoDate
  readonly result: CompletionResult
  /** The last day on which it counts; null when it never ends. */
  readonly expiresOn: IsoDate | null
  /** The day on which it was entered here: figures for a range asked again later stay the same. */
  readonly recordedOn: IsoDate
  /** Where it comes from: `attendance`, or the name of the file. */
  readonly source: string
}
