import type { Instant, IsoDate } from './calendarDays.ts'
import type { Decisions } from './decisions.ts'
import { currentDeadline, type DueEntry } from './dueLedger.ts'
import type { Person } from './roles.ts'
import { mayManage } from './roles.ts'

/** A cause of concern stands above the rest: it is serious or systemic (HMICFRS glossary). */
export const recommendationKinds = ['cause-of-concern', 'recommendation', 'area-for-improvement'] as const
export type RecommendationKind = (typeof recommendationKinds)[number]

/** What a recommendation is, as people read it and papers print it. */
export const kindWords: Readonly<Record<RecommendationKind, string>> = {
  'cause-of-concern': 'Cause of concern',
  recommendation: 'Recommendation',
  'area-for-improvement': 'Area for improvement',
}

/** The statuses of a board paper. Status is asserted by people; nothing here derives it from a date. */
export const statuses = ['RED', 'AMBER', 'WHITE', 'NEW GREEN', 'GREEN', 'CLOSED'] as const
export type Status = (typeof statuses)[number]

/** Says whether a text is one of the statuses. */
export function isStatus(text: string): text is Status {
  return (statuses as readonly string[]).includes(text)
}

/** One numbered part of a recommendation, with its own status where the force gave one. */
export interface Element {
  readonly label: string
  readonly text: string
  readonly status: Status | null
  readonly comment: string
}

/** Something in the source that a person should look at; it is kept as it was found, not mended. */
export interface Doubt {
  readonly code: string
  readonly message: string
  readonly line: number
}

/** What a line of history speaks of. */
export const changeFields = [
  'progress',
  'status',
  'owner',
  'import',
  'invitation',
  'response',
  'due',
  'applies',
  'addressees',
  'links',
  'evidence',
  'sign-off',
  'demonstration',
  'rationale',
  'counterparty',
  'inspectorate',
  'elements',
  'kind',
  'text',
  'extension',
  'date',
  'plan',
  'roster',
  'attendance',
  'debrief',
  'request',
  'course',
  'dispute',
  'training',
  'requirement',
] as const
export type ChangeField = (typeof changeFields)[number]

/** One change that somebody made: what, when, from, to. `via` says through which face of the product. */
export interface Change {
  readonly at: Instant
  readonly by: string
  /** Entra object id, or `import` when a paper made the change. */
  readonly byObject: string
  readonly field: ChangeField
  readonly from: string
  readonly to: string
  /** The reason given; left out where none was asked for. */
  readonly why?: string
  readonly via: 'tab' | 'card' | 'import'
}

/** A recommendation and all that must change together with it: one item of the list. */
export interface Recommendation extends Decisions {
  /** Report key and number, unique in the register: `protests-2021-03/4a`. */
  readonly key: string
  readonly reportKey: string
  readonly number: string
  readonly numberInferred: boolean
  /** Place in the paper, counted from 1. */
  readonly order: number
  readonly kind: RecommendationKind
  readonly status: Status
  readonly text: string
  /** The force's comment: where the work stands. */
  readonly progress: string
  readonly elements: readonly Element[]
  readonly due: readonly DueEntry[]
  readonly doubts: readonly Doubt[]
  /** Key of the owning post; null until one is set. */
  readonly ownerPost: string | null
  readonly history: readonly Change[]
  /** Fingerprint of the paper row that was last imported, so that the same paper changes nothing. */
  readonly importedAs: string
}

/** Rows that still ask something of the force; WHITE waits for another body and is chased, not reminded. */
export function isOpenForForce(row: Pick<Recommendation, 'status'>): boolean {
  return row.status === 'AMBER' || row.status === 'RED'
}

/** The day by which the force still has to act, or null. This is what reminders look for. */
export function openDeadline(row: Pick<Recommendation, 'status' | 'due'>): IsoDate | null {
  return isOpenForForce(row) ? currentDeadline(row.due) : null
}

/** A short name for lists, cards and previews: the kind and number, never the text. */
export function writeReference(row: Pick<Recommendation, 'kind' | 'number'>): string {
  return `${kindWords[row.kind]} ${row.number}`
}

/** Longest progress note that fits beside the rest of the item (SharePoint's multi-line text holds 63,999). */
export const longestProgress = 20_000

export type EditRefusal = 'not-your-item' | 'nothing-changed' | 'too-long' | 'empty-progress'

/**
 * Decides an edit of the progress note. The owning post's holder or deputy may, and those who manage the register.
 * @param heldPosts keys of the posts that the person holds or deputises for
 */
export function editProgress(
  row: Recommendation,
  progress: string,
  actor: Person,
  heldPosts: readonly string[],
  at: Instant,
  via: 'tab' | 'card',
): { readonly ok: true; readonly next: Recommendation } | { readonly ok: false; readonly code: EditRefusal } {
  const refusal = mayEditProgress(row, actor, heldPosts)
  if (refusal) return { ok: false, code: refusal }
  const trimmed = progress.trim()
  if (trimmed === '') return { ok: false, code: 'empty-progress' }
  if (trimmed.length > longestProgress) return { ok: false, code: 'too-long' }
  if (trimmed === row.progress.trim()) return { ok: false, code: 'nothing-changed' }
  const change: Change = {
    at,
    by: actor.name,
    byObject: actor.objectId,
    field: 'progress',
    from: row.progress,
    to: trimmed,
    via,
  }
  return { ok: true, next: { ...row, progress: trimmed, history: [...row.history, change] } }
}

/** Says why a person may not edit a row's progress, or null when they may. */
export function mayEditProgress(
  row: Pick<Recommendation, 'ownerPost'>,
  actor: Person,
  heldPosts: readonly string[],
): 'not-your-item' | null {
  if (mayManage(actor)) return null
  return row.ownerPost !== null && heldPosts.includes(row.ownerPost) ? null : 'not-your-item'
}

/**
 * The change that wrote the present progress note, or null when nobody recorded here wrote it: it came with the
 * paper, or it was changed in SharePoint itself. A note is never put into the mouth of whoever saved before that.
 */
export function whoWroteProgress(row: Pick<Recommendation, 'progress' | 'history'>): Change | null {
  const newest = newestProgressChange(row)
  return newest && sameNote(newest.to, row.progress) ? newest : null
}

/** Whether the progress was written outside the product since the newest change that the history knows. */
export function isProgressFromOutside(row: Pick<Recommendation, 'progress' | 'history'>): boolean {
  return newestProgressChange(row) !== null && whoWroteProgress(row) === null
}

function newestProgressChange(row: Pick<Recommendation, 'history'>): Change | null {
  return row.history.findLast((change) => change.field === 'progress') ?? null
}

/** SharePoint's own form ends lines in its own way and trims; that alone is no new note. */
function sameNote(one: string, other: string): boolean {
  const plain = (text: string) => text.replaceAll('\r\n', '\n').trim()
  return plain(one) === plain(other)
}
