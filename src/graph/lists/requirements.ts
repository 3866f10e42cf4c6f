import * as v from 'valibot'
import { type Requirement, requirementKinds } from '../../domain/requirement.ts'
import type { RequirementStore } from '../../usecases/trainingPorts.ts'
import { requirementsList } from '../columns/requirements.ts'
import type { SiteContext } from '../site.ts'
import { historySchema, writeHistory } from './history.ts'
import { listStore } from './listStore.ts'
import { booleanField, jsonField, numberField, type RowMapping, textField, writeJson } from './rowMapping.ts'

const exemptions = v.array(
  v.object({
    person: v.string(),
    personName: v.string(),
    why: v.string(),
    until: v.nullable(v.string()),
    at: v.string(),
    by: v.string(),
  }),
)

const fields = v.object({
  Key: v.string(),
  RequirementTitle: textField,
  CourseKey: v.string(),
  Roles: jsonField(v.array(v.string()), []),
  Kind: v.picklist(requirementKinds),
  EveryMonths: v.optional(v.nullable(v.number()), null),
  FromDay: v.string(),
  GraceDays: numberField,
  Because: textField,
  Exemptions: jsonField(exemptions, []),
  Retired: booleanField,
  History: jsonField(historySchema, []),
})

const mapping: RowMapping<Requirement, typeof requirementsList> = {
  fromFields: v.pipe(
    fields,
    v.transform(
      (row): Requirement => ({
        key: row.Key,
        title: row.RequirementTitle,
        courseKey: row.CourseKey,
        roles: row.Roles,
        kind: row.Kind,
        everyMonths: row.EveryMonths,
        from: row.FromDay,
        graceDays: row.GraceDays,
        because: row.Because,
        exemptions: row.Exemptions,
        retired: row.Retired,
        history: row.History,
      }),
    ),
  ),
  toFields: (requirement) => ({
    Key: requirement.key,
    RequirementTitle: requirement.title,
    CourseKey: requirement.courseKey,
    Roles: writeJson(requirement.roles),
    Kind: requirement.kind,
    EveryMonths: requirement.everyMonths,
    FromDay: requirement.from,
    GraceDays: requirement.graceDays,
    Because: requirement.because,
    Exemptions: writeJson(requirement.exemptions),
    Retired: requirement.retired,
    History: writeHistory(requirement.history),
  }),
  title: (requirement) => requirement.title,
}

/** Which roles need which course. */
export function requirementStore(site: SiteContext): RequirementStore {
  const { where: _, ...store } = listStore(site, requirementsList, mapping)
  return store
}
