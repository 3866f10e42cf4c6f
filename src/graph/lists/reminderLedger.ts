import * as v from 'valibot'
import { ukDay } from '../../domain/calendarDays.ts'
import type { LedgerEntry, LedgerState, LedgerStore } from '../../usecases/ports.ts'
import { reminderLedgerList } from '../columns/reminderLedger.ts'
import { quote } from '../odata.ts'
import type { SiteContext } from '../site.ts'
import { listStore } from './listStore.ts'
import { emptyAsNull, instantField, type RowMapping, textField } from './rowMapping.ts'

const fields = v.object({
  Key: v.string(),
  Person: v.string(),
  PersonName: textField,
  Recommendation: textField,
  RecommendationRef: textField,
  Rule: textField,
  Deadline: textField,
  State: v.picklist(reminderLedgerList.columns.State.choices),
  ClaimedAt: instantField,
  SentAt: v.optional(v.nullable(instantField), null),
  Conversation: textField,
  Activity: textField,
  Remark: textField,
  Run: textField,
  ForDay: emptyAsNull,
  ProgressSeen: textField,
  Channel: v.optional(v.nullable(v.picklist(reminderLedgerList.columns.Channel.choices)), null),
  Why: textField,
  AcknowledgedAt: v.optional(v.nullable(instantField), null),
  NotMineAt: v.optional(v.nullable(instantField), null),
  NotMineWhose: textField,
})

const mapping: RowMapping<LedgerEntry, typeof reminderLedgerList> = {
  fromFields: v.pipe(
    fields,
    v.transform(
      (row): LedgerEntry => ({
        key: row.Key,
        recommendation: row.Recommendation,
        recommendationRef: row.RecommendationRef,
        rule: row.Rule,
        deadline: row.Deadline,
        person: row.Person,
        personName: row.PersonName,
        state: row.State,
        claimedAt: row.ClaimedAt,
        sentAt: row.SentAt,
        conversation: row.Conversation,
        activity: row.Activity,
        note: row.Remark,
        run: row.Run,
        forDay: row.ForDay,
        progressSeen: row.ProgressSeen,
        channel: row.Channel,
        why: row.Why,
        acknowledgedAt: row.AcknowledgedAt,
        notMineAt: row.NotMineAt,
        notMineWhose: row.NotMineWhose,
      }),
    ),
  ),
  toFields: (entry) => ({
    Key: entry.key,
    Person: entry.person,
    PersonName: entry.personName,
    Recommendation: entry.recommendation,
    RecommendationRef: entry.recommendationRef,
    Rule: entry.rule,
    Deadline: entry.deadline,
    State: entry.state,
    ClaimedAt: entry.claimedAt,
    SentAt: entry.sentAt,
    Conversation: entry.conversation,
    Activity: entry.activity,
    Remark: entry.note,
    Run: entry.run,
    ForDay: entry.forDay,
    ProgressSeen: entry.progressSeen,
    Channel: entry.channel ?? null,
    Why: entry.why ?? '',
    AcknowledgedAt: entry.acknowledgedAt ?? null,
    NotMineAt: entry.notMineAt ?? null,
    NotMineOn: entry.notMineAt ? ukDay(entry.notMineAt) : null,
    NotMineWhose: entry.notMineWhose ?? '',
  }),
  title: (entry) => `${entry.personName}, ${entry.rule}, ${entry.deadline}`,
}

const pendingStates = [
  'claimed',
  'failed',
  'unreachable',
  'unconfirmed',
] as const satisfies readonly LedgerState[]

/** The ledger of reminders. */
export function ledgerStore(site: SiteContext): LedgerStore {
  const { where, ...store } = listStore(site, reminderLedgerList, mapping)
  return {
    ...store,
    ofPerson: (objectId) => where(`Person eq ${quote(objectId)}`),
    async pending() {
      const read = []
      for (const state of pendingStates) read.push(await where(`State eq ${quote(state)}`))
      return {
        rows: read.flatMap(({ rows }) => rows),
        unreadable: read.flatMap(({ unreadable }) => unreadable),
      }
    },
    notMineSince: (day) => where(`NotMineOn ge ${quote(day)}`),
    ofDay: (day) => where(`ForDay eq ${quote(day)}`),
  }
}
