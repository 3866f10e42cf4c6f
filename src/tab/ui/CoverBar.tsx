import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { CoverCounts, CoverState } from '../../domain/cover.ts'

const stripes = (colour: string, angle: number) =>
  `repeating-linear-gradient(${angle}deg, ${colour} 0 3px, transparent 3px 6px)`
const dots = (colour: string) => `radial-gradient(circle, ${colour} 0 1.6px, transparent 2px)`

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    position: 'relative',
    height: '14px',
    minWidth: '6rem',
    width: '100%',
    overflow: 'hidden',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    forcedColorAdjust: 'none',
  },
  // Each part has a pattern of its own, so that the bar reads without its colours.
  current: { backgroundColor: tokens.colorPaletteGreenBackground3 },
  due: { backgroundImage: stripes(tokens.colorPaletteGreenBackground3, 135) },
  lapsed: { backgroundImage: stripes(tokens.colorPaletteRedBackground3, 45) },
  never: { backgroundImage: dots(tokens.colorPaletteRedBackground3), backgroundSize: '6px 6px' },
  swatch: {
    display: 'inline-block',
    width: '16px',
    height: '12px',
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

const parts = ['current', 'due', 'lapsed', 'never'] as const

const partWords: Readonly<Record<CoverState, string>> = {
  current: 'have it',
  due: 'have it, due within 90 days',
  lapsed: 'lapsed',
  never: 'never had it',
  'in-grace': 'still in their grace',
  exempt: 'exempt',
}

/** `14 have it, 6 have it, due within 90 days, 1 lapsed`; parts with nobody are left out. */
export function sayCounts(counts: CoverCounts): string {
  const all = [...parts, 'in-grace', 'exempt'] as const
  const said = all.filter((state) => counts[state] > 0).map((state) => `${counts[state]} ${partWords[state]}`)
  return said.length === 0 ? 'nobody needs it' : said.join(', ')
}

/** Those who need a course, by how they stand; the words beside it say the same. */
export function CoverBar({ counts }: { counts: CoverCounts }) {
  const styles = useStyles()
  const needed = Math.max(
    1,
    parts.reduce((sum, state) => sum + counts[state], 0),
  )
  return (
    <div className={styles.bar} role="img" aria-label={sayCounts(counts)}>
      {parts.map((state) => (
        <span
          key={state}
          className={styles[state]}
          style={{ flexBasis: `${(100 * counts[state]) / needed}%` }}
        />
      ))}
    </div>
  )
}

/** What the parts of the bar mean. */
export function CoverKey() {
  const styles = useStyles()
  return (
    <ul className={styles.key} aria-label="Key">
      {parts.map((state) => (
        <li key={state}>
          <span className={mergeClasses(styles.swatch, styles[state])} aria-hidden="true" />
          {partWords[state]}
        </li>
      ))}
    </ul>
  )
}
