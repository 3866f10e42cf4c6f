import { mergeClasses } from '@fluentui/react-components'
import type { CourseFigures } from '../../../../../domain/managementInformation.ts'
import { useInformationStyles } from '../Information.styles.ts'
import { useFigureStyles } from './Figures.styles.ts'
import { ofPlaces, ofRegistered, sayDays } from './figureWords.ts'

/** Course by course, what became of the places: a bar and its numbers in one table. */
export function PlacesChart(props: {
  readonly courses: readonly CourseFigures[]
  readonly titleOf: (courseKey: string) => string
}) {
  const styles = useFigureStyles()
  const frame = useInformationStyles()
  const most = Math.max(1, ...props.courses.map(({ capacity }) => capacity))
  return (
    <>
      <ul className={styles.key} aria-label="Key">
        <li>
          <span className={mergeClasses(styles.swatch, styles.attended)} aria-hidden="true" /> came
        </li>
        <li>
          <span className={mergeClasses(styles.swatch, styles.lost)} aria-hidden="true" /> booked, and nobody
          came
        </li>
        <li>
          <span className={mergeClasses(styles.swatch, styles.notRecorded)} aria-hidden="true" /> not recorded
        </li>
        <li>
          <span className={styles.swatch} aria-hidden="true" /> nobody booked
        </li>
      </ul>
      <div className={frame.scroll}>
        <table className={frame.table}>
          <thead>
            <tr>
              <th scope="col">Course</th>
              <th scope="col">Places</th>
              {[
                'Dates',
                'Places',
                'Came',
                'Of places',
                'Of registered',
                'No-shows',
                'Unused',
                'Median wait',
              ].map((head) => (
                <th key={head} scope="col" className={frame.number}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {props.courses.map((one) => (
              <tr key={one.courseKey}>
                <th scope="row" className={frame.name}>
                  {props.titleOf(one.courseKey)}
                </th>
                <td aria-hidden="true">
                  <PlacesBar figures={one} most={most} />
                </td>
                <td className={frame.number}>{one.runs}</td>
                <td className={frame.number}>{one.capacity}</td>
                <td className={frame.number}>{one.attended}</td>
                <td className={frame.number}>{ofPlaces(one)}</td>
                <td className={frame.number}>{ofRegistered(one)}</td>
                <td className={frame.number}>{one.noShows}</td>
                <td className={frame.number}>{one.unused}</td>
                <td className={frame.number}>{sayDays(one.medianWait)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

/** As long as the course had places, filled as far as people came. */
function PlacesBar({ figures, most }: { readonly figures: CourseFigures; readonly most: number }) {
  const styles = useFigureStyles()
  const { capacity, attended, noShows, lateCancelled, notRecorded } = figures
  const whole = Math.max(capacity, attended, 1)
  const lost = Math.min(noShows + lateCancelled, whole - attended)
  const share = (count: number) => ({ width: `${(100 * count) / whole}%` })
  return (
    <div className={styles.track} style={{ width: `${Math.max(12, (100 * whole) / most)}%` }}>
      <span className={styles.attended} style={share(attended)} />
      <span className={styles.lost} style={share(lost)} />
      <span className={styles.notRecorded} style={share(notRecorded)} />
    </div>
  )
}
