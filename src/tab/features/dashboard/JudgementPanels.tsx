import { sayAnswer } from '../../../domain/figureWords.ts'
import type { Counts } from '../../../domain/overview.ts'
import { type Bar, BarTable } from './BarTable.tsx'
import { sayAttention, sayDivergence } from './overviewWords.ts'
import { Panel } from './Panel.tsx'
import { barsOf } from './series.ts'
import type { OverviewData } from './useOverview.ts'

const mostFirst = (counts: Counts) =>
  [...counts].toSorted((one, other) => other[1] - one[1] || one[0].localeCompare(other[0]))

/** Where the status that people assert and the one that the rules suggest part. */
export function DivergencePanel({ data: { overview, around } }: { data: OverviewData }) {
  const bars = mostFirst(overview.diverges).map(
    ([answer, count]): Bar => ({
      key: answer,
      label: sayAnswer('diverges', answer, around.reports),
      count,
      figure: [['diverges', answer]],
    }),
  )
  return (
    <Panel title="Status and rules" says={sayDivergence(overview)}>
      {bars.length > 0 && <BarTable heads={['Asserted and suggested', 'Rows']} bars={bars} />}
    </Panel>
  )
}

/** What somebody should see to, the most frequent first. */
export function AttentionPanel({ data: { overview, around } }: { data: OverviewData }) {
  const answers = mostFirst(overview.attention).map(([answer]) => answer)
  return (
    <Panel title="To be seen to" says={sayAttention(overview)}>
      {answers.length > 0 && (
        <BarTable
          heads={['What is the matter', 'Rows']}
          bars={barsOf('attention', answers, overview.attention, around)}
        />
      )}
    </Panel>
  )
}
