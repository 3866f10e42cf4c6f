import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { DialogButton } from '../../../ui/DialogButton.tsx'
import type { Register } from '../useRegister.ts'
import { BulkDialog } from './BulkDialog.tsx'
import type { Found } from './useFound.ts'
import type { Choosing } from './useSelection.ts'

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground3,
    flexShrink: 0,
  },
})

/** How many rows are chosen, and what can be done with them together. */
export function BulkEdit(props: { register: Register; choosing: Choosing; found: Found }) {
  const { register, choosing, found } = props
  const styles = useStyles()
  const [open, setOpen] = useState(false)
  const ids = choosing.selection?.ids
  const rows = useMemo(
    () => register.items.filter((item) => ids?.has(item.row.id)).map((item) => item.row),
    [register.items, ids],
  )
  if (rows.length === 0 && !open) return null
  const shown = found.found.length
  return (
    <section className={styles.bar} aria-label="Chosen rows">
      <span role="status">
        {rows.length.toLocaleString('en-GB')} {rows.length === 1 ? 'row' : 'rows'} chosen
      </span>
      <DialogButton size="small" appearance="primary" onClick={() => setOpen(true)}>
        Edit together…
      </DialogButton>
      {rows.length < shown && (
        <Button size="small" onClick={() => choosing.choose('all', null)}>
          Choose all {shown.toLocaleString('en-GB')} shown
        </Button>
      )}
      <Button size="small" appearance="subtle" onClick={() => choosing.choose('none', null)}>
        Choose none
      </Button>
      {open && <BulkDialog register={register} rows={rows} onClose={() => setOpen(false)} />}
    </section>
  )
}
