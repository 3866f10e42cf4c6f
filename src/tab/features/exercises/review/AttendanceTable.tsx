import type { AttendanceFigures } from '../../../../domain/yearReview.ts'
import { useReviewStyles } from './Review.styles.ts'

export interface AttendanceLine extends AttendanceFigures {
  readonly key: string
  readonly label: string
  readonly note?: string
}

/** Places by sector or unit: a bar for those that were filled, and the numbers beside it. */
export function AttendanceTable(props: { title: string; head: string; lines: readonly AttendanceLine[] }) {
  const styles = useReviewStyles()
  const id = `attendance ${props.head}`.replace(/\W+/g, '-')
  return (
    <section aria-labelledby={id}>
      <h2 className={styles.heading} id={id}>
        {props.title}
      </h2>
      {props.lines.length === 0 ? (
        <p className={styles.quiet}>No day of this year is over yet.</p>
      ) : (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{props.head}</th>
                <td aria-hidden="true" />
                {['Invited', 'Accepted', 'There', 'Substitutes', 'Absent', 'Not marked'].map((head) => (
                  <th key={head} scope="col" className={styles.number}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {props.lines.map((line) => (
                <Line key={line.key} line={line} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function Line({ line }: { line: AttendanceLine }) {
  const styles = useReviewStyles()
  const there = line.attended + line.substitutes
  const share = line.invited === 0 ? 0 : Math.min(100, (100 * there) / line.invited)
  const numbers = [line.invited, line.accepted, there, line.substitutes, line.absent, line.unmarked]
  return (
    <tr>
      <th scope="row">
        {line.label}
        {line.note && <span className={styles.small}>{line.note}</span>}
      </th>
      <td aria-hidden="true">
        <div className={styles.track}>
          <div className={styles.there} style={{ width: `${share}%` }} />
        </div>
      </td>
      {numbers.map((number, at) => (
        <td key={columns[at]} className={styles.number}>
          {number}
        </td>
      ))}
    </tr>
  )
}

const columns = ['invited', 'accepted', 'there', 'substitutes', 'absent', 'unmarked'] as const
