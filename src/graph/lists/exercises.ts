import * as v from 'valibot'
import type { Exercise } from '../../domain/exercise.ts'
import type { ExerciseStore } from '../../usecases/ports.ts'
import { exercisesList } from '../columns/exercises.ts'
import type { SiteContext } from '../site.ts'
import {
  debriefSchema,
  invitationSchema,
  inviteesSchema,
  planOf,
  planSchema,
  requestsSchema,
  statusSchema,
} from './exerciseSchemas.ts'
import { historySchema, writeHistory } from './history.ts'
import { listStore } from './listStore.ts'
import { jsonField, type RowMapping, textField, writeJson } from './rowMapping.ts'

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
  Status: statusSchema,
  InternalNote: textField,
  Plan: jsonField(planSchema, {}),
  Agenda: textField,
  Joining: textField,
  Invitees: jsonField(inviteesSchema, []),
  Invitation: jsonField(invitationSchema, null),
  Requests: jsonField(requestsSchema, []),
  Debrief: jsonField(debriefSchema, null),
  History: jsonField(historySchema, []),
})

const mapping: RowMapping<Exercise, typeof exercisesList> = {
  fromFields: v.pipe(
    fields,
    v.transform(
      (row): Exercise => ({
        ...row.Plan,
        key: row.Key,
        type: row.ExerciseType,
        unit: row.Unit,
        boroughs: row.Boroughs,
        date: row.ExerciseDate,
        start: row.StartTime,
        end: row.EndTime,
        venue: row.Venue,
        roomAddress: row.RoomAddress,
        status: row.Status,
        internalNote: row.InternalNote,
        agenda: row.Agenda,
        joining: row.Joining,
        invitees: row.Invitees,
        invitation: row.Invitation,
        requests: row.Requests,
        debrief: row.Debrief,
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
    Status: exercise.status,
    InternalNote: exercise.internalNote,
    Plan: writeJson(planOf(exercise)),
    Agenda: exercise.agenda,
    Joining: exercise.joining,
    Invitees: writeJson(exercise.invitees),
    Invitation: writeJson(exercise.invitation),
    Requests: writeJson(exercise.requests),
    Debrief: writeJson(exercise.debrief),
    History: writeHistory(exercise.history),
  }),
  title: (exercise) => `${exercise.type}, ${exercise.unit}, ${exercise.date}`,
}

/** The exercises with their invitees. */
export function exerciseStore(site: SiteContext): ExerciseStore {
  const { where: _, ...store } = listStore(site, exercisesList, mapping)
  return store
}
