import { Link, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { type Recommendation, writeReference } from '../../../../domain/recommendation.ts'
import type { Report } from '../../../../domain/report.ts'
import { mayManage } from '../../../../domain/roles.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { DialogButton } from '../../../ui/DialogButton.tsx'
import { deadlineWords } from '../../../ui/deadlineWords.ts'
import { useNavigation } from '../../../ui/navigation.tsx'
import { writeOwner } from '../../../ui/ownerWords.ts'
import { StatusBadge } from '../../../ui/StatusBadge.tsx'
import { useServices, useToday } from '../../../ui/services.tsx'
import { useDetailStyles } from '../RecommendationDetail.styles.ts'
import type { RegisterRows } from '../useRegisterRows.ts'
import { NewRecommendationDialog } from './NewRecommendationDialog.tsx'

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '1fr max-content',
    gap: `0 ${tokens.spacingHorizontalS}`,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    breakInside: 'avoid',
  },
  text: {
    gridColumn: '1 / -1',
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
  },
  add: {
    marginTop: tokens.spacingVerticalM,
    alignSelf: 'flex-start',
    justifySelf: 'start',
    '@media print': { display: 'none' },
  },
  quiet: { gridColumn: '1 / -1', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

export interface ReportRowsProps {
  readonly report: Stored<Report>
  readonly rows: readonly Stored<Recommendation>[]
  readonly register: RegisterRows
}

/** The recommendations of a report in its order; each opens. */
export function ReportRows({ report, rows, register }: ReportRowsProps) {
  const styles = useDetailStyles()
  const own = useStyles()
  const today = useToday()
  const { open } = useNavigation()
  const { me } = useServices()
  const [adding, setAdding] = useState(false)
  return (
    <section className={styles.section}>
      <h3 className={styles.sectionTitle}>
        {rows.length === 1 ? '1 recommendation' : `${rows.length} recommendations`}
      </h3>
      <ul className={styles.plainList}>
        {rows.map(({ id, value }) => {
          const words = deadlineWords(value, today)
          return (
            <li key={id} className={own.row}>
              <Link as="button" onClick={() => open('recommendations', id)}>
                {writeReference(value)}
              </Link>
              <StatusBadge status={value.status} />
              <div className={own.text}>{value.text}</div>
              <div className={own.quiet}>
                {[words.sentence, words.left, words.extended, writeOwner(value.ownerPost, register.posts)]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
            </li>
          )
        })}
      </ul>
      {mayManage(me) && (
        <DialogButton className={own.add} onClick={() => setAdding(true)} aria-haspopup="dialog">
          Add a recommendation
        </DialogButton>
      )}
      {adding && (
        <NewRecommendationDialog report={report} register={register} onClose={() => setAdding(false)} />
      )}
    </section>
  )
}
