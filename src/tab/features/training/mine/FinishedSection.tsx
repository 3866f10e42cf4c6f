import { makeStyles, tokens } from '@fluentui/react-components'
import { writeDate } from '../../../../domain/calendarDays.ts'
import type { Completion } from '../../../../domain/completion.ts'
import type { TrainingNeed } from '../../../../usecases/readMyTraining.ts'
import { useToday } from '../../../ui/services.tsx'
import { useMineStyles } from './MyTraining.styles.ts'
import type { Mine } from './useMine.ts'

const useStyles = makeStyles({
  scroller: { overflowX: 'auto' },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    '& th, & td': {
      textAlign: 'left',
      verticalAlign: 'top',
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS} 0`,
      borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    },
    '& thead th': { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
    '& tbody th': { fontWeight: tokens.fontWeightRegular },
  },
})

const resultWords: Readonly<Record<Completion['result'], string>> = {
  completed: 'Completed',
  passed: 'Passed',
  failed: 'Did not pass',
  partly: 'Partly there',
}

/** What somebody has finished, the newest first, and until when it counts. */
export function FinishedSection({ mine }: { mine: Mine }) {
  const page = useMineStyles()
  const styles = useStyles()
  const today = useToday()
  const { completions: finished = [], needs = [] } = mine.training ?? {}
  return (
    <section className={page.section}>
      <h2 className={page.heading}>What I have finished</h2>
      {finished.length === 0 && <p className={page.quiet}>Nothing is entered for you yet.</p>}
      {finished.length > 0 && (
        <div className={styles.scroller}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Course</th>
                <th scope="col">On</th>
                <th scope="col">Result</th>
                <th scope="col">Counts until</th>
              </tr>
            </thead>
            <tbody>
              {finished.map((one) => (
                <tr key={one.key}>
                  <th scope="row">{mine.courseOf(one.courseKey)?.title ?? one.courseKey}</th>
                  <td>{writeDate(one.completedOn)}</td>
                  <td>{resultWords[one.result]}</td>
                  <td>{sayEnd(one, needs, today)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

/** What a requirement says comes before what the course says: that is what cover is counted by. */
function sayEnd(one: Completion, needs: readonly TrainingNeed[], today: string): string {
  if (one.result === 'failed' || one.result === 'partly') return 'does not count'
  const need = needs.find(({ requirement }) => requirement.courseKey === one.courseKey)
  if (need?.taken && need.taken > one.completedOn) return 'taken again since'
  const end = need?.taken === one.completedOn ? need.by : one.expiresOn
  if (end === null) return 'no end'
  return end < today ? `${writeDate(end)} (over)` : writeDate(end)
}
