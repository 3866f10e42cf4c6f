import * as v from 'valibot'
import { type Course, courseModes } from '../../domain/course.ts'
import { frequencyKinds, undetailed } from '../../domain/courseDetails.ts'
import type { CourseStore } from '../../usecases/ports.ts'
import { coursesList } from '../columns/courses.ts'
import type { SiteContext } from '../site.ts'
import { historySchema, writeHistory } from './history.ts'
import { listStore } from './listStore.ts'
import { booleanField, jsonField, type RowMapping, textField, writeJson } from './rowMapping.ts'

const detailsSchema = v.object({
  ifFailed: v.optional(v.string(), undetailed.ifFailed),
  groupSize: v.optional(v.string(), undetailed.groupSize),
  frequencyKind: v.optional(v.picklist(frequencyKinds), undetailed.frequencyKind),
  everyMonths: v.optional(v.nullable(v.number()), undetailed.everyMonths),
  hours: v.optional(v.nullable(v.number()), undetailed.hours),
  trainerQualification: v.optional(v.string(), undetailed.trainerQualification),
  accreditation: v.optional(v.string(), undetailed.accreditation),
  withdrawn: v.optional(v.boolean(), undetailed.withdrawn),
})

const materialSchema = v.object({
  title: v.string(),
  owner: v.string(),
  copyright: v.string(),
  link: v.string(),
})

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
  Details: jsonField(detailsSchema, {}),
  Materials: jsonField(v.array(materialSchema), []),
  Scenarios: jsonField(v.array(v.string()), []),
  Themes: jsonField(v.array(v.string()), []),
  History: jsonField(historySchema, []),
})

const mapping: RowMapping<Course, typeof coursesList> = {
  fromFields: v.pipe(
    fields,
    v.transform(
      (row): Course => ({
        ...row.Details,
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
        materials: row.Materials,
        scenarios: row.Scenarios,
        themes: row.Themes,
        history: row.History,
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
    Details: writeJson(detailsOf(course)),
    Materials: writeJson(course.materials),
    Scenarios: writeJson(course.scenarios),
    Themes: writeJson(course.themes),
    History: writeHistory(course.history),
  }),
  title: (course) => course.title,
}

/** The details that no query asks for stand together in one note. */
function detailsOf(course: Course): v.InferOutput<typeof detailsSchema> {
  const { ifFailed, groupSize, frequencyKind, everyMonths, hours } = course
  const { trainerQualification, accreditation, withdrawn } = course
  return {
    ...{ ifFailed, groupSize, frequencyKind, everyMonths, hours },
    ...{ trainerQualification, accreditation, withdrawn },
  }
}

/** The catalogue of courses. */
export function courseStore(site: SiteContext): CourseStore {
  const { where: _, ...store } = listStore(site, coursesList, mapping)
  return store
}
