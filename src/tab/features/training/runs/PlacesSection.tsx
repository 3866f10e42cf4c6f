import { placeCounts } from '../../../../domain/allotments.ts'
import { writeDate } from '../../../../domain/calendarDays.ts'
import type { CourseRun } from '../../../../domain/course.ts'
import { type GroupPlaces, placesByGroup } from '../../../../domain/placesByGroup.ts'
import { useToday } from '../../../ui/services.tsx'
import { PlacesBar, PlacesKey } from '../PlacesBar.tsx'
import { sayGroup, sayHeld, sayPlaces } from '../placeWords.ts'
import { PlaceRules } from './PlaceRules.tsx'
import { useRunPageStyles } from './RunPage.styles.ts'

/** How the places stand, and which agency and borough has how many of them. */
export function PlacesSection({ run, isOver }: { run: CourseRun; isOver: boolean }) {
  const styles = useRunPageStyles()
  const today = useToday()
  if (run.status === 'cancelled') return null
  const counts = placeCounts(run, today)
  const groups = placesByGroup(run, today)
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>Places</h3>
      <PlacesBar counts={counts} over={isOver} />
      <p className={styles.plain}>{isOver ? sayHeld(counts) : sayPlaces(counts)}.</p>
      {!isOver && <PlacesKey />}
      {groups.length > 0 && (
        <div className={styles.scroller}>
          <table className={styles.table}>
            <caption className={styles.quiet} style={{ textAlign: 'left' }}>
              By agency and borough
            </caption>
            <thead>
              <tr>
                <th scope="col">Agency</th>
                <th scope="col">Booked</th>
                {!isOver && (
                  <>
                    <th scope="col">Offered</th>
                    <th scope="col">Kept</th>
                    <th scope="col">Waiting</th>
                  </>
                )}
              </tr>
            </thead>
            <tbody>
              {groups.map((group) => (
                <Group key={`${group.agency}/${group.borough}`} group={group} isOver={isOver} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {!isOver && <PlaceRules />}
    </section>
  )
}

function Group({ group, isOver }: { group: GroupPlaces; isOver: boolean }) {
  const styles = useRunPageStyles()
  const { agency, borough, booked, offered, kept, releaseOn, waiting } = group
  return (
    <tr>
      <th scope="row">
        {sayGroup(agency, borough)}
        {!isOver && releaseOn !== null && (
          <div className={styles.quiet}>what is left goes to anybody on {writeDate(releaseOn)}</div>
        )}
      </th>
      <td>{booked}</td>
      {!isOver && (
        <>
          <td>{offered}</td>
          <td>{kept}</td>
          <td>{waiting}</td>
        </>
      )}
    </tr>
  )
}
