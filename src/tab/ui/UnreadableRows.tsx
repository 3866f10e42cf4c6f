import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import type { UnreadableRow } from '../../usecases/ports.ts'

/** Says which rows of a list could not be understood; nothing is shown when all could. */
export function UnreadableRows({ rows, of }: { rows: readonly UnreadableRow[]; of: string }) {
  if (rows.length === 0) return null
  const count = rows.length === 1 ? '1 row' : `${rows.length} rows`
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {count} of {of} can't be read and {rows.length === 1 ? 'is' : 'are'} not shown:{' '}
        {rows.map((row) => `item ${row.id} (${row.reason})`).join('; ')}. Ask the administrator to look at{' '}
        {rows.length === 1 ? 'it' : 'them'} in SharePoint.
      </MessageBarBody>
    </MessageBar>
  )
}
