import { mergeClasses } from '@fluentui/react-components'
import { type RoleFigures, standings } from '../../../../domain/roleStanding.ts'
import { StandingMark } from '../standing/StandingMark.tsx'
import { useCoverStyles } from './Cover.styles.ts'

/** The required roles of a year as one strip, with the same in words and numbers below it. */
export function CoverStrip({ figures, year }: { figures: RoleFigures; year: number }) {
  const styles = useCoverStyles()
  const shown = standings.filter((one) => figures[one] > 0)
  return (
    <section aria-labelledby="cover-strip">
      <h2 className={styles.heading} id="cover-strip">
        {figures.accepted} of {figures.required} required roles have accepted in {year}
      </h2>
      <div className={styles.strip} aria-hidden="true">
        {shown.map((one) => (
          <span
            key={one}
            className={mergeClasses(styles.slice, styles[one])}
            style={{ width: `${(100 * figures[one]) / Math.max(1, figures.required)}%` }}
          />
        ))}
      </div>
      <ul className={styles.legend}>
        {shown.map((one) => (
          <li key={one} className={styles.entry}>
            <StandingMark standing={one} />
            <strong>{figures[one]}</strong>
          </li>
        ))}
      </ul>
    </section>
  )
}
