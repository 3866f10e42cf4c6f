import { Button, Link, mergeClasses, useRestoreFocusTarget } from '@fluentui/react-components'
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left'
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import { type Recommendation, writeReference } from '../../../domain/recommendation.ts'
import { type Report, writePublished } from '../../../domain/report.ts'
import { useNavigation } from '../../ui/navigation.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { useShownFromTop } from '../../ui/useShownFromTop.ts'
import { useDetailStyles } from './RecommendationDetail.styles.ts'
import { placeOfReport } from './reportPlace.ts'

export interface DetailHeadingProps {
  readonly row: Recommendation
  readonly report: Report | null
  readonly onClose: () => void
}

/** What is open, its status, and the report that it comes from. */
export function DetailHeading({ row, report, onClose }: DetailHeadingProps) {
  const styles = useDetailStyles()
  const heading = useShownFromTop()
  // Where the keyboard goes when a window closes whose button is not there any more.
  const focusTarget = useRestoreFocusTarget()
  const { open } = useNavigation()
  return (
    <>
      <Button className={styles.back} appearance="subtle" icon={<ArrowLeftRegular />} onClick={onClose}>
        Back
      </Button>
      <div className={styles.heading}>
        <h2
          className={mergeClasses(styles.title, row.kind === 'cause-of-concern' && styles.concern)}
          tabIndex={-1}
          ref={heading}
          {...focusTarget}
        >
          {writeReference(row)}
        </h2>
        <StatusBadge status={row.status} />
        <Button
          className={styles.close}
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label="Close"
          onClick={onClose}
        />
      </div>
      <div className={styles.report}>
        {report ? (
          <>
            <Link as="button" inline onClick={() => open('recommendations', placeOfReport(report.key))}>
              {report.title}
            </Link>
            , {writePublished(report)}
          </>
        ) : (
          `Report ${row.reportKey} (not in the Reports list)`
        )}
      </div>
    </>
  )
}
