import * as v from 'valibot'
import { type Booking, bookingStates } from '../../domain/booking.ts'
import type { BookingStore } from '../../usecases/trainingPorts.ts'
import { bookingsList } from '../columns/bookings.ts'
import { quote } from '../odata.ts'
import type { SiteContext } from '../site.ts'
import { listStore } from './listStore.ts'
import { instantField, jsonField, type RowMapping, textField, writeJson } from './rowMapping.ts'

const steps = v.array(
  v.object({
    at: v.string(),
    by: v.string(),
    byObject: v.string(),
    from: v.nullable(v.picklist(bookingStates)),
    to: v.picklist(bookingStates),
    why: v.string(),
  }),
)

const fields = v.object({
  Key: v.string(),
  RunKey: v.string(),
  CourseKey: textField,
  RunDate: v.string(),
  Person: textField,
  PersonName: textField,
  Address: textField,
  Organisation: textField,
  Borough: textField,
  State: v.picklist(bookingStates),
  RequestedAt: instantField,
  OfferUntil: v.optional(v.nullable(instantField), null),
  ArrangedBy: textField,
  EventDue: textField,
  EventRef: textField,
  EventFor: textField,
  AnswerWords: jsonField(v.array(v.string()), []),
  Steps: jsonField(steps, []),
})

/** What `EventDue` holds while the calendar has to follow. */
const due = 'due'

const mapping: RowMapping<Booking, typeof bookingsList> = {
  fromFields: v.pipe(
    fields,
    v.transform(
      (row): Booking => ({
        key: row.Key,
        runKey: row.RunKey,
        courseKey: row.CourseKey,
        runDate: row.RunDate,
        person: row.Person,
        personName: row.PersonName,
        address: row.Address,
        organisation: row.Organisation,
        borough: row.Borough,
        state: row.State,
        requestedAt: row.RequestedAt,
        offerUntil: row.OfferUntil,
        arrangedBy: row.ArrangedBy,
        eventDue: row.EventDue === due,
        eventRef: row.EventRef,
        eventFor: row.EventFor,
        ...(row.AnswerWords.length > 0 && { answerWords: row.AnswerWords }),
        steps: row.Steps,
      }),
    ),
  ),
  toFields: (booking) => ({
    Key: booking.key,
    RunKey: booking.runKey,
    CourseKey: booking.courseKey,
    RunDate: booking.runDate,
    Person: booking.person,
    PersonName: booking.personName,
    Address: booking.address,
    Organisation: booking.organisation,
    Borough: booking.borough,
    State: booking.state,
    RequestedAt: booking.requestedAt,
    OfferUntil: booking.offerUntil,
    ArrangedBy: booking.arrangedBy,
    EventDue: booking.eventDue === true ? due : '',
    EventRef: booking.eventRef,
    EventFor: booking.eventFor ?? '',
    AnswerWords: booking.answerWords ? writeJson(booking.answerWords) : null,
    Steps: writeSteps(booking.steps),
  }),
  title: (booking) => `${booking.personName}, ${booking.runKey}`,
}

/** Room for the steps in one note, below the limit for notes. */
const stepsRoom = 60_000
/** Characters that are left of each reason where they do not fit. SharePoint's own versions hold them in full. */
const shortenings = [1_000, 200, 40]

/** Every step stays, since messages and events are named after their number; only long reasons are cut. */
function writeSteps(steps: Booking['steps']): string | null {
  let json = writeJson(steps)
  for (const longest of shortenings) {
    if (json === null || json.length <= stepsRoom) return json
    const cut = (why: string) => (why.length > longest ? `${why.slice(0, longest)}…` : why)
    json = writeJson(steps.map((step) => ({ ...step, why: cut(step.why) })))
  }
  return json
}

/** Who has, had or waits for a place. */
export function bookingStore(site: SiteContext): BookingStore {
  const { where, ...store } = listStore(site, bookingsList, mapping)
  return {
    ...store,
    ofRun: (runKey) => where(`RunKey eq ${quote(runKey)}`),
    ofCourse: (courseKey) => where(`CourseKey eq ${quote(courseKey)}`),
    ofPerson: (objectId) => where(`Person eq ${quote(objectId)}`),
    arrangedBy: (objectId) => where(`ArrangedBy eq ${quote(objectId)}`),
    inState: (state) => where(`State eq ${quote(state)}`),
    onOrAfter: (day) => where(`RunDate ge ${quote(day)}`),
    eventsDue: () => where(`EventDue eq ${quote(due)}`),
  }
}
