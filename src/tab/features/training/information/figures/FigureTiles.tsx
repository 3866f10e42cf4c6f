import type { RunFigures } from '../../../../../domain/managementInformation.ts'
import { useInformationStyles } from '../Information.styles.ts'
import { useFigureStyles } from './Figures.styles.ts'
import { ofPlaces, ofRegistered, sayDays } from './figureWords.ts'

/** The figures that are asked for first, each with both of its numbers. */
export function FigureTiles({ all }: { readonly all: RunFigures }) {
  const styles = useFigureStyles()
  const { small } = useInformationStyles()
  const tiles: readonly (readonly [string, string, string])[] = [
    ['of places', ofPlaces(all), `${all.attended} came, ${all.capacity} places`],
    [
      'of registrations',
      ofRegistered(all),
      `${all.attended - all.unscheduled} came, ${all.registered} registered`,
    ],
    ['unused places', String(all.unused), `of ${all.capacity}`],
    ['no-shows', String(all.noShows), `${all.lateCancelled} late cancellations`],
    ['median wait', sayDays(all.medianWait), 'from asking to having a place'],
    ['left waiting', String(all.leftWaiting), `${all.unscheduled} came unscheduled`],
  ]
  return (
    <ul className={styles.tiles} aria-label="In figures">
      {tiles.map(([what, figure, more]) => (
        <li key={what} className={styles.tile}>
          <span className={styles.big}>{figure}</span>
          <span>{what}</span>
          <span className={small}>{more}</span>
        </li>
      ))}
    </ul>
  )
}
