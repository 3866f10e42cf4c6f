import { reportScopes, reportSources } from '../../domain/report.ts'
import { choice, declareList, note, number, text } from './columnTypes.ts'

/** Published inspection reports. */
export const reportsList = declareList('Reports', 'Inspection reports that recommendations come from.', {
  ReportTitle: note('The title as published.'),
  TypeLine: note('What kind of report, in the words of the paper.'),
  PublishedText: text('The date of publication as written.'),
  PublishedDate: text('The date of publication, YYYY-MM-DD.', { indexed: true }),
  PublishedPrecision: choice('Whether the day or only the month is known.', ['day', 'month']),
  Claims: note('The sentences in which the paper claims its counts (JSON).'),
  Narrative: note('The position statement, where the paper has one.'),
  Source: choice('Where it comes from.', reportSources, { indexed: true }),
  Scope: choice('Whom it looks at.', reportScopes),
  Publishers: note('The bodies that published it (JSON).'),
  Clocks: note('The times within which the law or the report wants an answer (JSON).'),
  PaperOrder: number('Place in the paper, counted from 1.'),
  ImportedAs: text('Fingerprint of the paper entry that was last imported.'),
})
