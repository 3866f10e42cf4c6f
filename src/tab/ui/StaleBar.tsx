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

/** The bar above rows that could not be refreshed: what is shown, since when, and what happens next. */
export function StaleBar(props: { since: Instant; error: unknown; onRetry: () => void; retrying: boolean }) {
  const { since, error, onRetry, retrying } = props
  const styles = useStyles()
  const busy = isM365Error(error, 'throttled')
  return (
    <MessageBar intent="warning" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>{busy ? 'Microsoft 365 is busy' : "Microsoft 365 can't be reached"}</MessageBarTitle>
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
