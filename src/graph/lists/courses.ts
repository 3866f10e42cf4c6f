import * as v from 'valibot'
import { type Course, courseModes } from '../../domain/course.ts'
import { undetailed } from '../../domain/courseDetails.ts'
import type { CourseStore } from '../../usecases/ports.ts'
import { coursesList } from '../columns/courses.ts'
import type { SiteContext } from '../site.ts'
import { listStore } from './listStore.ts'
import { booleanField, jsonField, type RowMapping, textField, writeJson } from './rowMapping.ts'

const fields = v.object({
  Key: v.string(),
  CourseTitle: textField,
  Audience: jsonField(v.array(v.string()), []),
  Mandatory: booleanField,
  SelfApply: booleanField,
  Assessed: booleanField,
  CanFail: booleanField,
  CourseLength: textField,
  Frequency: textField,
  Mode: v.picklist(courseModes),
  Provider: textField,
  Trainers: textField,
  ExternalInputs: jsonField(v.array(v.string()), []),
  About: textField,
})

const mapping: RowMapping<Course, typeof coursesList> = {
  fromFields: v.pipe(
    fields,
    v.transform(
      (row): Course => ({
        ...undetailed,
        key: row.Key,
        title: row.CourseTitle,
        audience: row.Audience,
        mandatory: row.Mandatory,
        selfApply: row.SelfApply,
        assessed: row.Assessed,
        canFail: row.CanFail,
        length: row.CourseLength,
        frequency: row.Frequency,
        mode: row.Mode,
        provider: row.Provider,
        trainers: row.Trainers,
        externalInputs: row.ExternalInputs,
        about: row.About,
      }),
    ),
  ),
  toFields: (course) => ({
    Key: course.key,
    CourseTitle: course.title,
    Audience: writeJson(course.audience),
    Mandatory: course.mandatory,
    SelfApply: course.selfApply,
    Assessed: course.assessed,
    CanFail: course.canFail,
    CourseLength: course.length,
    Frequency: course.frequency,
    Mode: course.mode,
    Provider: course.provider,
    Trainers: course.trainers,
    ExternalInputs: writeJson(course.externalInputs),
    About: course.about,
  }),
  title: (course) => course.title,
}

/** The catalogue of courses. */
export function courseStore(site: SiteContext): CourseStore {
  const { where: _, ...store } = listStore(site, coursesList, mapping)
  return store
}
