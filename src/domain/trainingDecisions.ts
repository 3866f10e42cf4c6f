import { type Instant, type IsoDate, writeDate } from './calendarDays.ts'
import type { RestsOn, RestsStanding } from './cover.ts'
import { percentOf } from './coverRollUps.ts'
import { longestReason, reasonRefusal, refuse, type Step, tell } from './decisionStep.ts'
import type { Recommendation } from './recommendation.ts'
import { isImplemented } from './statusWords.ts'

/** What people decide about the training that a recommendation rests on. */
export type TrainingDecision =
  | {
      readonly does: 'rest-on'
      /** Key of the requirement. */
      readonly requirement: string
      readonly title: string
      /** Per cent, 1 to 100. */
      readonly atLeast: number
      readonly note: string
    }
  | { readonly does: 'rest-no-more'; readonly requirement: string; readonly why: string }

type Of<Name extends TrainingDecision['does']> = Extract<TrainingDecision, { does: Name }>

/** From now on it holds only while so many of those who need it are trained. Another figure replaces an earlier one. */
export function restOn(row: Recommendation, decision: Of<'rest-on'>): Step {
  const { requirement, title, atLeast } = decision
  const note = decision.note.trim()
  if (requirement === '') return refuse('no-such-requirement')
  if (!Number.isInteger(atLeast) || atLeast < 1 || atLeast > 100) return refuse('not-per-cent')
  if (note.length > longestReason) return refuse('too-long')
  const before = row.restsOn.find((one) => one.requirement === requirement)
  if (before && before.atLeast === atLeast && before.note === note) return refuse('nothing-changed')
  const { standing } = before ?? {}
  const measured = standing && { ...standing, reached: isReached({ ...standing, atLeast }) }
  const next: RestsOn = { requirement, title, atLeast, note, ...(measured && { standing: measured }) }
  const restsOn = [...row.restsOn.filter((one) => one !== before), next]
  return {
    ok: true,
    set: { restsOn },
    told: [tell('training', before ? writeRestsOn(before) : '', writeRestsOn(next), note)],
  }
}

/** It does not rest on this training any more. */
export function restNoMore(row: Recommendation, { requirement, why }: Of<'rest-no-more'>): Step {
  const gone = row.restsOn.find((one) => one.requirement === requirement)
  if (!gone) return refuse('no-such-requirement')
  const unreasoned = reasonRefusal(why)
  if (unreasoned) return refuse(unreasoned)
  const restsOn = row.restsOn.filter((one) => one !== gone)
  return { ok: true, set: { restsOn }, told: [tell('training', writeRestsOn(gone), '', why)] }
}

/** `Conference liaison: at least 95 %`. */
export function writeRestsOn({ title, atLeast }: Pick<RestsOn, 'title' | 'atLeast'>): string {
  return `${title}: at least ${atLeast} %`
}

function isReached(figure: Pick<RestsStanding, 'covered' | 'needed'> & Pick<RestsOn, 'atLeast'>): boolean {
  // Where nobody has to have it yet, nobody has shown that it is done.
  return figure.needed > 0 && figure.covered * 100 >= figure.atLeast * figure.needed
}

/** What holds green back: training whose figure is not reached, or has not been counted yet. */
export function unreached(row: Pick<Recommendation, 'restsOn'>): readonly RestsOn[] {
  return row.restsOn.filter(({ standing }) => standing?.reached !== true)
}

/** The training whose cover has fallen under a row that is green; none for rows that are not. */
export function fallen(row: Pick<Recommendation, 'restsOn' | 'status'>): readonly RestsOn[] {
  return isImplemented(row.status) ? row.restsOn.filter(({ standing }) => standing?.reached === false) : []
}

/** The day on which the first of it fell; null when none has. */
export function fellOn(row: Pick<Recommendation, 'restsOn' | 'status'>): IsoDate | null {
  return (
    fallen(row)
      .flatMap(({ standing }) => standing?.on ?? [])
      .sort()[0] ?? null
  )
}

/** `82 % (41 of 50)`; says so where everybody is still in their grace. */
export function writeFigure({ covered, needed }: Pick<RestsStanding, 'covered' | 'needed'>): string {
  const percent = percentOf(covered, needed)
  return percent === null ? 'nobody who has to have it yet' : `${percent} % (${covered} of ${needed})`
}

/** One figure as a sentence: what it is, since when, and what it has to be. */
export function sayStanding({ title, atLeast, standing }: RestsOn): string {
  if (!standing) return `The cover of “${title}” has not been counted yet; it has to be at least ${atLeast} %`
  const verb = standing.reached ? 'reached' : 'is below what is asked for, at'
  return `The cover of “${title}” ${verb} ${writeFigure(standing)} on ${writeDate(standing.on)}; it has to be at least ${atLeast} %`
}

/**
 * What the service found, written down on the row: whether each figure is reached, with a line of history where that
 * changed. Null when nothing changed, so that a figure that moves above its mark is no news.
 * @param figureOf the force's cover by a requirement; null where it was never counted
 */
export function measureTraining(
  row: Recommendation,
  figureOf: (requirement: string) => Pick<RestsStanding, 'covered' | 'needed'> | null,
  at: Instant,
  today: IsoDate,
): Recommendation | null {
  const restsOn = row.restsOn.map((one): RestsOn => {
    const figure = figureOf(one.requirement)
    if (figure === null) return one
    const reached = isReached({ ...figure, atLeast: one.atLeast })
    return one.standing?.reached === reached
      ? one
      : { ...one, standing: { reached, on: today, covered: figure.covered, needed: figure.needed } }
  })
  const changed = restsOn.filter((one, index) => one !== row.restsOn[index])
  if (changed.length === 0) return null
  const history = changed.map((one) => ({
    ...({ at, by: 'Follow-Through', byObject: 'service', field: 'training', via: 'import' } as const),
    from: writeRestsOn(one),
    to: one.standing
      ? `${one.standing.reached ? 'reached' : 'not reached'}: ${writeFigure(one.standing)}`
      : '',
  }))
  return { ...row, restsOn, history: [...row.history, ...history] }
}
