import { useQuery } from '@tanstack/react-query'
import { writeDate } from '../../../../domain/calendarDays.ts'
import type { Course } from '../../../../domain/course.ts'
import type { RestsOn } from '../../../../domain/cover.ts'
import { type Recommendation, writeReference } from '../../../../domain/recommendation.ts'
import type { Requirement } from '../../../../domain/requirement.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { useNavigation } from '../../../ui/navigation.tsx'
import { useRows } from '../../../ui/rows.tsx'
import { useServices } from '../../../ui/services.tsx'
import { useCourseStyles } from './CoursePanel.styles.ts'

/** What a course is for: the requirements that ask for it, and the recommendations that rest on them. */
export function CoursePurpose({ course }: { course: Course }) {
  const styles = useCourseStyles()
  const services = useServices()
  const recommendations = useRows('recommendations', services.recommendations)
  const reports = useRows('reports', services.reports)
  const asked = useQuery({
    queryKey: ['training', 'requirements'],
    queryFn: () => services.requirements.all(),
    staleTime: 60_000,
  })
  const needs = (asked.data?.rows ?? [])
    .map(({ value }) => value)
    .filter(({ courseKey, retired }) => courseKey === course.key && !retired)
  const rows = recommendations.held?.rows ?? []
  const titles = new Map((reports.held?.rows ?? []).map(({ value }) => [value.key, value.title]))
  return (
    <>
      <h3 className={styles.heading}>What it is for</h3>
      {asked.isPending && <p className={styles.quiet}>Looking for what asks for it…</p>}
      {asked.error && <p className={styles.quiet}>What asks for it could not be read just now.</p>}
      {asked.data && needs.length === 0 && (
        <p className={styles.quiet}>No requirement asks for this course.</p>
      )}
      <ul className={styles.runs}>
        {needs.map((need) => (
          <li key={need.key} className={styles.purpose}>
            <Need need={need} resting={restingOn(need, rows)} titles={titles} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Need(props: {
  need: Requirement
  resting: readonly Stored<Recommendation>[]
  titles: ReadonlyMap<string, string>
}) {
  const { need, resting, titles } = props
  const styles = useCourseStyles()
  const { open } = useNavigation()
  return (
    <>
      <div>
        <span className={styles.day}>{need.title}</span>
        {need.because !== '' && <span className={styles.quiet}>, because of {need.because}</span>}
      </div>
      <div className={styles.quiet}>
        For {need.roles.join(', ')}; {sayHowOften(need)}
      </div>
      {resting.map(({ id, value }) => (
        <div key={id}>
          <button type="button" className={styles.linkLike} onClick={() => open('recommendations', id)}>
            {writeReference(value)}, {titles.get(value.reportKey) ?? value.reportKey}
          </button>{' '}
          {value.restsOn.filter(({ requirement }) => requirement === need.key).map(sayRest)}
        </div>
      ))}
    </>
  )
}

function restingOn(
  { key }: Requirement,
  rows: readonly Stored<Recommendation>[],
): readonly Stored<Recommendation>[] {
  return rows.filter(({ value }) => value.restsOn.some(({ requirement }) => requirement === key))
}

/** What the recommendation needs, and where cover stands. */
function sayRest({ atLeast, standing }: RestsOn): string {
  const needs = `rests on it: at least ${atLeast} % of them`
  if (!standing) return needs
  const { reached, covered, needed, on } = standing
  return `${needs}; ${reached ? 'reached' : 'not reached'} on ${writeDate(on)}, ${covered} of ${needed}`
}

function sayHowOften({ kind, everyMonths }: Requirement): string {
  if (kind === 'once' || everyMonths === null) return 'once'
  if (kind === 'rotational') return `again for newcomers within ${everyMonths} months`
  if (kind === 'certificate') return `with a certificate for ${everyMonths} months`
  return `every ${everyMonths} months`
}
