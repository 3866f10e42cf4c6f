import { makeStyles, tokens } from '@fluentui/react-components'
import { useToday } from '../../../ui/services.tsx'
import { columns } from './columns.tsx'
import type { Line } from './lines.ts'
import type { ColumnName } from './view.ts'

/** More lines than this are too many for a printer, and for the browser to lay out. */
export const mostPrinted = 2_000

const line = `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: '9pt',
    overflowWrap: 'break-word',
    '& th, & td': { border: line, padding: '3px 5px', textAlign: 'left', verticalAlign: 'top' },
    '& thead': { display: 'table-header-group' },
    '& tr': { breakInside: 'avoid' },
  },
})

export interface PrintedRegisterProps {
  readonly lines: readonly Line[]
  readonly shown: readonly ColumnName[]
}

/** The register for paper: every line that is shown, in words, its headings repeated on each page. */
export function PrintedRegister({ lines, shown }: PrintedRegisterProps) {
  const styles = useStyles()
  const printed = lines.slice(0, mostPrinted)
  return (
    <>
      {lines.length > printed.length && (
        <p>
          Only the first {mostPrinted} of {lines.length} lines are printed. Narrow the register down, or
          export it, to have all of them.
        </p>
      )}
      <table className={styles.table}>
        <thead>
          <tr>
            {shown.map((name) => (
              <th key={name} scope="col">
                {columns[name].label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {printed.map((one) => (
            <PrintedLine key={one.id} line={one} shown={shown} />
          ))}
        </tbody>
      </table>
    </>
  )
}

function PrintedLine({ line: one, shown }: { line: Line; shown: readonly ColumnName[] }) {
  const today = useToday()
  if (one.kind === 'row') {
    return (
      <tr>
        {shown.map((name) => (
          <td key={name}>{columns[name].say(one.item, today)}</td>
        ))}
      </tr>
    )
  }
  return (
    <tr>
      <th colSpan={shown.length} scope="colgroup">
        {one.kind === 'group'
          ? `${one.title} (${one.shown ?? one.total})`
          : `Item ${one.row.id}: ${one.row.reason}`}
      </th>
    </tr>
  )
}
