import { type IsoDate, writeDate } from '../../../domain/calendarDays.ts'
import type { Awaited } from '../../../domain/overview.ts'
import { useToday } from '../../ui/services.tsx'
import { type Bar, BarTable } from './BarTable.tsx'
import { sayAwaited } from './overviewWords.ts'
import { Panel } from './Panel.tsx'
import type { OverviewData } from './useOverview.ts'

/** Whom the WHITE rows wait for, and when somebody asks there again. */
export function AwaitedPanel({ data: { overview } }: { data: OverviewData }) {
  const today = useToday()
  return (
    <Panel title="WHITE by counterparty" says={sayAwaited(overview)}>
      <BarTable
        heads={['Waits for', 'Rows']}
        moreHeads={['Next chase', 'Last chased', 'Without a next chase']}
        bars={overview.awaited.map((one) => barOf(one, today))}
      />
    </Panel>
  )
}

function barOf(one: Awaited, today: IsoDate): Bar {
  return {
    key: one.body || 'nobody',
    label: one.body || 'No counterparty named',
    count: one.count,
    figure: [['awaits', one.body]],
    look: one.body === '' ? 'alarm' : undefined,
    more: [
      sayChase(one.nextChase, today),
      one.lastChased ? writeDate(one.lastChased) : 'never',
      one.withoutChase,
    ],
  }
}

function sayChase(next: IsoDate | null, today: IsoDate): string {
  if (next === null) return 'none set'
  return next < today ? `${writeDate(next)}, overdue` : writeDate(next)
}
