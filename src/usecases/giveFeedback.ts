import type { IsoDate } from '../domain/calendarDays.ts'
import type { Feedback, FeedbackStage } from '../domain/feedback.ts'
import { type FeedbackGiven, type FeedbackRefusal, fillIn } from '../domain/feedbackRules.ts'
import type { Clock, CourseStore, Stored } from './ports.ts'
import type { DatedRunStore, FeedbackStore } from './trainingPorts.ts'

export interface FeedbackDeps {
  readonly feedback: Pick<FeedbackStore, 'byKey' | 'save'>
  readonly runs: Pick<DatedRunStore, 'byKey'>
  readonly courses: Pick<CourseStore, 'byKey'>
  readonly clock: Pick<Clock, 'today'>
}

/** What a sheet is about, for whoever opens it. */
export interface FeedbackSheet {
  readonly stage: FeedbackStage
  readonly courseTitle: string
  readonly runDate: IsoDate
  readonly answered: boolean
}

/** The key of the sheet that a word opens. The word cannot be found from the key, so whoever reads the list has none. */
export async function sheetKey(word: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(word))
  return `sheet/${[...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

/** A word that nobody can guess: 160 bits. */
export function freshWord(): string {
  return [...crypto.getRandomValues(new Uint8Array(20))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
}

/** Whether a text can be such a word; nothing else is looked for. */
export const isWord = (text: string) => /^[0-9a-f]{40}$/.test(text)

/** What somebody is asked; null when the link is not one of ours, or its sheet is gone. Throws `M365Error`. */
export async function openSheet(deps: FeedbackDeps, word: string): Promise<FeedbackSheet | null> {
  const sheet = await sheetOf(deps, word)
  if (!sheet) return null
  const { runKey, courseKey, stage, answeredOn } = sheet.value
  const [run, course] = await Promise.all([deps.runs.byKey(runKey), deps.courses.byKey(courseKey)])
  return {
    stage,
    courseTitle: course?.value.title ?? courseKey,
    runDate: run?.value.date ?? '',
    answered: answeredOn !== null,
  }
}

/**
 * Takes an answer. Nothing is kept of who gave it: whoever has the word may answer once. Throws `M365Error`; giving the
 * same answer again is safe.
 */
export async function giveFeedback(
  deps: Omit<FeedbackDeps, 'runs' | 'courses'>,
  { word, given }: { readonly word: string; readonly given: FeedbackGiven },
): Promise<{ readonly ok: true } | { readonly ok: false; readonly code: FeedbackRefusal }> {
  const sheet = await sheetOf(deps, word)
  if (!sheet) return { ok: false, code: 'unknown-sheet' }
  const filled = fillIn(sheet.value, given, await deps.clock.today())
  if (!filled.ok) return filled
  const saved = await deps.feedback.save(sheet, filled.next)
  return saved.ok ? { ok: true } : { ok: false, code: 'answered-already' }
}

async function sheetOf(deps: Pick<FeedbackDeps, 'feedback'>, word: string): Promise<Stored<Feedback> | null> {
  return isWord(word) ? deps.feedback.byKey(await sheetKey(word)) : null
}
