import { Button, makeStyles, SearchBox, ToggleButton, tokens } from '@fluentui/react-components'
import { type Status, statuses } from '../../../domain/recommendation.ts'
import type { Wanted } from './findRows.ts'

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`,
    flexShrink: 0,
  },
  search: { width: '100%', maxWidth: 'none' },
  chips: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  chip: { minWidth: 0 },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
})

export interface RegisterFiltersProps {
  readonly wanted: Wanted & {
    setSearch(search: string): void
    setCollapsed(keys: ReadonlySet<string>): void
    toggleStatus(status: Status): void
    clear(): void
  }
  readonly counts: readonly (readonly [Status, number])[]
  readonly shown: number
  readonly total: number
  readonly reports: number
  /** Report keys of every row, repeats and all. */
  readonly allReports: readonly string[]
}

/** Search and status filter, and how much of the register is left by them. */
export function RegisterFilters(props: RegisterFiltersProps) {
  const { wanted, shown, total, reports, allReports } = props
  const styles = useStyles()
  const counts = new Map(props.counts)
  const offered = statuses.filter((status) => counts.has(status) || wanted.statuses.has(status))
  const filtered = wanted.search.trim() !== '' || wanted.statuses.size > 0
  const folded = wanted.collapsed.size > 0
  return (
    <div className={styles.bar}>
      <SearchBox
        className={styles.search}
        aria-label="Search recommendations"
        placeholder="Search text, number, report or owner"
        value={wanted.search}
        onChange={(_event, data) => wanted.setSearch(data.value)}
      />
      <fieldset
        className={styles.chips}
        style={{ border: 0, margin: 0, padding: 0 }}
        aria-label="Filter by status"
      >
        {offered.map((status) => (
          <ToggleButton
            key={status}
            size="small"
            shape="circular"
            className={styles.chip}
            checked={wanted.statuses.has(status)}
            onClick={() => wanted.toggleStatus(status)}
          >
            {status} {counts.get(status) ?? 0}
          </ToggleButton>
        ))}
      </fieldset>
      <div className={styles.line}>
        <span role="status">
          {filtered ? `${shown} of ${total} recommendations` : `${total} recommendations`} in {reports}{' '}
          {reports === 1 ? 'report' : 'reports'}
        </span>
        <span>
          {filtered && (
            <Button size="small" appearance="transparent" onClick={wanted.clear}>
              Clear filters
            </Button>
          )}
          <Button
            size="small"
            appearance="transparent"
            onClick={() => wanted.setCollapsed(new Set(folded ? [] : allReports))}
          >
            {folded ? 'Open all reports' : 'Fold all reports'}
          </Button>
        </span>
      </div>
    </div>
  )
}
