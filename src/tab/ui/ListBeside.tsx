import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left'
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import { type ReactNode, useRef } from 'react'

/** Below this width one thing is shown at a time. At 200 % zoom a laptop is narrower than this. */
const narrow = '@media (max-width: 700px)'
const wide = '@media (min-width: 700.02px)'

const useStyles = makeStyles({
  both: { display: 'flex', flexGrow: 1, minHeight: 0 },
  list: { flexGrow: 1, minWidth: 0, overflowY: 'auto', padding: tokens.spacingHorizontalL },
  listBeside: {
    [wide]: { flexGrow: 0, flexShrink: 0, flexBasis: 'clamp(18rem, 34%, 27rem)' },
    [narrow]: { display: 'none' },
  },
  detail: {
    flexGrow: 1,
    flexBasis: 0,
    minWidth: 0,
    overflowY: 'auto',
    position: 'relative',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXL} ${tokens.spacingVerticalXXXL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderLeft: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    [narrow]: { padding: tokens.spacingHorizontalM, borderLeftWidth: 0 },
  },
  back: { marginBottom: tokens.spacingVerticalS, [wide]: { display: 'none' } },
  close: {
    position: 'absolute',
    top: tokens.spacingVerticalM,
    right: tokens.spacingHorizontalM,
    [narrow]: { display: 'none' },
  },
})

export interface ListBesideProps {
  readonly list: ReactNode
  /** What is open, or null when nothing is: the list then has all the room. */
  readonly detail: ReactNode | null
  /** Names the open thing for screen readers. */
  readonly detailLabel: string
  /** Where Back leads, as its words: `All exercises`. */
  readonly backLabel: string
  readonly onClose: () => void
}

/** A list with the opened thing beside it; on a narrow screen the opened thing takes its place. */
export function ListBeside({ list, detail, detailLabel, backLabel, onClose }: ListBesideProps) {
  const styles = useStyles()
  const open = detail !== null
  const rows = useRef<HTMLDivElement>(null)
  const close = () => {
    // The open row is marked as current; the keyboard goes back to where it came from.
    const row = rows.current?.querySelector<HTMLElement>('[aria-current="true"]')
    onClose()
    requestAnimationFrame(() => row?.focus())
  }
  return (
    <div className={styles.both}>
      <div ref={rows} className={mergeClasses(styles.list, open && styles.listBeside)}>
        {list}
      </div>
      {open && (
        <section className={styles.detail} aria-label={detailLabel}>
          <Button className={styles.back} appearance="subtle" icon={<ArrowLeftRegular />} onClick={close}>
            {backLabel}
          </Button>
          <Button
            className={styles.close}
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label="Close"
            onClick={close}
          />
          {detail}
        </section>
      )}
    </div>
  )
}
