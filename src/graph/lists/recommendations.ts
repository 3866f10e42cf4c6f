import * as v from 'valibot'
import { newestAnswer } from '../../domain/answerGiven.ts'
import { ukDay } from '../../domain/calendarDays.ts'
import { appliesWords } from '../../domain/decisions.ts'
import { dueVerbs } from '../../domain/dueLedger.ts'
import {
  openDeadline,
  type Recommendation,
  recommendationKinds,
  statuses,
  writeReference,
} from '../../domain/recommendation.ts'
import { waitingSince } from '../../domain/reminderReach.ts'
import type { RecommendationStore } from '../../usecases/ports.ts'
import { recommendationsList } from '../columns/recommendations.ts'
import { quote } from '../odata.ts'
import type { SiteContext } from '../site.ts'
import { decisionsSchema, evidenceSchema, linksSchema, writeDecisions } from './decisions.ts'
import { historySchema, writeHistory } from './history.ts'
import { listStore } from './listStore.ts'
import {
  booleanField,
  emptyAsNull,
  jsonField,
  numberField,
  type RowMapping,
  textField,
  writeJson,
} from './rowMapping.ts'

const elements = v.array(
  v.object({
    label: v.string(),
    text: v.string(),
    status: v.nullable(v.picklist(statuses)),
    comment: v.string(),
  }),
)
const due = v.array(
  v.object({
    text: v.string(),
    verb: v.picklist(dueVerbs),
    date: v.nullable(v.string()),
    precision: v.nullable(v.picklist(['day', 'month'])),
    purpose: v.string(),
    tags: v.array(v.string()),
    change: v.exactOptional(
      v.object({
        at: v.string(),
        by: v.string(),
        byObject: v.string(),
        reason: v.string(),
        event: v.string(),
        agreedBy: v.string(),
        reportedTo: v.array(v.string()),
      }),
    ),
  }),
)
const doubts = v.array(v.object({ code: v.string(), message: v.string(), line: v.number() }))

const fields = v.object({
  Key: v.string(),
  ReportKey: v.string(),
  Number: textField,
  Kind: v.picklist(recommendationKinds),
  Status: v.picklist(statuses),
  OwnerPost: emptyAsNull,
  Text: textField,
  Progress: textField,
  Elements: jsonField(elements, []),
  Due: jsonField(due, []),
  Doubts: jsonField(doubts, []),
  History: jsonField(historySchema, []),
  Applies: v.optional(v.nullable(v.picklist(appliesWords)), null),
  Links: jsonField(linksSchema, []),
  Evidence: jsonField(evidenceSchema, []),
  Decisions: jsonField(decisionsSchema, {}),
  PaperOrder: numberField,
  NumberInferred: booleanField,
  ImportedAs: textField,
})

/** A row of the list as a recommendation; refuses what cannot be understood. */
export const recommendationFields: v.GenericSchema<unknown, Recommendation> = v.pipe(
  fields,
  v.transform(
    (row): Recommendation => ({
      key: row.Key,
      reportKey: row.ReportKey,
      number: row.Number,
      numberInferred: row.NumberInferred,
      order: row.PaperOrder,
      kind: row.Kind,
      status: row.Status,
      text: row.Text,
      progress: row.Progress,
      elements: row.Elements,
      due: row.Due,
      doubts: row.Doubts,
      ownerPost: row.OwnerPost,
      history: row.History,
      importedAs: row.ImportedAs,
      applies: row.Applies,
      links: row.Links,
      evidence: row.Evidence,
      ...row.Decisions,
    }),
  ),
)

const mapping: RowMapping<Recommendation, typeof recommendationsList> = {
  fromFields: recommendationFields,
  toFields: (row) => ({
    Key: row.key,
    ReportKey: row.reportKey,
    Number: row.number,
    Kind: row.kind,
    Status: row.status,
    OpenDeadline: openDeadline(row),
    OwnerPost: row.ownerPost,
    Text: row.text,
    Progress: row.progress,
    Elements: writeJson(row.elements),
    Due: writeJson(row.due),
    Doubts: writeJson(row.doubts),
    History: writeHistory(row.history),
    Applies: row.applies,
    NextChase: row.counterparty?.nextChase ?? null,
    WaitingSince: waitingSince(row),
    AnsweredOn: answeredOn(row),
    RestsOn: row.restsOn.length > 0 ? 'yes' : null,
    Links: writeJson(row.links),
    Evidence: writeJson(row.evidence),
    Decisions: writeDecisions(row),
    PaperOrder: row.order,
    NumberInferred: row.numberInferred,
    ImportedAs: row.importedAs,
  }),
  title: writeReference,
}

/** The day of the newest answer to what somebody asked for. */
function answeredOn(row: Recommendation): string | null {
  const answer = newestAnswer(row)
  return answer && ukDay(answer.at)
}

/** The register of recommendations. */
export function recommendationStore(site: SiteContext): RecommendationStore {
  const { where, ...store } = listStore(site, recommendationsList, mapping)
  return {
    ...store,
    dueBy: (day) => where(`OpenDeadline le ${quote(day)}`),
    chaseBy: (day) => where(`NextChase le ${quote(day)}`),
    answeredSince: (day) => where(`AnsweredOn ge ${quote(day)}`),
    restingOnTraining: () => where(`RestsOn eq ${quote('yes')}`),
    waitingBy: (day) => where(`WaitingSince le ${quote(day)}`),
  }
}
