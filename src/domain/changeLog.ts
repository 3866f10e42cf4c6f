import type { Instant } from './calendarDays.ts'
import { type Difference, differencesBetween } from './differences.ts'
import type { Change, ChangeField, Recommendation } from './recommendation.ts'

/** A row as SharePoint kept it after one write, whoever wrote it. */
export interface RowVersion {
  /** Counted up by SharePoint with every write: two writes can carry the same moment. */
  readonly number: number
  readonly at: Instant
  readonly by: string
  /** Entra object id; empty when an app wrote it. */
  readonly byObject: string
  /** Set anew by every write of Follow-Through; a write by anybody else leaves an old one. */
  readonly mark: string
  /** Null when this state of the row cannot be understood. */
  readonly value: Recommendation | null
}

/**
 * One line of the whole history. `sharepoint`: somebody changed the list itself. `unlogged`: Follow-Through wrote
 * it without a line of its own, as older versions did.
 */
export interface LogLine extends Omit<Change, 'field' | 'via'> {
  readonly field: ChangeField | 'unreadable'
  readonly via: Change['via'] | 'sharepoint' | 'unlogged'
}

/**
 * The whole history of a row, oldest first: what Follow-Through wrote down, and what SharePoint's versions show
 * beyond that. Lines that a restored version took away are found again in the versions before it, and texts
 * that were shortened to save room are shown in full where a version still has them.
 * @param versions in any order; SharePoint may have dropped the oldest
 */
export function wholeLog(history: readonly Change[], versions: readonly RowVersion[]): readonly LogLine[] {
  const oldestFirst = versions.toSorted((a, b) => a.number - b.number)
  const logged = everyLoggedChange([...oldestFirst.map((version) => version.value?.history ?? []), history])
  return [...logged, ...changesBesideTheLog(oldestFirst)].sort((a, b) =>
    a.at < b.at ? -1 : a.at > b.at ? 1 : 0,
  )
}

/** Every line of every state of the log, once, with the longest wording that any of them has. */
function everyLoggedChange(logs: readonly (readonly Change[])[]): readonly Change[] {
  const found = new Map<string, Change>()
  for (const log of logs) {
    const seen = new Map<string, number>()
    for (const change of log) {
      const name = `${change.at} ${change.byObject} ${change.field}`
      const nth = seen.get(name) ?? 0
      seen.set(name, nth + 1)
      const known = found.get(`${name} ${nth}`)
      if (!known || sizeOf(known) < sizeOf(change)) found.set(`${name} ${nth}`, change)
    }
  }
  return [...found.values()]
}

function sizeOf(change: Change): number {
  return change.from.length + change.to.length
}

function changesBesideTheLog(oldestFirst: readonly RowVersion[]): readonly LogLine[] {
  const lines: LogLine[] = []
  const marks = new Set<string>()
  let before: Recommendation | null = null
  for (const version of oldestFirst) {
    const { value, mark } = version
    const ours = mark !== '' && !marks.has(mark)
    marks.add(mark)
    if (value === null) {
      lines.push({ ...whoAndWhen(version), field: 'unreadable', from: '', to: '', via: 'sharepoint' })
      continue
    }
    if (before) lines.push(...linesOf(version, before, value, ours))
    before = value
  }
  return lines
}

/** A write of ours that logged something logged all of it; one that logged nothing is shown by what it changed. */
function linesOf(
  version: RowVersion,
  before: Recommendation,
  after: Recommendation,
  ours: boolean,
): readonly LogLine[] {
  if (ours && after.history.length > before.history.length) return []
  const via = ours ? 'unlogged' : 'sharepoint'
  return differencesBetween(before, after).map((difference: Difference) => ({
    ...whoAndWhen(version),
    ...difference,
    via,
  }))
}

function whoAndWhen({ at, by, byObject }: RowVersion): Pick<LogLine, 'at' | 'by' | 'byObject'> {
  return { at, by, byObject }
}
