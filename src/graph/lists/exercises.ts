import * as v from 'valibot'
import { type Exercise, responses } from '../../domain/exercise.ts'
import { unplanned } from '../../domain/exercisePlan.ts'
import type { ExerciseStore } from '../../usecases/ports.ts'
import { exercisesList } from '../columns/exercises.ts'
import type { SiteContext } from '../site.ts'
import { historySchema, writeHistory } from './history.ts'
import { listStore } from './listStore.ts'
import { jsonField, type RowMapping, textField, writeJson } from './rowMapping.ts'

const invitees = v.array(
  v.object({
    role: v.string(),
    organisation: v.string(),
    side: v.picklist(['police', 'partner']),
    required: v.boolean(),
    state: v.picklist(['known', 'vacant', 'unknown']),
    name: v.string(),
    address: v.string(),
    response: v.picklist(responses),
  }),
)
const invitation = v.nullable(
  v.object({
    state: v.picklist(['sending', 'sent']),
    revision: v.number(),
    organiser: v.string(),
    organiserName: v.string(),
    eventRef: v.string(),
    at: v.string(),
    invited: v.number(),
    answersReadAt: v.optional(v.string()),
  }),
)

const fields = v.object({
  Key: v.string(),
  ExerciseType: textField,
  Unit: textField,
  Boroughs: jsonField(v.array(v.string()), []),
  ExerciseDate: v.string(),
  StartTime: textField,
  EndTime: textField,
  Venue: textField,
  RoomAddress: textField,
  InternalNote: textField,
  Invitees: jsonField(invitees, []),
  Invitation: jsonField(invitation, null),
  History: jsonField(historySchema, []),
})

const mapping: RowMapping<Exercise, typeof exercisesList> = {
  fromFields: v.pipe(
    fields,
    v.transform(
      (row): Exercise => ({
        ...unplanned,
        key: row.Key,
        type: row.ExerciseType,
        unit: row.Unit,
        boroughs: row.Boroughs,
        date: row.ExerciseDate,
        start: row.StartTime,
        end: row.EndTime,
        venue: row.Venue,
        roomAddress: row.RoomAddress,
        internalNote: row.InternalNote,
        invitees: row.Invitees,
        invitation: row.Invitation,
        history: row.History,
      }),
    ),
  ),
  toFields: (exercise) => ({
    Key: exercise.key,
    ExerciseType: exercise.type,
    Unit: exercise.unit,
    Boroughs: writeJson(exercise.boroughs),
    ExerciseDate: exercise.date,
    StartTime: exercise.start,
    EndTime: exercise.end,
    Venue: exercise.venue,
    RoomAddress: exercise.roomAddress,
    InternalNote: exercise.internalNote,
    Invitees: writeJson(exercise.invitees),
    Invitation: writeJson(exercise.invitation),
    History: writeHistory(exercise.history),
  }),
  title: (exercise) => `${exercise.type}, ${exercise.unit}, ${exercise.date}`,
}

/** The exercises with their invitees. */
export function exerciseStore(site: SiteContext): ExerciseStore {
  const { where: _, ...store } = listStore(site, exercisesList, mapping)
  return store
}
