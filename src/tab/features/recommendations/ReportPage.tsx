import { Button } from '@fluentui/react-components'
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left'
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import { useMemo, useState } from 'react'
import { type Report, writePublished } from '../../../domain/report.ts'
import { mayManage } from '../../../domain/roles.ts'
import type { Stored } from '../../../usecases/ports.ts'
import { DialogButton } from '../../ui/DialogButton.tsx'
import { PaperText } from '../../ui/PaperText.tsx'
import { useServices } from '../../ui/services.tsx'
import { useShownFromTop } from '../../ui/useShownFromTop.ts'
import { useDetailStyles } from './RecommendationDetail.styles.ts'
import { ClaimsSection } from './report/ClaimsSection.tsx'
import { ClocksSection } from './report/ClocksSection.tsx'
import { FactsDialog } from './report/FactsDialog.tsx'
import { ReportRows } from './report/ReportRows.tsx'
import { scopeLabels, sourceLabels } from './report/reportWords.ts'
import { StatusBar } from './report/StatusBar.tsx'
import type { RegisterRows } from './useRegisterRows.ts'

export interface ReportPageProps {
  readonly report: Stored<Report>
  readonly register: RegisterRows
  readonly onClose: () => void
}

/** One report: where it comes from, its count, its clocks, and its recommendations. */
export function ReportPage({ report, register, onClose }: ReportPageProps) {
  const styles = useDetailStyles()
  const { value } = report
  const rows = useMemo(
    () =>
      [...register.rows.values()]
        .filter((row) => row.value.reportKey === value.key)
        .toSorted((a, b) => a.value.order - b.value.order),
    [register.rows, value.key],
  )
  return (
    <article className={styles.detail} aria-label={value.title}>
      <div>
        <Heading report={value} onClose={onClose} />
        <Facts report={report} onSaved={register.replaceReport} />
      </div>
      {rows.length > 0 && (
        <section className={styles.section}>
          <h3 className={styles.sectionTitle}>Where it stands</h3>
          <StatusBar rows={rows.map((row) => row.value)} />
        </section>
      )}
      <ClaimsSection report={value} rows={rows.map((row) => row.value)} />
      <ClocksSection report={report} onSaved={register.replaceReport} />
      {value.narrative && (
        <section className={styles.section}>
          <h3 className={styles.sectionTitle}>Position</h3>
          <PaperText text={value.narrative} />
        </section>
      )}
      <ReportRows report={report} rows={rows} register={register} />
    </article>
  )
}

function Heading({ report, onClose }: { report: Report; onClose: () => void }) {
  const styles = useDetailStyles()
  const heading = useShownFromTop()
  return (
    <>
      <Button className={styles.back} appearance="subtle" icon={<ArrowLeftRegular />} onClick={onClose}>
        Back
      </Button>
      <div className={styles.reportHeading}>
        <h2 className={styles.title} tabIndex={-1} ref={heading}>
          {report.title}
        </h2>
        <Button
          className={styles.close}
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label="Close"
          onClick={onClose}
        />
      </div>
      {report.typeLine && <div className={styles.report}>{report.typeLine}</div>}
    </>
  )
}

function Facts({ report, onSaved }: { report: Stored<Report>; onSaved: RegisterRows['replaceReport'] }) {
  const styles = useDetailStyles()
  const { me } = useServices()
  const [editing, setEditing] = useState(false)
  const { source, scope, publishers } = report.value
  const facts: readonly (readonly [string, string])[] = [
    ['Published', writePublished(report.value) || 'Not recorded'],
    ['Published by', publishers.join(', ') || 'Not recorded'],
    ['Source', sourceLabels[source]],
    ['Scope', scopeLabels[scope]],
  ]
  return (
    <>
      <dl className={styles.facts}>
        {facts.map(([term, fact]) => (
          <div key={term} className={styles.fact}>
            <dt>{term}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
      {mayManage(me) && (
        <DialogButton
          className={styles.inlineButton}
          appearance="transparent"
          size="small"
          onClick={() => setEditing(true)}
        >
          Edit source, scope and publishers
        </DialogButton>
      )}
      {editing && <FactsDialog report={report} onSaved={onSaved} onClose={() => setEditing(false)} />}
    </>
  )
}
