import type { PaperReading } from '../domain/paperReading.ts'
import type { ImportOutcome, ImportReport, ImportResult } from '../usecases/importPaper.ts'

/** What a paper holds, in one sentence. */
export function tellReading(file: string, reading: PaperReading): string {
  const { reports, rows, byStatus } = reading.totals
  const statuses = Object.entries(byStatus)
    .filter(([, count]) => count > 0)
    .map(([status, count]) => `${count} ${status}`)
  return `${file}: ${count(reports, 'report')}, ${count(rows, 'row')} (${statuses.join(', ')}).`
}

/** The doubts of a paper as sentences, those of rows with the row they belong to. */
export function tellDoubts(reading: PaperReading): readonly string[] {
  const ofRows = reading.rows.flatMap((row) => {
    const where = `${reading.reports[row.report]?.title ?? 'No report'}, ${row.number || 'no number'}`
    return row.doubts.map((doubt) => ({ ...doubt, where }))
  })
  const all = [...reading.doubts.map((doubt) => ({ ...doubt, where: 'Paper' })), ...ofRows]
  if (all.length === 0) return ['There is nothing to look at again.']
  return [
    `${count(all.length, 'place')} to look at again:`,
    ...all.map((doubt) => `  line ${doubt.line} (${doubt.where}): ${doubt.message}`),
  ]
}

/** What an import did: the exceptions one by one, then the counts. */
export function tellImport(report: ImportReport): readonly string[] {
  const of = (outcome: ImportOutcome) => report.results.filter((one) => one.outcome === outcome)
  const sentences = [
    ...of('kept').map((one) => `${one.key}: ${one.kept.join(' and ')} kept as written in Follow-Through.`),
    ...of('refused').map((one) => `${one.key}: not imported, ${one.note}.`),
    ...of('failed').map((one) => `${one.key}: not imported. ${one.note}`),
  ]
  if (report.notInPaper.length > 0)
    sentences.push(
      `${count(report.notInPaper.length, 'row')} of these reports ${report.notInPaper.length === 1 ? 'is' : 'are'} not in this paper and ${report.notInPaper.length === 1 ? 'was' : 'were'} left alone: ${report.notInPaper.join(', ')}.`,
    )
  const notDone = of('not-done').length
  if (notDone > 0)
    sentences.push(
      `Stopped: ${report.results.length - notDone} of ${report.results.length} were looked at and are kept, ${notDone} were not. Import the file again to go on.`,
    )
  return [...sentences, closing(report.results)]
}

function closing(results: readonly ImportResult[]): string {
  const changed = results.filter((one) => one.outcome === 'created' || one.outcome === 'updated')
  const kept = results.filter((one) => one.outcome === 'kept').length
  const unchanged = results.filter((one) => one.outcome === 'unchanged').length
  const keptToo = kept === 0 ? '' : `, ${kept} kept as edited here`
  if (changed.length === 0 && unchanged + kept === results.length)
    return `Nothing to change: all ${results.length} reports and rows are in the register already${keptToo}.`
  const tally = (what: ImportResult['what'], outcome: ImportOutcome) =>
    results.filter((one) => one.what === what && one.outcome === outcome).length
  return `Created ${count(tally('report', 'created'), 'report')} and ${count(tally('row', 'created'), 'row')}, updated ${count(tally('report', 'updated'), 'report')} and ${count(tally('row', 'updated'), 'row')}, ${unchanged} unchanged${keptToo}.`
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
