import { mergeClasses } from '@fluentui/react-components'
import { percentOf } from '../../../../../domain/placeTally.ts'
import type { Quarter } from '../../../../../domain/quarters.ts'
import type { QuarterInformation } from '../../../../../usecases/readInformation.ts'
import { useFigureStyles } from './Figures.styles.ts'
import { ofPlaces, ofRegistered } from './figureWords.ts'

/** Five quarters beside one another: how full the rooms were, and how reliable bookings were. */
export function TrendChart(props: {
  readonly trend: QuarterInformation['trend']
  readonly quarter: Quarter
}) {
  const styles = useFigureStyles()
  return (
    <>
      <ul className={styles.key} aria-label="Key">
        <li>
          <span className={mergeClasses(styles.swatch, styles.ofPlaces)} aria-hidden="true" /> came, of places
        </li>
        <li>
          <span className={mergeClasses(styles.swatch, styles.ofRegistered)} aria-hidden="true" /> came, of
          registrations
        </li>
      </ul>
      <ul className={styles.columns}>
        {props.trend.map(({ quarter, information: { all } }) => {
          const first = percentOf(all.attended, all.capacity)
          const second = percentOf(all.attended - all.unscheduled, all.registered)
          const isHere = quarter.from === props.quarter.from
          return (
            <li key={quarter.from} className={styles.quarter}>
              <div className={styles.pair} aria-hidden="true">
                <div
                  className={mergeClasses(styles.column, styles.ofPlaces)}
                  style={{ height: `${first ?? 0}%` }}
                />
                <div
                  className={mergeClasses(styles.column, styles.ofRegistered)}
                  style={{ height: `${second ?? 0}%` }}
                />
              </div>
              <div className={styles.base}>
                <div className={mergeClasses(isHere && styles.here)}>{quarter.short}</div>
                <div className={styles.shares}>
                  {all.runs === 0 ? 'no dates' : `${ofPlaces(all)} / ${ofRegistered(all)}`}
                </div>
              </div>
            </li>
          )
        })}
      </ul>
    </>
  )
}
