import { Link } from '@fluentui/react-components'
import { writeReference } from '../../../../domain/recommendation.ts'
import { useNavigation } from '../../../ui/navigation.tsx'
import { StatusBadge } from '../../../ui/StatusBadge.tsx'
import type { RegisterRows } from '../useRegisterRows.ts'

export interface RowLinkButtonProps {
  /** Key of a row, or what a paper calls one that the register does not hold. */
  readonly reference: string
  readonly register: RegisterRows
}

/** Another recommendation by its name: opens it where the register holds it, and says so where it does not. */
export function RowLinkButton({ reference, register }: RowLinkButtonProps) {
  const { open } = useNavigation()
  const row = register.rows.get(reference)
  if (!row) return <>{reference} (not in the register)</>
  const report = register.reports.get(row.value.reportKey)?.value
  return (
    <>
      <Link as="button" inline onClick={() => open('recommendations', row.id)}>
        {writeReference(row.value)}
        {report && `, ${report.title}`}
      </Link>{' '}
      <StatusBadge status={row.value.status} size="small" />
    </>
  )
}
