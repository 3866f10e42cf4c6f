import * as v from 'valibot'
import type { CourseRun } from '../../domain/course.ts'
import { emptyRun } from '../../domain/runPlaces.ts'
import type { RunStore } from '../../usecases/ports.ts'
import { runsList } from '../columns/runs.ts'
import type { SiteContext } from '../site.ts'
import { listStore } from './listStore.ts'
import { numberField, type RowMapping, textField } from './rowMapping.ts'

const fields = v.object({
  Key: v.string(),
  CourseKey: v.string(),
  RunDate: v.string(),
  StartTime: textField,
  EndTime: textField,
  Venue: textField,
  Capacity: numberField,
})

const mapping: RowMapping<CourseRun, typeof runsList> = {
  fromFields: v.pipe(
    fields,
    v.transform(
      (row): CourseRun => ({
        ...emptyRun,
        key: row.Key,
        courseKey: row.CourseKey,
        date: row.RunDate,
        start: row.StartTime,
        end: row.EndTime,
        venue: row.Venue,
        capacity: row.Capacity,
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
    Capacity: run.capacity,
  }),
  title: (run) => run.key,
}

/** The dates on which courses are held. */
export function runStore(site: SiteContext): RunStore {
  const { where: _, ...store } = listStore(site, runsList, mapping)
  return store
}
