import * as v from 'valibot'
import type { PlaceDispute } from '../../domain/dispute.ts'
import type { DisputeStore } from '../../usecases/trainingPorts.ts'
import { disputesList } from '../columns/disputes.ts'
import type { SiteContext } from '../site.ts'
import { historySchema, writeHistory } from './history.ts'
import { listStore } from './listStore.ts'
import { instantField, jsonField, type RowMapping, textField, writeJson } from './rowMapping.ts'

const fields = v.object({
  Key: v.string(),
  RunKey: v.string(),
  Agencies: jsonField(v.array(v.string()), []),
  Note: textField,
  RaisedBy: textField,
  RaisedAt: instantField,
  Decision: textField,
  DecidedBy: textField,
  DecidedAt: v.optional(v.nullable(instantField), null),
  History: jsonField(historySchema, []),
})

const mapping: RowMapping<PlaceDispute, typeof disputesList> = {
  fromFields: v.pipe(
    fields,
    v.transform(
      (row): PlaceDispute => ({
        key: row.Key,
        runKey: row.RunKey,
        agencies: row.Agencies,
        note: row.Note,
        raisedBy: row.RaisedBy,
        raisedAt: row.RaisedAt,
        decision: row.Decision,
        decidedBy: row.DecidedBy,
        decidedAt: row.DecidedAt,
        history: row.History,
      }),
    ),
  ),
  toFields: (dispute) => ({
    Key: dispute.key,
    RunKey: dispute.runKey,
    Agencies: writeJson(dispute.agencies),
    Note: dispute.note,
    RaisedBy: dispute.raisedBy,
    RaisedAt: dispute.raisedAt,
    Decision: dispute.decision,
    DecidedBy: dispute.decidedBy,
    DecidedAt: dispute.decidedAt,
    History: writeHistory(dispute.history),
  }),
  title: (dispute) => `${dispute.agencies.join(' and ')}, ${dispute.runKey}`,
}

/** Disputes between agencies over places. */
export function disputeStore(site: SiteContext): DisputeStore {
  const { where: _, ...store } = listStore(site, disputesList, mapping)
  return store
}
