import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { FoiAnswer } from '../../../../../domain/foiAnswers.ts'
import { sayHours } from '../../../../../domain/foiWords.ts'

const edge = `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`

const useStyles = makeStyles({
  bar: { position: 'relative', paddingTop: '22px' },
  track: {
    display: 'flex',
    height: '22px',
    boxSizing: 'border-box',
    border: edge,
    borderRadius: tokens.borderRadiusSmall,
    overflow: 'hidden',
    forcedColorAdjust: 'none',
    printColorAdjust: 'exact',
  },
  piece: {
    boxSizing: 'border-box',
    minWidth: '3px',
    borderRight: `2px solid ${tokens.colorNeutralBackground1}`,
    backgroundColor: tokens.colorBrandBackground,
  },
  over: {
    backgroundColor: tokens.colorNeutralBackground1,
    backgroundImage: `repeating-linear-gradient(135deg, ${tokens.colorPaletteRedForeground1} 0 3px, transparent 3px 7px)`,
  },
  limit: {
    position: 'absolute',
    top: 0,
    bottom: '-4px',
    borderLeft: `2px dashed ${tokens.colorNeutralForeground1}`,
    paddingLeft: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'nowrap',
  },
  limitLeft: {
    transform: 'translateX(-100%)',
    borderLeft: 'none',
    borderRight: `2px dashed ${tokens.colorNeutralForeground1}`,
    paddingLeft: 0,
    paddingRight: tokens.spacingHorizontalXS,
  },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
})

/** The hours of each question beside one another, with the limit drawn in; the list below says the same. */
export function HoursBar(props: {
  readonly answers: readonly FoiAnswer[]
  readonly limit: number
  readonly total: number
}) {
  const styles = useStyles()
  const { limit, total } = props
  const asked = props.answers
    .flatMap(({ number, hours, hoursFrom }) => (hours === null ? [] : [{ number, hours, hoursFrom }]))
    .sort((a, b) => a.hours - b.hours)
  if (asked.length === 0) return null
  const whole = Math.max(limit * 1.25, total)
  const at = (100 * limit) / whole
  let before = 0
  return (
    <>
      <div className={styles.bar} aria-hidden="true">
        <div className={mergeClasses(styles.limit, at > 60 && styles.limitLeft)} style={{ left: `${at}%` }}>
          {limit} hours
        </div>
        <div className={styles.track}>
          {asked.map(({ number, hours }) => {
            before += hours
            return (
              <span
                key={number}
                className={mergeClasses(styles.piece, before > limit && styles.over)}
                style={{ width: `${(100 * hours) / whole}%` }}
              />
            )
          })}
        </div>
      </div>
      <ul className={styles.list}>
        {asked.toReversed().map(({ number, hours, hoursFrom }) => (
          <li key={number}>
            Question {number}: {sayHours(hours)} ({hoursFrom})
          </li>
        ))}
      </ul>
    </>
  )
}
