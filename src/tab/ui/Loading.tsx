import { makeStyles, Spinner, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  screen: {
    display: 'grid',
    placeContent: 'center',
    justifyItems: 'center',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingVerticalXXXL,
    minHeight: '40vh',
  },
})

/** Shown while the first rows, a page or the sign-in are on their way; `late` once that takes longer than it should. */
export function Loading({ what = 'Loading', late = false }: { what?: string; late?: boolean }) {
  const styles = useStyles()
  return (
    <div className={styles.screen} role="status">
      <Spinner size="small" label={`${what}…`} labelPosition="below" />
      {late && <div>Still trying: Microsoft 365 has not answered yet.</div>}
    </div>
  )
}
