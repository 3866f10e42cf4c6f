import type { Completion } from '../domain/completion.ts'
import type { Course } from '../domain/course.ts'
import type { FoiEffort } from '../domain/foiEffort.ts'
import { differingFigures, type FoiFigures, type FoiScope, foiFiguresOf } from '../domain/foiFigures.ts'
import { type FoiPack, foiPackOf } from '../domain/foiPack.ts'
import { trainersNamed } from '../domain/namesLeftOut.ts'
import { mayReadInformation, type Person } from '../domain/roles.ts'
import type { Setting } from '../domain/setting.ts'
import type { Clock, PostStore, SettingStore, UnreadableRow } from './ports.ts'
import type { CompletionStore, DatedRunStore, FeedbackStore } from './trainingPorts.ts'

export interface FoiDeps {
  readonly completions: Pick<CompletionStore, 'ofCourse'>
  readonly feedback: Pick<FeedbackStore, 'ofCourse'>
  readonly runs: Pick<DatedRunStore, 'ofCourse'>
  readonly posts: Pick<PostStore, 'all'>
  readonly settings: Pick<SettingStore, 'byKey' | 'create' | 'save'>
  readonly clock: Pick<Clock, 'today'>
}

export interface FoiInput {
  readonly reference: string
  readonly theme: string
  readonly courses: readonly Course[]
  readonly fromYear: number
  readonly toYear: number
  readonly effort: FoiEffort
  /** Counts anew as of today, although the same was asked before. */
  readonly anew: boolean
  readonly actor: Person
  /** Is told after each course how many of them have been read. */
  onCourse?(read: number): void
}

export type FoiRefusal = 'not-yours' | 'no-theme' | 'no-course' | 'no-years'

/** A pack, and how its figures stand to those that were given out before. */
export interface PreparedPack {
  readonly pack: FoiPack
  /** The same courses and years were asked for on this day, and its figures are used; null when never. */
  readonly usedAgain: string | null
  /** What no longer agrees with the figures given out then, because rows were changed or deleted since. */
  readonly differing: readonly string[]
  readonly unreadable: readonly UnreadableRow[]
}

/** What is kept of a pack: enough to give the same figures again, and to notice when they change. */
interface FoiRecord {
  readonly asAt: string
  readonly figures: FoiFigures
}

const earliestYear = 1970

/**
 * Prepares the answers. The first pack for some courses and years sets the day of its figures; later ones for the same
 * use that day, so that they say the same. Throws `M365Error`.
 */
export async function prepareFoiPack(
  deps: FoiDeps,
  input: FoiInput,
): Promise<
  { readonly ok: true; readonly prepared: PreparedPack } | { readonly ok: false; readonly code: FoiRefusal }
> {
  const refused = refusalOf(input)
  if (refused) return { ok: false, code: refused }
  const { courses, fromYear, toYear, actor } = input
  const today = await deps.clock.today()
  const courseKeys = courses.map(({ key }) => key).sort()
  const key = `foi/${fromYear}-${toYear}/${await shortName(courseKeys.join('\n'))}`
  const row = await deps.settings.byKey(key)
  const earlier = row && !input.anew ? readRecord(row.value) : null
  const scope: FoiScope = { courseKeys, fromYear, toYear, asAt: earlier?.asAt ?? today }
  const read = await readCourses(deps, input)
  const figures = foiFiguresOf(read.completions, scope)
  const { reference, theme, effort } = input
  const source = { courses, figures, lateAnswers: read.lateAnswers, names: read.names }
  const given = { reference: reference.trim(), theme: theme.trim(), scope, effort, madeOn: today }
  const pack = foiPackOf(source, given)
  if (!earlier) await keepRecord(deps, key, { asAt: scope.asAt, figures }, actor)
  const titleOf = (courseKey: string) => courses.find((one) => one.key === courseKey)?.title ?? courseKey
  const differing = earlier ? differingFigures(earlier.figures, figures, titleOf) : []
  return {
    ok: true,
    prepared: { pack, usedAgain: earlier?.asAt ?? null, differing, unreadable: read.unreadable },
  }
}

function refusalOf({ actor, theme, courses, fromYear, toYear }: FoiInput): FoiRefusal | null {
  if (!mayReadInformation(actor)) return 'not-yours'
  if (theme.trim() === '') return 'no-theme'
  if (courses.length === 0) return 'no-course'
  const years = [fromYear, toYear]
  const sensible = years.every((year) => Number.isInteger(year) && year >= earliestYear && year < 3000)
  return sensible && fromYear <= toYear && toYear - fromYear < 50 ? null : 'no-years'
}

interface ReadCourses {
  readonly completions: readonly Completion[]
  readonly lateAnswers: number
  readonly names: readonly string[]
  readonly unreadable: readonly UnreadableRow[]
}

/** One course after the other: a pack is made now and then, and others are working. */
async function readCourses(deps: FoiDeps, { courses, onCourse }: FoiInput): Promise<ReadCourses> {
  const completions: Completion[] = []
  const unreadable: UnreadableRow[] = []
  const names = new Set<string>()
  let lateAnswers = 0
  for (const [place, { key }] of courses.entries()) {
    const [finished, answers, runs] = await Promise.all([
      deps.completions.ofCourse(key),
      deps.feedback.ofCourse(key),
      deps.runs.ofCourse(key),
    ])
    completions.push(...finished.rows.map(({ value }) => value))
    unreadable.push(...finished.unreadable, ...answers.unreadable, ...runs.unreadable)
    lateAnswers += answers.rows.filter(
      ({ value }) => value.stage === 'three-months' && value.answeredOn !== null,
    ).length
    for (const { value } of finished.rows) names.add(value.personName)
    for (const { value } of runs.rows) for (const name of trainersNamed(value.trainer)) names.add(name)
    onCourse?.(place + 1)
  }
  for (const { value } of (await deps.posts.all()).rows)
    for (const one of [value.holder, value.deputy, value.headOfUnit]) if (one) names.add(one.name)
  return { completions, lateAnswers, names: [...names], unreadable }
}

async function keepRecord(deps: FoiDeps, key: string, record: FoiRecord, actor: Person): Promise<void> {
  const setting: Setting = {
    ...{ key, value: JSON.stringify(record), changedBy: actor.objectId, changedByName: actor.name },
  }
  const { row, already } = await deps.settings.create(setting)
  if (already) await deps.settings.save(row, setting)
}

function readRecord({ value }: Setting): FoiRecord | null {
  try {
    const record: unknown = JSON.parse(value)
    return isRecord(record) ? record : null
  } catch {
    return null
  }
}

function isRecord(value: unknown): value is FoiRecord {
  if (typeof value !== 'object' || value === null) return false
  const figures: unknown = Reflect.get(value, 'figures')
  if (typeof Reflect.get(value, 'asAt') !== 'string' || typeof figures !== 'object' || figures === null)
    return false
  return ['years', 'courses', 'people'].every((name) => Array.isArray(Reflect.get(figures, name)))
}

/** Sixteen characters for a list of courses, so that a setting's key stays short. */
async function shortName(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(digest).slice(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
