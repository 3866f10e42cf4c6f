import { Badge, type BadgeProps, makeStyles, tokens } from '@fluentui/react-components'
import type { Status } from '../../domain/recommendation.ts'

const looks: Record<Status, Pick<BadgeProps, 'color' | 'appearance'>> = {
  RED: { color: 'danger', appearance: 'tint' },
  AMBER: { color: 'warning', appearance: 'tint' },
  WHITE: { color: 'informative', appearance: 'outline' },
  'NEW GREEN': { color: 'success', appearance: 'filled' },
  GREEN: { color: 'success', appearance: 'tint' },
  CLOSED: { color: 'informative', appearance: 'filled' },
}

const useStyles = makeStyles({
  word: {
    whiteSpace: 'nowrap',
    flexShrink: 0,
    // Printers leave backgrounds out: white letters on one of them would be gone.
    '@media print': {
      color: tokens.colorNeutralForeground1,
      backgroundColor: 'transparent',
      border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralForeground1}`,
    },
  },
})

/** A status as the paper says it: always the word, its colour second. */
export function StatusBadge({ status, size = 'medium' }: { status: Status; size?: 'small' | 'medium' }) {
  const styles = useStyles()
  return (
    <Badge {...looks[status]} size={size} shape="rounded" className={styles.word}>
      {status}
    </Badge>
  )
}
