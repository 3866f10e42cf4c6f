import { type Instant, type IsoDate, isIsoDate, writeDate, writeMonth } from './calendarDays.ts'
import { longestText } from './correctDecision.ts'
import { undecided } from './decisions.ts'
import type { DueEntry } from './dueLedger.ts'
import { dayMeant, writeDueEntry } from './dueWords.ts'
import { inferDecisions } from './inferDecisions.ts'
import { limits, noteLength } from './limits.ts'
import type { Recommendation, RecommendationKind } from './recommendation.ts'
import { type Report, type ReportScope, type ReportSource, reportKey } from './report.ts'
import { mayManage, type Person } from './roles.ts'

/** A report that did not come in with a paper: a letter of the IOPC, a coroner's report, an internal review. */
export interface NewReport {
  readonly title: string
  readonly typeLine: string
  readonly published: IsoDate
  readonly precision: 'day' | 'month'
  readonly source: ReportSource
  readonly scope: ReportScope
  readonly publishers: readonly string[]
}

/** A recommendation of a report that the register holds. */
export interface NewRecommendation {
  readonly reportKey: string
  readonly number: string
  readonly kind: RecommendationKind
  readonly text: string
  /** The deadline that the report sets; null when it sets none. */
  readonly due: IsoDate | null
  readonly precision: 'day' | 'month'
}

export type NewEntryRefusal =
  | 'secretary-only'
  | 'no-title'
  | 'no-text'
  | 'no-number'
  | 'not-a-number'
  | 'not-a-date'
  | 'date-in-future'
  | 'due-before-published'
  | 'too-long'
  | 'already-there'
  | 'no-such-report'

type Entered<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: NewEntryRefusal }

/** Makes a report from what the secretary typed. @param order its place, after all that are there */
export function enterReport(given: NewReport, order: number, actor: Person, today: IsoDate): Entered<Report> {
  if (!mayManage(actor)) return { ok: false, code: 'secretary-only' }
  const title = given.title.trim()
  if (title === '') return { ok: false, code: 'no-title' }
  if (title.length > limits.textCharacters || given.typeLine.length > limits.textCharacters)
    return { ok: false, code: 'too-long' }
  if (!isIsoDate(given.published)) return { ok: false, code: 'not-a-date' }
  const date = dayMeant(given.published, given.precision)
  if (given.published > today) return { ok: false, code: 'date-in-future' }
  const text = given.precision === 'month' ? writeMonth(date) : writeDate(date)
  const publishers = given.publishers.map((one) => one.trim()).filter((one) => one !== '')
  const value: Report = {
    ...{ key: reportKey(title, date), title, typeLine: given.typeLine.trim(), order },
    published: { text, date, precision: given.precision },
    ...{ claims: [], narrative: '', importedAs: '', clocks: [] },
    ...{ source: given.source, scope: given.scope, publishers },
  }
  return { ok: true, value }
}

/** Makes a recommendation from what the secretary typed: AMBER, for it is being considered. */
export function enterRecommendation(
  given: NewRecommendation,
  report: Report,
  order: number,
  actor: Person,
  at: Instant,
): Entered<Recommendation> {
  const code = rowRefusal(given, report, actor)
  if (code) return { ok: false, code }
  const [number, text] = [given.number.trim().toLowerCase(), given.text.trim()]
  const change = { at, by: actor.name, byObject: actor.objectId, field: 'text', from: '', to: text } as const
  const row: Recommendation = {
    ...undecided,
    ...{ key: `${report.key}/${number}`, reportKey: report.key, number, numberInferred: false, order },
    ...{ kind: given.kind, status: 'AMBER', text, progress: '', elements: [], doubts: [], ownerPost: null },
    ...{ due: [firstDue(given)], history: [{ ...change, via: 'tab' }], importedAs: '' },
  }
  return { ok: true, value: { ...row, ...inferDecisions(row) } }
}

function firstDue({ due, precision }: NewRecommendation): DueEntry {
  const event = due === null ? 'To be set' : ''
  return writeDueEntry({ date: due, precision, event, verb: 'none', purpose: '', tags: [] })
}

function rowRefusal(given: NewRecommendation, report: Report, actor: Person): NewEntryRefusal | null {
  if (!mayManage(actor)) return 'secretary-only'
  if (given.number.trim() === '') return 'no-number'
  if (!/^\d{1,3}[a-z]?$/i.test(given.number.trim())) return 'not-a-number'
  if (given.text.trim() === '') return 'no-text'
  if (noteLength(given.text) > longestText) return 'too-long'
  if (given.due === null) return null
  if (!isIsoDate(given.due)) return 'not-a-date'
  const published = report.published.date
  return published !== null && dayMeant(given.due, given.precision) < published
    ? 'due-before-published'
    : null
}
