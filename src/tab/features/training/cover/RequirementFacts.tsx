import { writeDate, writeInstant } from '../../../../domain/calendarDays.ts'
import type { Requirement } from '../../../../domain/requirement.ts'
import { writeFrequency } from '../../../../domain/requirementRules.ts'
import { useRows } from '../../../ui/rows.tsx'
import { useServices } from '../../../ui/services.tsx'
import { useTrainingPlace } from '../trainingPlace.ts'
import { useCoverStyles } from './CoverPage.styles.ts'

/** What is asked of whom, who is exempt, and how it came to be so. */
export function RequirementFacts({ requirement }: { requirement: Requirement }) {
  const styles = useCoverStyles()
  const services = useServices()
  const { openCourse } = useTrainingPlace('cover')
  const courses = useRows('courses', services.courses)
  const { courseKey, roles, from, graceDays, because, exemptions, history } = requirement
  const course = courses.held?.rows.find(({ value }) => value.key === courseKey)?.value
  return (
    <>
      <dl className={styles.facts}>
        <dt>Course</dt>
        <dd>
          <button type="button" className={styles.linkLike} onClick={() => openCourse(courseKey)}>
            {course?.title ?? courseKey}
          </button>
        </dd>
        <dt>Who needs it</dt>
        <dd>{roles.join(', ')}</dd>
        <dt>How often</dt>
        <dd>
          {writeFrequency(requirement)}, from {writeDate(from)}
        </dd>
        {requirement.kind !== 'rotational' && (
          <>
            <dt>Grace</dt>
            <dd>{graceDays === 0 ? 'None' : `${graceDays} days for whoever is new in the role`}</dd>
          </>
        )}
        {because !== '' && (
          <>
            <dt>Because of</dt>
            <dd>{because}</dd>
          </>
        )}
        {exemptions.length > 0 && (
          <>
            <dt>Exempt</dt>
            <dd>
              {exemptions.map(({ person, personName, why, until }) => (
                <div key={person}>
                  {personName}
                  {until !== null && ` until ${writeDate(until)}`}: {why}
                </div>
              ))}
            </dd>
          </>
        )}
      </dl>
      {history.length > 0 && (
        <details>
          <summary>History ({history.length})</summary>
          <ul className={styles.people}>
            {history.toReversed().map(({ at, by, from: was, to, why }) => (
              <li key={`${at} ${to} ${was}`}>
                {writeInstant(at)}, {by}: {[was, to].filter(Boolean).join(' → ')}
                {why && ` (“${why}”)`}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
