import * as v from 'valibot'
import { type Report, reportScopes, reportSources } from '../../domain/report.ts'
import { clockKinds } from '../../domain/statutoryClock.ts'
import type { ReportStore } from '../../usecases/ports.ts'
import { reportsList } from '../columns/reports.ts'
import type { SiteContext } from '../site.ts'
import { listStore } from './listStore.ts'
import { emptyAsNull, jsonField, numberField, type RowMapping, textField, writeJson } from './rowMapping.ts'

const day = v.nullable(v.string())
const clock = v.object({
  kind: v.picklist(clockKinds),
  from: v.string(),
  setTo: day,
  extensionAskedOn: day,
  stoppedOn: day,
  resumedOn: day,
  respondedOn: day,
  publishedOn: day,
  note: v.string(),
})

const fields = v.object({
  Key: v.string(),
  ReportTitle: textField,
  TypeLine: textField,
  PublishedText: textField,
  PublishedDate: emptyAsNull,
  PublishedPrecision: v.optional(v.nullable(v.picklist(['day', 'month'])), null),
  Claims: jsonField(v.array(v.string()), []),
  Narrative: textField,
  Source: v.optional(v.picklist(reportSources), 'inspectorate'),
  Scope: v.optional(v.picklist(reportScopes), 'national'),
  Publishers: jsonField(v.array(v.string()), []),
  Clocks: jsonField(v.array(clock), []),
  PaperOrder: numberField,
  ImportedAs: textField,
})

const mapping: RowMapping<Report, typeof reportsList> = {
  fromFields: v.pipe(
    fields,
    v.transform(
      (row): Report => ({
        key: row.Key,
        title: row.ReportTitle,
        typeLine: row.TypeLine,
        published: { text: row.PublishedText, date: row.PublishedDate, precision: row.PublishedPrecision },
        claims: row.Claims,
        narrative: row.Narrative,
        order: row.PaperOrder,
        importedAs: row.ImportedAs,
        source: row.Source,
        scope: row.Scope,
        publishers: row.Publishers,
        clocks: row.Clocks,
      }),
    ),
  ),
  toFields: (report) => ({
    Key: report.key,
    ReportTitle: report.title,
    TypeLine: report.typeLine,
    PublishedText: report.published.text,
    PublishedDate: report.published.date,
    PublishedPrecision: report.published.precision,
    Claims: writeJson(report.claims),
    Narrative: report.narrative,
    Source: report.source,
    Scope: report.scope,
    Publishers: writeJson(report.publishers),
    Clocks: writeJson(report.clocks),
    PaperOrder: report.order,
    ImportedAs: report.importedAs,
  }),
  title: (report) => report.title,
}

/** The inspection reports. */
export function reportStore(site: SiteContext): ReportStore {
  const { where: _, ...store } = listStore(site, reportsList, mapping)
  return store
}
