import * as v from 'valibot'
import {
  attendances,
  type Exercise,
  type Invitation,
  type Invitee,
  responses,
  sectors,
} from '../../domain/exercise.ts'
import {
  type Debrief,
  type ExercisePlan,
  exerciseStates,
  type PlaceRequest,
} from '../../domain/exercisePlan.ts'

const standIn = v.object({
  name: v.string(),
  address: v.string(),
  response: v.picklist(responses),
  at: v.string(),
  by: v.string(),
})

/** Places in the room as they are stored. Every optional field of the domain must be named, or it is lost on reading. */
export const inviteesSchema: v.GenericSchema<unknown, readonly Invitee[]> = v.array(
  v.object({
    role: v.string(),
    organisation: v.string(),
    side: v.picklist(['police', 'partner']),
    required: v.boolean(),
    state: v.picklist(['known', 'vacant', 'unknown']),
    name: v.string(),
    address: v.string(),
    response: v.picklist(responses),
    personRef: v.exactOptional(v.string()),
    sector: v.exactOptional(v.picklist(sectors)),
    condition: v.exactOptional(v.string()),
    panel: v.exactOptional(v.boolean()),
    standIn: v.exactOptional(v.nullable(standIn)),
    chased: v.exactOptional(v.array(v.string())),
    addedAt: v.exactOptional(v.string()),
    attended: v.exactOptional(v.picklist(attendances)),
    substitute: v.exactOptional(v.string()),
  }),
)

const seenEvent = v.object({
  date: v.string(),
  start: v.string(),
  end: v.string(),
  location: v.string(),
  cancelled: v.boolean(),
  people: v.array(v.object({ name: v.string(), address: v.string() })),
})

const told = v.object({
  subject: v.string(),
  text: v.string(),
  date: v.string(),
  start: v.string(),
  end: v.string(),
  location: v.string(),
  online: v.boolean(),
  showAttendees: v.boolean(),
  attendees: v.array(
    v.object({
      name: v.string(),
      address: v.string(),
      type: v.picklist(['required', 'optional', 'resource']),
    }),
  ),
})

const pending = v.object({
  kind: v.picklist(['change', 'call-off']),
  number: v.number(),
  why: v.string(),
  at: v.string(),
  by: v.string(),
  byName: v.string(),
  leadsTo: v.nullable(told),
})

/** What has been sent, as it is stored. */
export const invitationSchema: v.GenericSchema<unknown, Invitation | null> = v.nullable(
  v.object({
    state: v.picklist(['sending', 'sent', 'called-off']),
    mailbox: v.exactOptional(v.string()),
    told: v.exactOptional(told),
    pending: v.exactOptional(v.nullable(pending)),
    changes: v.exactOptional(v.number()),
    revision: v.number(),
    organiser: v.string(),
    organiserName: v.string(),
    eventRef: v.string(),
    at: v.string(),
    invited: v.number(),
    answersReadAt: v.exactOptional(v.string()),
    seen: v.exactOptional(v.union([v.literal('gone'), seenEvent])),
  }),
)

/** Officers who asked to take part. */
export const requestsSchema: v.GenericSchema<unknown, readonly PlaceRequest[]> = v.array(
  v.object({
    person: v.string(),
    personName: v.string(),
    at: v.string(),
    note: v.string(),
    state: v.picklist(['asked', 'agreed', 'declined']),
    answeredAt: v.nullable(v.string()),
    answeredBy: v.string(),
    answer: v.string(),
    address: v.exactOptional(v.string()),
  }),
)

const learning = v.object({
  text: v.string(),
  became: v.nullable(v.object({ kind: v.picklist(['recommendation', 'course-request']), key: v.string() })),
})

/** What the day left behind. */
export const debriefSchema: v.GenericSchema<unknown, Debrief | null> = v.nullable(
  v.object({
    notes: v.string(),
    decisions: v.array(v.object({ text: v.string(), agreedBy: v.array(v.string()) })),
    learning: v.array(learning),
    at: v.string(),
    by: v.string(),
  }),
)

const text = v.optional(v.string(), '')

/** The small facts of a plan, kept together in one column. What an older row lacks has its default. */
export const planSchema: v.GenericSchema<unknown, StoredPlan> = v.object({
  changedWhy: text,
  facilitators: v.optional(v.array(v.object({ name: v.string(), address: v.string() })), []),
  scenarios: v.optional(v.array(v.string()), []),
  onlinePart: v.optional(v.nullable(v.object({ start: v.string(), end: v.string() })), null),
  mailbox: text,
  copiedFrom: text,
  keepUntil: v.optional(v.nullable(v.string()), null),
})

type StoredPlan = Pick<
  ExercisePlan,
  'changedWhy' | 'facilitators' | 'scenarios' | 'onlinePart' | 'mailbox' | 'copiedFrom' | 'keepUntil'
>

/** The part of an exercise that the column `Plan` holds. */
export function planOf(exercise: Exercise): StoredPlan {
  const { changedWhy, facilitators, scenarios, onlinePart, mailbox, copiedFrom, keepUntil } = exercise
  return { changedWhy, facilitators, scenarios, onlinePart, mailbox, copiedFrom, keepUntil }
}

/** The state of the plan; a row without one is planned. */
export const statusSchema = v.optional(v.picklist(exerciseStates), 'planned')
