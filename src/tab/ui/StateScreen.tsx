import { Button, makeStyles, Subtitle1, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  screen: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalM,
    maxWidth: '30rem',
    margin: '0 auto',
    padding: `max(${tokens.spacingVerticalXXL}, 10vh) ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXXL}`,
    textAlign: 'center',
  },
  icon: {
    display: 'grid',
    placeItems: 'center',
    width: '64px',
    height: '64px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground2,
  },
  title: { margin: 0 },
  text: { color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase400, maxWidth: '60ch' },
  small: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

export interface StateScreenProps {
  readonly icon: ReactNode
  readonly title: string
  readonly children?: ReactNode
  /** One thing the person can do. */
  readonly action?: { readonly label: string; readonly onClick: () => void; readonly busy?: boolean }
  /** For support, in small print: a request id. */
  readonly reference?: string | null
  readonly role?: 'alert' | 'status'
}

/** The one layout of every "nothing to show because…" screen. */
export function StateScreen(props: StateScreenProps) {
  const styles = useStyles()
  return (
    <div className={styles.screen} role={props.role}>
      <div className={styles.icon} aria-hidden="true">
        {props.icon}
      </div>
      <Subtitle1 as="h2" className={styles.title}>
        {props.title}
      </Subtitle1>
      <div className={styles.text}>{props.children}</div>
      {props.action && (
        <Button appearance="primary" onClick={props.action.onClick} disabledFocusable={props.action.busy}>
          {props.action.label}
        </Button>
      )}
      {props.reference && <div className={styles.small}>Reference for support: {props.reference}</div>}
    </div>
  )
}
