import { Button } from '@fluentui/react-components'
import { PrintRegular } from '@fluentui/react-icons/svg/print'
import { Empty } from '../../ui/Empty.tsx'
import { RowsGate } from '../../ui/rows.tsx'
import { UnreadableRows } from '../../ui/UnreadableRows.tsx'
import { AwaitedPanel } from './AwaitedPanel.tsx'
import { ClockPanel } from './ClockPanel.tsx'
import { AgePanel, DeadlinePanel, KindPanel, OwnerPanel, SlippagePanel } from './CountPanels.tsx'
import { useDashboardStyles } from './DashboardPage.styles.ts'
import { Headline } from './Headline.tsx'
import { AttentionPanel, DivergencePanel } from './JudgementPanels.tsx'
import { sayState } from './overviewWords.ts'
import { ReportPanel } from './ReportPanel.tsx'
import { type OverviewData, useOverview } from './useOverview.ts'

/** The register in pictures; every number opens the rows behind it. */
export function DashboardPage() {
  const data = useOverview()
  return (
    <RowsGate lists={data.lists} what="the register">
      {() => <Overview data={data} />}
    </RowsGate>
  )
}

function Overview({ data }: { data: OverviewData }) {
  const styles = useDashboardStyles()
  if (data.overview.total === 0 && data.unreadable.length === 0) {
    return (
      <Empty title="There is nothing to count yet">
        The register holds no recommendation. Once a paper has been imported, this page shows where its
        recommendations stand.
      </Empty>
    )
  }
  return (
    <div className={styles.page}>
      <div className={styles.tools}>
        <p className={styles.lead}>{sayState(data.overview)}</p>
        <Button appearance="subtle" icon={<PrintRegular />} onClick={() => window.print()}>
          Print
        </Button>
      </div>
      <UnreadableRows rows={data.unreadable} of="the register" />
      <Headline overview={data.overview} />
      <ReportPanel data={data} />
      <div className={styles.panels}>
        <DeadlinePanel data={data} />
        <SlippagePanel data={data} />
        <KindPanel data={data} />
        <OwnerPanel data={data} />
        <AgePanel data={data} />
        <DivergencePanel data={data} />
        <AttentionPanel data={data} />
      </div>
      <AwaitedPanel data={data} />
      <ClockPanel data={data} />
    </div>
  )
}
