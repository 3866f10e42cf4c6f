import type { RoleCover } from '../../../../domain/cover.ts'
import { coveredOf, neededOf } from '../../../../domain/coverRollUps.ts'
import { CoverBar } from '../../../ui/CoverBar.tsx'
import { useCoverStyles } from './CoverPage.styles.ts'
import { sayFigure, sayPercent } from './coverWords.ts'

/** The roles that need it, the one with most to do first. */
export function RoleTable({ roles }: { roles: readonly RoleCover[] }) {
  const styles = useCoverStyles()
  if (roles.length === 0) return null
  return (
    <section className={styles.section} aria-labelledby="cover-roles">
      <h3 className={styles.heading} id="cover-roles">
        Role by role
      </h3>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Role</th>
            <th scope="col">Cover</th>
            <th scope="col">People</th>
          </tr>
        </thead>
        <tbody>
          {roles.toSorted(worstFirst).map(({ role, counts }) => (
            <tr key={role}>
              <th scope="row">{role}</th>
              <td className={styles.bar}>
                <CoverBar counts={counts} />
                <span className={styles.number}>{sayPercent(counts)}</span>
              </td>
              <td>{sayFigure({ counts, newcomers: 0 })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function worstFirst(one: RoleCover, other: RoleCover): number {
  const missing = ({ counts }: RoleCover) => neededOf(counts) - coveredOf(counts)
  return missing(other) - missing(one) || one.role.localeCompare(other.role)
}
