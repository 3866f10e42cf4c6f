import type { Booking } from '../domain/booking.ts'
import { ukDay } from '../domain/calendarDays.ts'
import type { CourseRun } from '../domain/course.ts'
import { isM365Error } from '../domain/m365Error.ts'
import { noticeKey, noticeOf, type PlaceNotice, placeRule } from '../domain/placeNotices.ts'
import type { Addressee, Clock, Delivery } from './ports.ts'
import { ledgerPerson, type SendOnceDeps, sendOnce } from './sendOnce.ts'
import type { TrainingMessenger } from './trainingPorts.ts'

export interface TellPlaceDeps extends SendOnceDeps {
  readonly messenger: TrainingMessenger
  readonly clock: Pick<Clock, 'now'>
  /**
   * Where somebody without an account may answer an offer; empty when there is no such place just now. Left out where
   * the service is not reached from outside. Throws `M365Error`.
   */
  answerLink?(booking: Booking): Promise<string>
}

export interface ToldOfPlace {
  readonly sent: number
  /** Why somebody could not be told just now; empty when everybody was told or never will be. */
  readonly failure: string
}

/**
 * Tells of the last step of a booking whoever did not take it: the person, and whoever booked for them. Nobody is told
 * twice. Throws `M365Error` when the ledger cannot be read or written; then nothing was sent.
 */
export async function tellPlace(
  deps: TellPlaceDeps,
  booking: Booking,
  facts: {
    readonly run: CourseRun
    readonly courseTitle: string
    readonly round: string
    /** Whether events are kept in the calendars of those who have an address. */
    readonly events: boolean
  },
): Promise<ToldOfPlace> {
  const now = await deps.clock.now()
  const byOutlook = facts.events && booking.address.includes('@')
  const notice = noticeOf(booking, facts.run, facts.courseTitle, now, byOutlook)
  if (!notice) return { sent: 0, failure: '' }
  let sent = 0
  const failures: string[] = []
  for (const { to, message } of recipients(booking, notice)) {
    const once = {
      ...{ key: noticeKey(booking, ledgerPerson(to)), rule: placeRule, to, day: ukDay(now) },
      ...{ run: facts.round, why: message.standing },
    }
    const { state, note } = await sendOnce(deps, once, async (others, leaving) => {
      const whole = await withLink(deps, booking, to, message)
      return 'state' in whole ? whole : deps.messenger.tell(to, whole.message, others, leaving)
    })
    if (state === 'sent') sent += 1
    if (state === 'failed') failures.push(note)
  }
  return { sent, failure: failures.join(' ') }
}

/** The message with the link to answer by, made when it is about to leave; a failure where it cannot be made. */
async function withLink(
  deps: TellPlaceDeps,
  booking: Booking,
  to: Addressee,
  message: PlaceNotice,
): Promise<{ readonly message: PlaceNotice } | Extract<Delivery, { readonly note: string }>> {
  if (to.objectId !== '' || message.state !== 'offered' || !deps.answerLink) return { message }
  try {
    return { message: { ...message, link: await deps.answerLink(booking) } }
  } catch (thrown) {
    if (!isM365Error(thrown)) throw thrown
    return { state: 'failed', note: `Nothing was sent; the next round tries again. ${thrown.message}` }
  }
}

interface Recipient {
  readonly to: Addressee
  readonly message: PlaceNotice
}

function recipients(booking: Booking, notice: PlaceNotice): readonly Recipient[] {
  const { person, personName, address, arrangedBy } = booking
  const own = { to: { objectId: person, name: personName, address }, message: notice }
  const reachable = person !== '' || address.includes('@')
  const last = booking.steps.at(-1)
  if (arrangedBy === '' || arrangedBy === person || last?.byObject === arrangedBy)
    return reachable ? [own] : []
  const name = booking.steps.find(({ byObject }) => byObject === arrangedBy)?.by ?? ''
  const arranger = { objectId: arrangedBy, name }
  return [...(reachable ? [own] : []), { to: arranger, message: { ...notice, onBehalfOf: personName } }]
}
