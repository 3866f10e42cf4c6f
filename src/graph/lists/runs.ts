import * as v from 'valibot'
import type { CourseRun } from '../../domain/course.ts'
import { runStates } from '../../domain/runPlaces.ts'
import type { DatedRunStore } from '../../usecases/trainingPorts.ts'
import { runsList } from '../columns/runs.ts'
import { quote } from '../odata.ts'
import type { SiteContext } from '../site.ts'
import { historySchema, writeHistory } from './history.ts'
import { listStore } from './listStore.ts'
import { jsonField, numberField, type RowMapping, textField, writeJson } from './rowMapping.ts'
import { readSeats, readWaiting, seatSchema, waitingSchema, writeSeats, writeWaiting } from './runSeats.ts'

const allotments = v.array(
  v.object({ agency: v.string(), borough: v.string(), places: v.number(), releaseOn: v.string() }),
)

const fields = v.object({
  Key: v.string(),
  CourseKey: v.string(),
  RunDate: v.string(),
  StartTime: textField,
  EndTime: textField,
  Venue: textField,
  VenueKey: textField,
  Trainer: textField,
  Capacity: numberField,
  Minimum: numberField,
  // Rows of the time before bookings have no state; their dates were announced.
  RunState: v.optional(v.picklist(runStates), 'open'),
  ChangedWhy: textField,
  Allotments: jsonField(allotments, []),
  Seats: jsonField(v.array(seatSchema), []),
  Waiting: jsonField(v.array(waitingSchema), []),
  Debrief: textField,
  History: jsonField(historySchema, []),
})

const mapping: RowMapping<CourseRun, typeof runsList> = {
  fromFields: v.pipe(
    fields,
    v.transform(
      (row): CourseRun => ({
        key: row.Key,
        courseKey: row.CourseKey,
        date: row.RunDate,
        start: row.StartTime,
        end: row.EndTime,
        venue: row.Venue,
        venueKey: row.VenueKey,
        trainer: row.Trainer,
        capacity: row.Capacity,
        minimum: row.Minimum,
        status: row.RunState,
        changedWhy: row.ChangedWhy,
        allotments: row.Allotments,
        seats: readSeats(row.Key, row.Seats),
        waiting: readWaiting(row.Key, row.Waiting),
        debrief: row.Debrief,
        history: row.History,
      }),
    ),
  ),
  toFields: (run) => ({
    Key: run.key,
    CourseKey: run.courseKey,
    RunDate: run.date,
    StartTime: run.start,
    EndTime: run.end,
    Venue: run.venue,
    VenueKey: run.venueKey,
    Trainer: run.trainer,
    Capacity: run.capacity,
    Minimum: run.minimum,
    RunState: run.status,
    ChangedWhy: run.changedWhy,
    Allotments: writeJson(run.allotments),
    Seats: writeJson(writeSeats(run.key, run.seats)),
    Waiting: writeJson(writeWaiting(run.key, run.waiting)),
    Debrief: run.debrief,
    History: writeHistory(run.history),
  }),
  title: (run) => run.key,
}

/** The dates on which courses are held. */
export function runStore(site: SiteContext): DatedRunStore {
  const { where, ...store } = listStore(site, runsList, mapping)
  return {
    ...store,
    onOrAfter: (day) => where(`RunDate ge ${quote(day)}`),
    ofCourse: (courseKey) => where(`CourseKey eq ${quote(courseKey)}`),
  }
}
