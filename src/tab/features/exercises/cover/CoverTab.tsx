import { roleFigures } from '../../../../domain/roleStanding.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { RequestList } from '../day/RequestList.tsx'
import { useFollowedAnswers } from '../day/useFollowedAnswers.ts'
import { useExercisePlace } from '../exercisePlace.ts'
import { useProgramme } from '../programme/useProgramme.ts'
import { YearBar } from '../programme/YearBar.tsx'
import { ChaseSection } from './ChaseSection.tsx'
import { useCoverStyles } from './Cover.styles.ts'
import { CoverMatrix } from './CoverMatrix.tsx'
import { CoverStrip } from './CoverStrip.tsx'
import { GapsFirst } from './GapsFirst.tsx'

/** Who is missing: the most pressing gap first, whoever asked for a place, then the year role by role. */
export function CoverTab() {
  const styles = useCoverStyles()
  const programme = useProgramme()
  const { openTab } = useExercisePlace()
  // The answers of all exercises are kept up to date while this is looked at.
  useFollowedAnswers()
  if (programme.all.length === 0) {
    return (
      <Empty
        title="Nobody can be missing yet"
        action={{ label: 'Show the programme', onClick: () => openTab('programme') }}
      >
        No exercise has been planned. Plan one, and who is missing stands here.
      </Empty>
    )
  }
  const values = programme.ofYear.map(({ value }) => value).filter((one) => one.status !== 'cancelled')
  return (
    <div className={styles.stack}>
      <GapsFirst rows={programme.all} today={programme.today} />
      <RequestList rows={programme.all} replace={programme.rows.replace} />
      <div className={styles.bar}>
        <YearBar programme={programme} />
      </div>
      {values.length === 0 ? (
        <p className={styles.quiet}>No exercise is planned for {programme.year}.</p>
      ) : (
        <>
          <CoverStrip figures={roleFigures(values)} year={programme.year} />
          <CoverMatrix rows={programme.ofYear} />
        </>
      )}
      <ChaseSection settings={programme.settings} />
    </div>
  )
}
