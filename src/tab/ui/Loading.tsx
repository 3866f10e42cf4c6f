import { makeStyles, Spinner, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  screen: { display: 'grid', placeItems: 'center', padding: tokens.spacingVerticalXXXL, minHeight: '40vh' },
})

/** Shown while the first rows, a page or the sign-in are on their way. */
export function Loading({ what = 'Loading' }: { what?: string }) {
  const styles = useStyles()
  return (
    <div className={styles.screen} role="status">
      <Spinner size="small" label={`${what}…`} labelPosition="below" />
    </div>
  )
}
