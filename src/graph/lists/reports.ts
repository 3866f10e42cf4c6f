import * as v from 'valibot'
import type { Report } from '../../domain/report.ts'
import type { ReportStore } from '../../usecases/ports.ts'
import { reportsList } from '../columns/reports.ts'
import type { SiteContext } from '../site.ts'
import { listStore } from './listStore.ts'
import { emptyAsNull, jsonField, numberField, type RowMapping, textField, writeJson } from './rowMapping.ts'

const fields = v.object({
  Key: v.string(),
  ReportTitle: textField,
  TypeLine: textField,
  PublishedText: textField,
  PublishedDate: emptyAsNull,
  PublishedPrecision: v.optional(v.nullable(v.picklist(['day', 'month'])), null),
  Claims: jsonField(v.array(v.string()), []),
  Narrative: textField,
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
