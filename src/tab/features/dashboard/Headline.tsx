import { mergeClasses } from '@fluentui/react-components'
import type { Figure } from '../../../domain/figures.ts'
import type { Overview } from '../../../domain/overview.ts'
import { useDashboardStyles } from './DashboardPage.styles.ts'
import { useOpenFigure } from './FigureButton.tsx'
import { sumOf } from './overviewWords.ts'

interface Tile {
  readonly words: string
  readonly count: number
  readonly figure: Figure
  readonly alarm?: boolean
}

function tilesOf({ standing, due, status }: Overview): readonly Tile[] {
  return [
    { words: 'overdue', count: sumOf(due, 'overdue'), figure: [['due', 'overdue']], alarm: true },
    { words: 'due within 30 days', count: sumOf(due, '30'), figure: [['due', '30']] },
    { words: 'red', count: sumOf(status, 'RED'), figure: [['status', 'RED']] },
    { words: 'amber', count: sumOf(status, 'AMBER'), figure: [['status', 'AMBER']] },
    { words: 'waiting for others', count: sumOf(standing, 'waiting'), figure: [['standing', 'waiting']] },
    { words: 'implemented', count: sumOf(standing, 'done'), figure: [['standing', 'done']] },
  ]
}

/** The numbers that are asked for first. */
export function Headline({ overview }: { overview: Overview }) {
  const styles = useDashboardStyles()
  const openFigure = useOpenFigure()
  return (
    <ul className={styles.headline} aria-label="In figures">
      {tilesOf(overview).map(({ words, count, figure, alarm }) => (
        <li key={words}>
          <button type="button" className={styles.tile} onClick={() => openFigure(figure)}>
            <span className={mergeClasses(styles.number, alarm && count > 0 && styles.alarm)}>{count}</span>
            {words}
          </button>
        </li>
      ))}
    </ul>
  )
}
