import * as v from 'valibot'
import { type Completion, completionResults } from '../../domain/completion.ts'
import type { CompletionStore } from '../../usecases/trainingPorts.ts'
import { completionsList } from '../columns/completions.ts'
import { quote } from '../odata.ts'
import type { SiteContext } from '../site.ts'
import { listStore } from './listStore.ts'
import { readOfMany } from './readOfMany.ts'
import { emptyAsNull, type RowMapping, textField } from './rowMapping.ts'
import { takenSince } from './takenSince.ts'

const fields = v.object({
  Key: v.string(),
  Person: textField,
  PersonName: textField,
  CourseKey: v.string(),
  RunKey: textField,
  CompletedOn: v.string(),
  Result: v.picklist(completionResults),
  ExpiresOn: emptyAsNull,
  RecordedOn: textField,
  Source: textField,
})

const mapping: RowMapping<Completion, typeof completionsList> = {
  fromFields: v.pipe(
    fields,
    v.transform(
      (row): Completion => ({
        key: row.Key,
        person: row.Person,
        personName: row.PersonName,
        courseKey: row.CourseKey,
        runKey: row.RunKey,
        completedOn: row.CompletedOn,
        result: row.Result,
        expiresOn: row.ExpiresOn,
        recordedOn: row.RecordedOn,
        source: row.Source,
      }),
    ),
  ),
  toFields: (completion) => ({
    Key: completion.key,
    Person: completion.person,
    PersonName: completion.personName,
    CourseKey: completion.courseKey,
    RunKey: completion.runKey,
    CompletedOn: completion.completedOn,
    Result: completion.result,
    ExpiresOn: completion.expiresOn,
    RecordedOn: completion.recordedOn,
    Source: completion.source,
  }),
  title: ({ personName, courseKey, completedOn }) => `${personName}, ${courseKey}, ${completedOn}`,
}

/** Who finished what. Only the service and an import read all of it. */
export function completionStore(site: SiteContext): CompletionStore {
  const { where, ...store } = listStore(site, completionsList, mapping)
  return {
    ...store,
    ofPerson: (person) => where(`Person eq ${quote(person)}`),
    ofPeople: (people) => readOfMany(site, completionsList, mapping.fromFields, 'Person', people),
    takenSince: (token, onPage) => takenSince(site, token, onPage),
    ofCourse: (courseKey) => where(`CourseKey eq ${quote(courseKey)}`),
  }
}
