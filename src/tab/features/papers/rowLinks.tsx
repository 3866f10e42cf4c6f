import type { PaperLineItem } from '../../../domain/paper.ts'
import { writeReference } from '../../../domain/recommendation.ts'
import type { Report } from '../../../domain/report.ts'
import { useNavigation } from '../../ui/navigation.tsx'
import { usePapersStyles } from './PapersPage.styles.ts'

/** A row by its name, which opens it in the register; only the name where the register holds it no more. */
export function RowLink({ row, id }: { row: PaperLineItem; id: string | undefined }) {
  const styles = usePapersStyles()
  const { open } = useNavigation()
  const name = writeReference(row)
  if (id === undefined) return <>{name}</>
  return (
    <button type="button" className={styles.linkLike} onClick={() => open('recommendations', id, '')}>
      {name}
    </button>
  )
}

/** The title of a row's report. */
export function titleOf(row: PaperLineItem, reports: readonly Report[]): string {
  return reports.find((report) => report.key === row.reportKey)?.title ?? row.reportKey
}
