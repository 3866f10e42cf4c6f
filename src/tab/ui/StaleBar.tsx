import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
} from '@fluentui/react-components'
import { type Instant, writeInstant } from '../../domain/calendarDays.ts'
import { isM365Error } from '../../domain/m365Error.ts'

// Above a page that fills the window, the bar must not be the one to give way.
const useStyles = makeStyles({ bar: { flexShrink: 0, borderRadius: 0 } })

export interface StaleBarProps {
  readonly since: Instant
  /** Why the last refresh failed; nothing when it is only late. */
  readonly error: unknown
  /** Whether the browser has a network at all. */
  readonly online: boolean
  readonly onRetry: () => void
  readonly retrying: boolean
}

/** The bar above rows that could not be refreshed: what is shown, since when, and what happens next. */
export function StaleBar(props: StaleBarProps) {
  const { since, onRetry, retrying } = props
  const styles = useStyles()
  return (
    <MessageBar intent="warning" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>{whatIsWrong(props)}</MessageBarTitle>
        You see the rows as they were on {writeInstant(since)}. We keep trying; what you type is kept.
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onRetry} disabledFocusable={retrying}>
          {retrying ? 'Trying…' : 'Try now'}
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}

function whatIsWrong({ error, online }: Pick<StaleBarProps, 'error' | 'online'>): string {
  if (online && !error) return 'Microsoft 365 has not answered yet'
  return online && isM365Error(error, 'throttled')
    ? 'Microsoft 365 is busy'
    : "Microsoft 365 can't be reached"
}
