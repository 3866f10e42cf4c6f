import type { AnyPaperResult } from '../domain/anyPaper.ts'
import { type ImportPlan, type PlanStep, type PlanWord, planWords } from '../domain/importPlan.ts'
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

/** What the columns of a file were taken for, where somebody may want to correct it in Follow-Through. */
export function tellColumns(read: Extract<AnyPaperResult, { ok: true }>): readonly string[] {
  const words = read.statusWords.map(({ word, status }) => `"${word}" as ${status ?? 'unknown'}`)
  return [
    ...read.tables.map(({ name, columns }) => {
      const told = columns.map(({ heading, meaning }) => `${heading || '(no heading)'} = ${meaning}`)
      return `Columns of ${name}: ${told.join(', ')}.`
    }),
    ...(words.length === 0 ? [] : [`Status words read ${words.join(', ')}.`]),
  ]
}

/** What an import would do: conflicts and rows that cannot come in one by one, then the counts. */
export function tellPlan(plan: ImportPlan): readonly string[] {
  const of = (word: PlanWord) => plan.steps.filter((step) => step.does === word)
  const tally = (what: 'report' | 'row') =>
    planWords
      .filter((word) => plan.counts[what][word] > 0)
      .map((word) => `${plan.counts[what][word]} ${word}`)
      .join(', ') || 'none'
  return [
    ...of('conflict').map((step) => `${step.key}: ${tellConflict(step)}`),
    ...of('unreadable').map(
      (step) => `${step.key} (line ${step.line}): cannot come in, ${tellReason(step)}.`,
    ),
    ...notInPaper(plan.notInPaper),
    `Reports: ${tally('report')}. Rows: ${tally('row')}.`,
  ]
}

function tellConflict(step: PlanStep): string {
  const fields = step.differences.flatMap(({ field, changed }) => (changed === 'both' ? [field] : []))
  return `${fields.join(' and ')} changed here and in the paper; it stays as it is here until somebody decides in Follow-Through.`
}

function tellReason(step: PlanStep): string {
  switch (step.reason) {
    case 'status-missing':
      return 'it has no status'
    case 'no-text':
      return 'it says nothing'
    case 'too-long':
      return 'it is longer than SharePoint keeps'
    default:
      return `the register knows no status "${step.what === 'row' ? step.status : ''}"`
  }
}

function notInPaper(keys: readonly string[]): string[] {
  if (keys.length === 0) return []
  const [are, were] = keys.length === 1 ? ['is', 'was'] : ['are', 'were']
  return [
    `${count(keys.length, 'row')} of these reports ${are} not in this paper and ${were} left alone: ${keys.join(', ')}.`,
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
  sentences.push(...notInPaper(report.notInPaper))
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
