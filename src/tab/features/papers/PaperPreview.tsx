import { writeDate } from '../../../domain/calendarDays.ts'
import type { Paper, PaperLineItem } from '../../../domain/paper.ts'
import { type Report, writePublished } from '../../../domain/report.ts'
import { statusKey } from '../../../domain/statusKey.ts'
import type { Stored } from '../../../usecases/ports.ts'
import { PaperText } from '../../ui/PaperText.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { usePreviewStyles } from './PaperPreview.styles.ts'
import { PaperRow } from './PaperRow.tsx'
import { ReportSentence } from './ReportSentence.tsx'
import type { PapersData } from './usePapers.ts'
import type { Printed } from './usePrintedPaper.ts'

export interface PaperPreviewProps {
  readonly paper: Stored<Paper>
  readonly printed: Extract<Printed, { state: 'ready' }>
  readonly data: PapersData
}

/** The paper as it will print. In a draft the sentences can be changed where they stand. */
export function PaperPreview({ paper, printed, data }: PaperPreviewProps) {
  const styles = usePreviewStyles()
  const { board, meetingDate, cutOff, marking, state } = paper.value
  const { content } = printed.paper
  const rowsOf = Map.groupBy(content.rows, (row) => row.reportKey)
  return (
    <article className={styles.sheet} aria-label="The paper as it prints">
      <p className={styles.marking}>{marking}</p>
      <h3 className={styles.title}>Recommendations from inspection reports</h3>
      <p className={styles.paragraph}>
        {board}, {writeDate(meetingDate)}. {state === 'draft' && 'Draft. '}The register as it stood at the end
        of {writeDate(cutOff)}.
      </p>
      <dl className={styles.key} aria-label="What the statuses mean">
        {statusKey.map(([status, meaning]) => (
          <KeyLine key={status} status={status} meaning={meaning} />
        ))}
      </dl>
      {content.reports.map((report) => (
        <ReportOfPaper
          key={report.key}
          report={report}
          rows={rowsOf.get(report.key) ?? []}
          paper={paper}
          printed={printed}
          data={data}
        />
      ))}
      <p className={styles.marking}>{marking}</p>
    </article>
  )
}

function KeyLine({ status, meaning }: { status: (typeof statusKey)[number][0]; meaning: string }) {
  const styles = usePreviewStyles()
  return (
    <>
      <dt>
        <StatusBadge status={status} size="small" />
      </dt>
      <dd className={styles.meaning}>{meaning}</dd>
    </>
  )
}

function ReportOfPaper(props: PaperPreviewProps & { report: Report; rows: readonly PaperLineItem[] }) {
  const { report, rows, paper, printed, data } = props
  const styles = usePreviewStyles()
  const id = `paper-report-${report.key}`
  return (
    <section className={styles.report} aria-labelledby={id}>
      <h4 className={styles.reportTitle} id={id}>
        {report.title}
      </h4>
      <p className={styles.paragraph}>({report.typeLine})</p>
      <p className={styles.paragraph}>Published {writePublished(report)}</p>
      <ReportSentence report={report} paper={paper} printed={printed} data={data} />
      {report.narrative && <PaperText text={report.narrative} />}
      {rows.length > 0 && (
        <table className={styles.table} aria-labelledby={id}>
          <thead>
            <tr>
              <th scope="col" className={styles.number}>
                No.
              </th>
              <th scope="col">Recommendations & Areas for Improvement</th>
              <th scope="col" className={styles.status}>
                Status
              </th>
              <th scope="col" className={styles.due}>
                Due Date
              </th>
              <th scope="col">Comment</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <PaperRow key={row.key} row={row} id={data.idOf.get(row.key)} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
