import type { EventChange } from '../domain/eventDraft.ts'
import type { Exercise } from '../domain/exercise.ts'
import { withChange } from '../domain/exerciseHistory.ts'
import { isM365Error } from '../domain/m365Error.ts'
import {
  differenceKey,
  type OutlookDifference,
  outlookDifferences,
  withSeen,
} from '../domain/outlookDifference.ts'
import { mayInvite, type Person } from '../domain/roles.ts'
import { changeExercise, type ExerciseChanged } from './changeExercise.ts'
import type { Calendar, CalendarEvent, Calendars } from './exercisePorts.ts'
import { seenOf } from './followAnswers.ts'
import type { Clock, ExerciseStore, Stored } from './ports.ts'

export interface UndoDeps {
  readonly exercises: Pick<ExerciseStore, 'save'>
  readonly calendars: Calendars
  readonly clock: Clock
}

export type UndoRefusal = 'not-a-coordinator' | 'not-your-calendar' | 'still-changing'

/**
 * Puts back in Outlook what somebody changed there. Outlook e-mails those whom it concerns, once: the event is read
 * first, and what is as it should be is not sent again. Where the event is gone or called off, the exercise is made
 * ready for another invitation and nobody is e-mailed. Throws `M365Error`.
 */
export async function undoInOutlook(
  deps: UndoDeps,
  input: { readonly row: Stored<Exercise>; readonly difference: OutlookDifference; readonly actor: Person },
): Promise<ExerciseChanged<UndoRefusal>> {
  const { row, difference, actor } = input
  const { invitation } = row.value
  const mailbox = invitation?.mailbox ?? ''
  if (!mayInvite(actor)) return { ok: false, code: 'not-a-coordinator', row }
  if (!invitation || (mailbox === '' && invitation.organiser !== actor.objectId))
    return { ok: false, code: 'not-your-calendar', row }
  if (difference.kind === 'gone' || difference.kind === 'cancelled')
    return changeExercise(deps, { row, actor, rule: readyAgain })
  const event = await putBack(deps.calendars.of(mailbox), row.value, difference)
  if (event === 'still-changing') return { ok: false, code: 'still-changing', row }
  const seen = event === 'gone' ? 'gone' : seenOf(event)
  const rule = (exercise: Exercise, act: { readonly actor: Person; readonly at: string }) => {
    const noted = { field: 'invitation', from: differenceKey(difference), to: 'put back in Outlook' } as const
    return { ok: true as const, next: withChange(withSeen(exercise, seen), {}, act, noted) }
  }
  return changeExercise(deps, { row, actor, rule })
}

function readyAgain(exercise: Exercise, act: { readonly actor: Person; readonly at: string }) {
  const { invitation } = exercise
  if (!invitation) return { ok: true as const, next: exercise }
  const { seen: _, ...rest } = invitation
  const noted = { field: 'invitation', from: 'called off in Outlook', to: 'to be sent again' } as const
  const next = withChange(exercise, { invitation: { ...rest, state: 'called-off' } }, act, noted)
  return { ok: true as const, next }
}

const triesOverOthers = 3

/** Writes what was told over what the event says, provided that it is still as it was read. */
async function putBack(
  calendar: Calendar,
  exercise: Exercise,
  difference: OutlookDifference,
): Promise<CalendarEvent | 'gone' | 'still-changing'> {
  let event = await readEvent(calendar, exercise.invitation?.eventRef ?? '')
  for (let tries = 0; tries < triesOverOthers; tries += 1) {
    if (event === 'gone') return event
    const change = changeFor(exercise, event, difference)
    if (change === null) return event
    const updated = await calendar.update(event, change)
    if (updated.ok) return updated.event
    event = updated.theirs
  }
  return 'still-changing'
}

async function readEvent(calendar: Calendar, ref: string): Promise<CalendarEvent | 'gone'> {
  try {
    return await calendar.read(ref)
  } catch (thrown) {
    if (isM365Error(thrown, 'missing')) return 'gone'
    throw thrown
  }
}

/** The change that takes the difference away; null when it is not there any more. */
function changeFor(
  exercise: Exercise,
  event: CalendarEvent,
  difference: OutlookDifference,
): EventChange | null {
  const still = outlookDifferences(exercise, seenOf(event)).some(
    (one) => differenceKey(one) === differenceKey(difference),
  )
  if (!still) return null
  const { attendees } = event.draft
  switch (difference.kind) {
    case 'moved':
      return { when: difference.planned }
    case 'elsewhere':
      return { location: difference.planned }
    case 'removed': {
      const told = exercise.invitation?.told?.attendees ?? []
      const back = told.filter((one) => isSame(one.address, difference.address))
      return { attendees: [...attendees, ...back] }
    }
    case 'added':
      return { attendees: attendees.filter((one) => !isSame(one.address, difference.address)) }
    default:
      return null
  }
}

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()
