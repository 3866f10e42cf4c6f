import { makeStyles, SearchBox, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalL,
  },
  search: { flexGrow: 1, minWidth: '12rem', maxWidth: '24rem' },
  count: { color: tokens.colorNeutralForeground2 },
})

export interface SearchLineProps {
  /** What can be searched for, as the box says it: `Search courses`. */
  readonly label: string
  readonly search: string
  readonly onSearch: (text: string) => void
  readonly found: number
  readonly total: number
  /** One and several of what is listed: `course`, `courses`. */
  readonly nouns: readonly [one: string, several: string]
}

/** The search above a list, and how much of the list it leaves; the count is read out as it changes. */
export function SearchLine({ label, search, onSearch, found, total, nouns }: SearchLineProps) {
  const styles = useStyles()
  const noun = total === 1 ? nouns[0] : nouns[1]
  return (
    <div className={styles.tools}>
      <SearchBox
        className={styles.search}
        placeholder={label}
        aria-label={label}
        value={search}
        onChange={(_event, data) => onSearch(data.value)}
      />
      <span className={styles.count} role="status">
        {search.trim() === '' ? `${total} ${noun}` : `${found} of ${total} ${noun}`}
      </span>
    </div>
  )
}
