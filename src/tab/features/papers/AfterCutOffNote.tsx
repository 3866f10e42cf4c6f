import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { writeDate } from '../../../domain/calendarDays.ts'
import type { PrintedPaper } from '../../../domain/printedPaper.ts'
import { usePapersStyles } from './PapersPage.styles.ts'
import { RowLink } from './rowLinks.tsx'

/** So many rows are named; more than these are counted. */
const mostNamed = 12

export interface AfterCutOffNoteProps {
  readonly paper: PrintedPaper
  readonly idOf: ReadonlyMap<string, string>
  /** Only how many there are. */
  readonly short?: boolean
}

/** Rows that were changed after the cut-off of a paper: how the paper shows them, and which they are. */
export function AfterCutOffNote(props: AfterCutOffNoteProps) {
  const { asThen = [], asNow = [] } = props.paper.content.afterCutOff ?? {}
  const day = writeDate(props.paper.paper.cutOff)
  return (
    <>
      {asThen.length > 0 && (
        <Note {...props} keys={asThen} intent="info">
          {asThen.length === 1 ? '1 row was' : `${asThen.length} rows were`} changed after {day}. This paper
          shows {asThen.length === 1 ? 'it as it' : 'them as they'} stood at the end of that day.
        </Note>
      )}
      {asNow.length > 0 && (
        <Note {...props} keys={asNow} intent="warning">
          {asNow.length === 1 ? '1 row was' : `${asNow.length} rows were`} changed or added after {day}, and
          SharePoint has no earlier version to show. This paper shows{' '}
          {asNow.length === 1 ? 'it as it was' : 'them as they were'} when it was put together.
        </Note>
      )}
    </>
  )
}

interface NoteProps extends AfterCutOffNoteProps {
  readonly keys: readonly string[]
  readonly intent: 'info' | 'warning'
  readonly children: ReactNode
}

function Note({ paper, idOf, short, keys, intent, children }: NoteProps) {
  const styles = usePapersStyles()
  const { rows, reports } = paper.content
  const named = rows.filter(({ key }) => keys.includes(key)).slice(0, mostNamed)
  const others = keys.length - named.length
  if (short) return <p>{children}</p>
  return (
    <MessageBar intent={intent} layout="multiline" className={styles.screenOnly}>
      <MessageBarBody>
        {children}{' '}
        {named.map((row, index) => (
          <span key={row.key} title={reports.find(({ key }) => key === row.reportKey)?.title}>
            {index > 0 && ', '}
            <RowLink row={row} id={idOf.get(row.key)} />
          </span>
        ))}
        {others > 0 && (named.length > 0 ? ` and ${others} more.` : '')}
      </MessageBarBody>
    </MessageBar>
  )
}
