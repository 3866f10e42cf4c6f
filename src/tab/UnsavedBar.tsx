import { Button, MessageBar, MessageBarActions, MessageBarBody, makeStyles } from '@fluentui/react-components'
import { useNavigation } from './ui/navigation.tsx'
import { draftedRows } from './ui/progressDraft.ts'

const useStyles = makeStyles({ bar: { flexShrink: 0, borderRadius: 0 } })

/** Says which rows hold text that was typed and not saved, wherever the person is now, and leads there. */
export function UnsavedBar({ objectId }: { objectId: string }) {
  const styles = useStyles()
  const { place, itemId, open } = useNavigation()
  const opened = place === 'recommendations' ? itemId : null
  const elsewhere = draftedRows(objectId).filter((row) => row.rowId !== opened)
  if (elsewhere.length === 0) return null
  return (
    <MessageBar intent="info" className={styles.bar}>
      <MessageBarBody>You have unsaved text. It is kept on this device.</MessageBarBody>
      <MessageBarActions>
        {elsewhere.map((row) => (
          <Button key={row.rowId} size="small" onClick={() => open('recommendations', row.rowId)}>
            Go to {row.reference}
          </Button>
        ))}
      </MessageBarActions>
    </MessageBar>
  )
}
