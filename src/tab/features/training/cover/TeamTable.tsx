import { useState } from 'react'
import type { CoverRollUp } from '../../../../domain/cover.ts'
import { coveredOf, neededOf } from '../../../../domain/coverRollUps.ts'
import { mayManage, mayRunCourses } from '../../../../domain/roles.ts'
import { CoverBar } from '../../../ui/CoverBar.tsx'
import { SearchLine } from '../../../ui/SearchLine.tsx'
import { useServices, useToday } from '../../../ui/services.tsx'
import { useCoverStyles } from './CoverPage.styles.ts'
import { sayFigure, sayOpen, sayPercent } from './coverWords.ts'
import { useMyTeam } from './useCover.ts'

/** Teams that are drawn at once; of a large force the others are found by name. */
const mostTeams = 50

/** The teams, the one with most to do first; whoever answers for training, and the team itself, see the names. */
export function TeamTable({ teams }: { teams: readonly CoverRollUp[] }) {
  const styles = useCoverStyles()
  const { me } = useServices()
  const myTeam = useMyTeam().data ?? null
  const [search, setSearch] = useState('')
  const seesNames = mayRunCourses(me) || mayManage(me)
  const wanted = search.trim().toLowerCase()
  const inUse = teams.filter(({ counts }) => Object.values(counts).some((count) => count > 0))
  const found = inUse.filter(({ team }) => team.toLowerCase().includes(wanted)).sort(worstFirst)
  if (inUse.length === 0) return null
  return (
    <section className={styles.section} aria-labelledby="cover-teams">
      <h3 className={styles.heading} id="cover-teams">
        Team by team
      </h3>
      {inUse.length > 8 && (
        <SearchLine
          label="Search teams"
          search={search}
          onSearch={setSearch}
          found={found.length}
          total={inUse.length}
          nouns={['team', 'teams']}
        />
      )}
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Team</th>
            <th scope="col">Cover</th>
            <th scope="col">People</th>
          </tr>
        </thead>
        <tbody>
          {found.slice(0, mostTeams).map((team) => (
            <TeamRow key={team.team} team={team} named={seesNames || team.team === myTeam} />
          ))}
        </tbody>
      </table>
      {found.length > mostTeams && (
        <p className={styles.small}>{found.length - mostTeams} more teams; search for them by name.</p>
      )}
    </section>
  )
}

function worstFirst(one: CoverRollUp, other: CoverRollUp): number {
  const missing = ({ counts }: CoverRollUp) => neededOf(counts) - coveredOf(counts)
  return missing(other) - missing(one) || one.team.localeCompare(other.team)
}

function TeamRow({ team, named }: { team: CoverRollUp; named: boolean }) {
  const styles = useCoverStyles()
  const today = useToday()
  const { open, openMore } = team
  return (
    <tr>
      <th scope="row">{team.team}</th>
      <td className={styles.bar}>
        <CoverBar counts={team.counts} />
        <span className={styles.number}>{sayPercent(team.counts)}</span>
      </td>
      <td>
        {sayFigure(team)}
        {named && open.length > 0 && (
          <details>
            <summary>
              {open.length + openMore === 1 ? 'One person' : `${open.length + openMore} people`} to see to
            </summary>
            <ul className={styles.people}>
              {open.map((need) => (
                <li key={need.person} className={styles.person}>
                  <span>{need.personName}</span>
                  <span className={styles.small}>{sayOpen(need, today)}</span>
                </li>
              ))}
              {openMore > 0 && <li className={styles.small}>and {openMore} more</li>}
            </ul>
          </details>
        )}
      </td>
    </tr>
  )
}
