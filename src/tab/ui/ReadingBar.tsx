import { makeStyles, Spinner, tokens } from '@fluentui/react-components'
import type { Rows } from './rows.tsx'

const useStyles = makeStyles({
  bar: {
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
})

/**
 * Says that a list is still being read for the first time, and how far that has come: counts on the screen are not
 * final before it is gone. What was read is kept, so a window that is closed goes on from there.
 */
export function ReadingBar({ lists, what }: { lists: readonly Rows<unknown>[]; what: string }) {
  const styles = useStyles()
  const partial = lists.filter((list) => list.held?.partial)
  if (partial.length === 0) return null
  const rows = partial.reduce((sum, list) => sum + (list.held?.rows.length ?? 0), 0)
  const going = partial.some((list) => list.refreshing)
  return (
    <div className={styles.bar} role="status">
      {going && <Spinner size="extra-tiny" aria-hidden="true" />}
      <span>
        {going ? `Still reading ${what}` : `Reading ${what} stopped`}:{' '}
        <span aria-hidden="true">{rows.toLocaleString('en-GB')} rows so far</span>
      </span>
    </div>
  )
}
