import { recommendationKinds } from '../../../domain/recommendation.ts'
import { ageBands, dueBands, ownerStates, slipBands } from '../../../domain/rowFacts.ts'
import { BarTable } from './BarTable.tsx'
import { sayAges, sayDeadlines, sayKinds, sayOwners, saySlippage } from './overviewWords.ts'
import { Panel } from './Panel.tsx'
import { SlippedRows } from './SlippedRows.tsx'
import { StackedBars, StackTable } from './StackedBars.tsx'
import { barsOf, stacksOf } from './series.ts'
import type { OverviewData } from './useOverview.ts'

/** What falls due when. */
export function DeadlinePanel({ data: { overview, around } }: { data: OverviewData }) {
  return (
    <Panel title="Deadlines ahead" says={sayDeadlines(overview)}>
      <BarTable heads={['Open for the force', 'Rows']} bars={barsOf('due', dueBands, overview.due, around)} />
    </Panel>
  )
}

/** Where each kind stands; causes of concern come first. */
export function KindPanel({ data: { overview, around } }: { data: OverviewData }) {
  const stacks = stacksOf('kind', recommendationKinds, overview.byKind, around)
  return (
    <Panel
      title="Status by kind"
      says={sayKinds(overview)}
      table={<StackTable what="Kind" stacks={stacks} />}
    >
      <StackedBars what="Kind" stacks={stacks} />
    </Panel>
  )
}

/** How far deadlines have moved, how often, and which moved furthest. */
export function SlippagePanel({ data }: { data: OverviewData }) {
  const { overview, around } = data
  return (
    <Panel title="Slippage" says={saySlippage(overview)}>
      <BarTable
        heads={['From the first deadline to the present one', 'Rows']}
        bars={barsOf('slip', slipBands, overview.slip, around)}
      />
      <BarTable
        heads={['How often the deadline moved', 'Rows']}
        bars={barsOf('moved', ['0', '1', '2', '3'], overview.moved, around)}
      />
      <SlippedRows data={data} />
    </Panel>
  )
}

/** How long ago the reports of the open rows were published. */
export function AgePanel({ data: { overview, around } }: { data: OverviewData }) {
  const stacks = stacksOf('age', ageBands, overview.byAge, around)
  return (
    <Panel
      title="Age of what is open"
      says={sayAges(overview)}
      table={<StackTable what="Published" stacks={stacks} />}
    >
      <StackedBars what="Published" stacks={stacks} />
    </Panel>
  )
}

/** Who answers for the open rows. */
export function OwnerPanel({ data: { overview, around } }: { data: OverviewData }) {
  return (
    <Panel title="Owners" says={sayOwners(overview)}>
      <BarTable
        heads={['Open for the force', 'Rows']}
        bars={barsOf('owner', ownerStates, overview.owner, around)}
      />
    </Panel>
  )
}
