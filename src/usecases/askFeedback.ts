import type { Booking } from '../domain/booking.ts'
import type { IsoDate } from '../domain/calendarDays.ts'
import type { Feedback } from '../domain/feedback.ts'
import { earliestRunAsked, type FeedbackDue, feedbackDue } from '../domain/feedbackRules.ts'
import { feedbackRule } from '../domain/ownMessages.ts'
import { outcomeOf } from '../domain/placeTally.ts'
import { freshWord, sheetKey } from './giveFeedback.ts'
import type { Addressee, CourseStore, LedgerStore } from './ports.ts'
import { isSettled, ledgerPerson, type SendOnceDeps, sendOnce } from './sendOnce.ts'
import type { BookingStore, DatedRunStore, FeedbackStore, TrainingMessenger } from './trainingPorts.ts'

export interface AskFeedbackDeps extends SendOnceDeps {
  readonly ledger: SendOnceDeps['ledger'] & Pick<LedgerStore, 'ofPerson'>
  readonly runs: Pick<DatedRunStore, 'onOrAfter'>
  readonly bookings: Pick<BookingStore, 'ofRun'>
  readonly courses: Pick<CourseStore, 'byKey'>
  readonly feedback: Pick<FeedbackStore, 'createMany'>
  readonly messenger: TrainingMessenger
}

export interface AskFeedbackRun {
  readonly today: IsoDate
  readonly run: string
  /** Asked before each message; false ends it, and the next look goes on. */
  may(): Promise<boolean>
  /** Runs of which everybody was asked, by this process: they are not looked at again. */
  readonly done: Set<string>
}

/** People by what became of their question. */
export interface AskedCounts {
  readonly sent: number
  readonly skipped: number
  readonly failed: number
}

/**
 * Asks everybody who was on a run what they say about it: straight after it, and after three months. Nobody is asked
 * twice. Throws `M365Error`; the next look of the job goes on.
 */
export async function askFeedback(
  deps: AskFeedbackDeps,
  { today, run: name, may, done }: AskFeedbackRun,
): Promise<AskedCounts> {
  const { rows } = await deps.runs.onOrAfter(earliestRunAsked(today))
  const counts = { sent: 0, skipped: 0, failed: 0 }
  for (const due of feedbackDue(
    rows.map(({ value }) => value),
    today,
  )) {
    const about = `${due.run.key} ${due.stage}`
    if (done.has(about)) continue
    const bookings = (await deps.bookings.ofRun(due.run.key)).rows.map(({ value }) => value)
    const people = await notAsked(deps, due, bookings.filter(wasThere))
    if (people.length === 0) {
      done.add(about)
      continue
    }
    const words = await emptySheets(deps, due, people.length)
    const courseTitle = (await deps.courses.byKey(due.run.courseKey))?.value.title ?? due.run.courseKey
    for (const [place, to] of people.entries()) {
      if (!(await may())) return counts
      const ask = { kind: 'feedback', stage: due.stage, courseTitle, runDate: due.run.date } as const
      const once = {
        key: keyOf(due, to),
        rule: feedbackRule(due.stage),
        to,
        day: today,
        run: name,
        why: whyAsked,
      }
      const { state } = await sendOnce(deps, once, (others, leaving) =>
        deps.messenger.tell(to, { ...ask, word: words[place] ?? '' }, others, leaving),
      )
      counts[state === 'sent' || state === 'skipped' ? state : 'failed'] += 1
    }
  }
  return counts
}

const whyAsked = 'You were on this course, and whoever gives it wants to know how it was.'

const wasThere = (booking: Booking) => ['attended', 'unscheduled'].includes(outcomeOf(booking))

const keyOf = ({ run, stage }: FeedbackDue, to: Addressee) =>
  `feedback/${run.key}/${stage}/${ledgerPerson(to)}`

/** In an order of its own each time: with that of the sheets nobody could tell whose is whose. */
async function notAsked(
  deps: Pick<AskFeedbackDeps, 'ledger'>,
  due: FeedbackDue,
  bookings: readonly Booking[],
): Promise<readonly Addressee[]> {
  const open: Addressee[] = []
  for (const { person, personName, address } of bookings) {
    const to = { objectId: person, name: personName, address }
    if (ledgerPerson(to) === '') continue
    const { rows } = await deps.ledger.ofPerson(ledgerPerson(to))
    const before = rows.find(({ value }) => value.key === keyOf(due, to))
    if (!before || !isSettled(before.value)) open.push(to)
  }
  return shuffled(open)
}

/** Makes the sheets of one run together and before anybody is asked, so that no time says which one is whose. */
async function emptySheets(
  deps: Pick<AskFeedbackDeps, 'feedback'>,
  { run, stage }: FeedbackDue,
  count: number,
): Promise<readonly string[]> {
  const words = Array.from({ length: count }, freshWord)
  const keys = await Promise.all(words.map(sheetKey))
  const attempts = await deps.feedback.createMany(
    keys.map(
      (key): Feedback => ({
        ...{ key, runKey: run.key, courseKey: run.courseKey, stage },
        ...{ useful: null, applied: null, recommend: null, comment: '', answeredOn: null },
      }),
    ),
  )
  for (const attempt of attempts) if (!attempt.ok) throw attempt.error
  return shuffled(words)
}

function shuffled<T>(things: readonly T[]): readonly T[] {
  return things
    .map((thing) => ({ thing, at: crypto.getRandomValues(new Uint32Array(1))[0] ?? 0 }))
    .sort((a, b) => a.at - b.at)
    .map(({ thing }) => thing)
}
