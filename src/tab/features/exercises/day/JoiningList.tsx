import { Button } from '@fluentui/react-components'
import { PrintRegular } from '@fluentui/react-icons/svg/print'
import { writeDateAndWeekday } from '../../../../domain/calendarDays.ts'
import type { Exercise } from '../../../../domain/exercise.ts'
import { type JoiningLine, joiningList } from '../../../../domain/exerciseDay.ts'
import { timeWords } from '../exerciseWords.ts'
import { standingWords } from '../standing/StandingMark.tsx'
import { usePlacesStyles } from './Places.styles.ts'

/** Everybody who is expected, to print and to tick at the door. */
export function JoiningList({ exercise }: { exercise: Exercise }) {
  const styles = usePlacesStyles()
  const { police, partner } = joiningList(exercise)
  const expected = [...police, ...partner].filter((one) => one.standing === 'accepted').length
  return (
    <section aria-labelledby="joining-list">
      <div className={styles.bar}>
        <h3 className={styles.heading} id="joining-list">
          Joining list
        </h3>
        <Button
          size="small"
          icon={<PrintRegular />}
          className={styles.screenOnly}
          onClick={() => window.print()}
        >
          Print
        </Button>
      </div>
      <p className={styles.quiet}>
        {exercise.unit}, {writeDateAndWeekday(exercise.date)}, {timeWords(exercise)}, {exercise.venue}.{' '}
        {expected === 1 ? '1 person has' : `${expected} people have`} accepted.
      </p>
      <div className={styles.scroll}>
        <Door title="Police" lines={police} />
        <Door title="Partners" lines={partner} />
      </div>
    </section>
  )
}

function Door({ title, lines }: { title: string; lines: readonly JoiningLine[] }) {
  const styles = usePlacesStyles()
  if (lines.length === 0) return null
  return (
    <table className={styles.table}>
      <caption className={styles.small}>{title}</caption>
      <thead>
        <tr>
          <th scope="col" className={styles.narrow}>
            <span className={styles.small}>Here</span>
          </th>
          <th scope="col">Name</th>
          <th scope="col">Role</th>
          <th scope="col">Organisation</th>
          <th scope="col">Answer</th>
        </tr>
      </thead>
      <tbody>
        {withKeys(lines).map(({ key, line }) => (
          <tr key={key}>
            <td>
              <span className={styles.tick} aria-hidden="true" />
            </td>
            <td>
              {line.name}
              {line.insteadOf && <span className={styles.small}> for {line.insteadOf}</span>}
            </td>
            <td>
              {line.role}
              {line.panel && <span className={styles.small}> Diamond Panel</span>}
            </td>
            <td>{line.organisation}</td>
            <td>{standingWords[line.standing]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const withKeys = (lines: readonly JoiningLine[]) =>
  lines.map((line, at) => ({ key: `${at} ${line.role} ${line.name}`, line }))
