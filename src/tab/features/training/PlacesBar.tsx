import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { PlaceCounts } from '../../../domain/allotments.ts'
import { sayPlaces } from './placeWords.ts'

const stripes = (colour: string) => `repeating-linear-gradient(135deg, ${colour} 0 3px, transparent 3px 6px)`
const dots = (colour: string) => `radial-gradient(circle, ${colour} 0 1.4px, transparent 1.8px)`

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    height: '10px',
    width: '100%',
    minWidth: '6rem',
    overflow: 'hidden',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    forcedColorAdjust: 'none',
  },
  // Each part has a pattern of its own, so that the bar reads without its colours.
  booked: { backgroundColor: tokens.colorBrandBackground },
  offered: { backgroundImage: stripes(tokens.colorBrandBackground) },
  kept: { backgroundImage: dots(tokens.colorNeutralStrokeAccessible), backgroundSize: '5px 5px' },
  over: { backgroundColor: tokens.colorNeutralForegroundDisabled },
  swatch: {
    display: 'inline-block',
    width: '14px',
    height: '10px',
    flexShrink: 0,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    forcedColorAdjust: 'none',
  },
  key: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    '& > li': { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  },
})

export interface PlacesBarProps {
  readonly counts: PlaceCounts
  /** The run is over or cancelled: what was booked is told without the brand's colour. */
  readonly over?: boolean
}

/** The places of a run as a bar; the words beside it say the same. */
export function PlacesBar({ counts, over = false }: PlacesBarProps) {
  const styles = useStyles()
  const part = (many: number) => ({ flexBasis: `${(100 * many) / Math.max(1, counts.capacity)}%` })
  return (
    <div className={styles.bar} role="img" aria-label={sayPlaces(counts)}>
      <span className={over ? styles.over : styles.booked} style={part(counts.booked)} />
      <span className={styles.offered} style={part(counts.offered)} />
      <span className={styles.kept} style={part(counts.kept)} />
    </div>
  )
}

/** What the parts of the bar mean. */
export function PlacesKey() {
  const styles = useStyles()
  const parts = [
    ['booked', 'booked'],
    ['offered', 'offered, not answered yet'],
    ['kept', 'kept for an agency'],
  ] as const
  return (
    <ul className={styles.key} aria-label="Key">
      {parts.map(([part, words]) => (
        <li key={part}>
          <span className={mergeClasses(styles.swatch, styles[part])} aria-hidden="true" />
          {words}
        </li>
      ))}
      <li>
        <span className={styles.swatch} aria-hidden="true" />
        free
      </li>
    </ul>
  )
}
