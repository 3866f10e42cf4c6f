import { Link, makeStyles, tokens } from '@fluentui/react-components'
import type { KeyboardEvent, MouseEvent } from 'react'
import type { Report } from '../../../../domain/report.ts'
import { useNavigation } from '../../../ui/navigation.tsx'
import { placeOfReport } from '../reportPlace.ts'

// As small as what stands before it on the line.
const useStyles = makeStyles({ link: { fontSize: tokens.fontSizeBase200, lineHeight: 'inherit' } })

/** From a report's heading in the register to its own page. The heading itself folds and unfolds the group. */
export function ReportLink({ report, tabStop }: { report: Report; tabStop: boolean }) {
  const styles = useStyles()
  const { open } = useNavigation()
  return (
    <Link
      as="button"
      className={styles.link}
      tabIndex={tabStop ? 0 : -1}
      aria-label={`Open the report ${report.title}`}
      onClick={(event: MouseEvent) => {
        event.stopPropagation()
        open('recommendations', placeOfReport(report.key))
      }}
      // Arrows still move in the register; Enter and Space are this link's and not the heading's.
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'Enter' || event.key === ' ') event.stopPropagation()
      }}
    >
      Open the report
    </Link>
  )
}
