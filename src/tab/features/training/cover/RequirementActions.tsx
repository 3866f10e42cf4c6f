import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { Requirement } from '../../../../domain/requirement.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { useCoverStyles } from './CoverPage.styles.ts'
import { ExemptDialog, RetireDialog } from './RequirementDecisions.tsx'
import { RequirementDialog } from './RequirementDialog.tsx'

/** What a coordinator decides about a requirement. */
export function RequirementActions(props: { row: Stored<Requirement>; onSaved: () => void }) {
  const { row, onSaved } = props
  const styles = useCoverStyles()
  const [open, setOpen] = useState<'change' | 'exempt' | 'retire' | null>(null)
  const dialog = { row, onSaved, onClose: () => setOpen(null) }
  return (
    <div className={styles.actions}>
      <Button onClick={() => setOpen('change')}>Change</Button>
      <Button onClick={() => setOpen('exempt')}>Exempt somebody</Button>
      <Button appearance="subtle" onClick={() => setOpen('retire')}>
        {row.value.retired ? 'Ask for it again' : 'Ask for it no more'}
      </Button>
      {open === 'change' && <RequirementDialog {...dialog} />}
      {open === 'exempt' && <ExemptDialog {...dialog} />}
      {open === 'retire' && <RetireDialog {...dialog} />}
    </div>
  )
}
