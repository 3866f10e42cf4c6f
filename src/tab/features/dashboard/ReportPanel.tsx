import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { type Stack, stackTotal } from './chartParts.ts'
import { usePanelStyles } from './Panel.styles.ts'
import { Panel } from './Panel.tsx'
import { StackedBars, StackTable } from './StackedBars.tsx'
import { stacksOf } from './series.ts'
import type { OverviewData } from './useOverview.ts'

/** So many reports are drawn until somebody asks for all. */
const atFirst = 12

/** Where each report stands, those with most still to do first. */
export function ReportPanel({ data }: { data: OverviewData }) {
  const styles = usePanelStyles()
  const [all, setAll] = useState(false)
  const { overview, around } = data
  const stacks = stacksOf('report', [...overview.byReport.keys()], overview.byReport, around).toSorted(
    (one, other) =>
      openIn(other) - openIn(one) ||
      stackTotal(other) - stackTotal(one) ||
      one.label.localeCompare(other.label),
  )
  const shown = all ? stacks : stacks.slice(0, atFirst)
  return (
    <Panel
      title="Status by report"
      says={sayReports(stacks)}
      table={<StackTable what="Report" stacks={shown} />}
      after={
        stacks.length > atFirst && (
          <Button className={styles.screenOnly} appearance="transparent" onClick={() => setAll(!all)}>
            {all ? `Show only the first ${atFirst}` : `Show all ${stacks.length} reports`}
          </Button>
        )
      }
    >
      <StackedBars what="Report" stacks={shown} />
    </Panel>
  )
}

function openIn({ counts }: Stack): number {
  return (counts.get('RED') ?? 0) + (counts.get('AMBER') ?? 0)
}

function sayReports(stacks: readonly Stack[]): string {
  const first = stacks[0]
  if (!first || openIn(first) === 0) return 'Nothing is open for the force in any report.'
  const open = stacks.filter((stack) => openIn(stack) > 0).length
  return `${open} of ${stacks.length} reports have something open for the force; most of it, ${openIn(first)}, is in ${first.label}.`
}
