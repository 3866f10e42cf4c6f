import { ukDay, writeDate } from '../../../domain/calendarDays.ts'
import { type Recommendation, writeReference } from '../../../domain/recommendation.ts'
import type { Stored } from '../../../usecases/ports.ts'
import { deadlineWords } from '../../ui/deadlineWords.ts'
import { useNavigation } from '../../ui/navigation.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { useToday } from '../../ui/services.tsx'
import { useMyWorkStyles } from './MyWorkPage.styles.ts'
import { recentChange } from './sortMyWork.ts'

/**
 * One recommendation of mine; pressing it anywhere opens it in the register. Only its reference is the button, so that
 * a screen reader reads the rest as text and not as one long name.
 */
export function WorkCard({ row, reportTitle }: { row: Stored<Recommendation>; reportTitle: string }) {
  const styles = useMyWorkStyles()
  const { open } = useNavigation()
  const today = useToday()
  const words = deadlineWords(row.value, today)
  const change = recentChange(row.value, today)
  const reference = writeReference(row.value)
  return (
    <div className={styles.card}>
      <span className={styles.top}>
        <button
          type="button"
          className={styles.opener}
          aria-label={`${reference}, ${reportTitle}, ${row.value.status}, ${words.left ?? words.deadline}`}
          onClick={() => open('recommendations', row.id)}
        >
          {reference}
        </button>
        <StatusBadge status={row.value.status} />
      </span>
      <span className={styles.small}>{reportTitle}</span>
      <span className={styles.text}>{row.value.text}</span>
      <span className={styles.small}>
        {words.sentence}
        {words.left && (
          <>
            {' · '}
            <span className={words.overdue ? styles.overdue : styles.soon}>{words.left}</span>
          </>
        )}
        {words.extended && ` · ${words.extended}`}
        {change && ` · changed by ${change.by} on ${writeDate(ukDay(change.at))}`}
      </span>
    </div>
  )
}
