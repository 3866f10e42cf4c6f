import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { RoleCover } from '../../../domain/exercise.ts'
import { coverWords, missingWords } from './exerciseWords.ts'

const useStyles = makeStyles({
  cover: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
  bar: { display: 'flex', alignItems: 'center', gap: '3px', maxWidth: '15rem', height: '10px' },
  seat: {
    flexGrow: 1,
    height: '10px',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusSmall,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    backgroundColor: 'transparent',
  },
  known: { height: '5px', backgroundColor: tokens.colorCompoundBrandStroke, border: 'none' },
  accepted: { backgroundColor: tokens.colorStatusSuccessForeground1, border: 'none' },
  missing: { color: tokens.colorStatusDangerForeground3 },
  brief: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: '2',
    overflow: 'hidden',
  },
})

/**
 * How the required roles stand: one small seat each (thin when a person is known, full and green when they accepted,
 * hollow while nobody is) and the same in words, for those who do not see the bar.
 */
export function RoleCoverBar({ cover, brief = false }: { cover: RoleCover; brief?: boolean }) {
  const styles = useStyles()
  const missing = missingWords(cover)
  return (
    <span className={styles.cover}>
      <span className={styles.bar} aria-hidden="true">
        {seatsOf(cover).map(({ place, kind }) => (
          <span key={place} className={mergeClasses(styles.seat, kind !== 'empty' && styles[kind])} />
        ))}
      </span>
      <span>{coverWords(cover)}</span>
      {missing && <span className={mergeClasses(styles.missing, brief && styles.brief)}>{missing}</span>}
    </span>
  )
}

/** One seat for each required role: accepted first, then known, then empty. */
function seatsOf(cover: RoleCover): readonly { place: number; kind: 'accepted' | 'known' | 'empty' }[] {
  return Array.from({ length: cover.required }, (_, place) => {
    if (place < cover.accepted) return { place, kind: 'accepted' }
    return { place, kind: place < cover.known ? 'known' : 'empty' }
  })
}
