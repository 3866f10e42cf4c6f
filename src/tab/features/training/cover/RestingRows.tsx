import { writeReference } from '../../../../domain/recommendation.ts'
import type { Requirement } from '../../../../domain/requirement.ts'
import { writeFigure } from '../../../../domain/trainingDecisions.ts'
import { useNavigation } from '../../../ui/navigation.tsx'
import { useRows } from '../../../ui/rows.tsx'
import { StatusBadge } from '../../../ui/StatusBadge.tsx'
import { useServices } from '../../../ui/services.tsx'
import { useCoverStyles } from './CoverPage.styles.ts'

/** What a requirement is for: the recommendations that rest on it, and whether they still hold. */
export function RestingRows({ requirement }: { requirement: Requirement }) {
  const styles = useCoverStyles()
  const services = useServices()
  const { open } = useNavigation()
  const rows = useRows('recommendations', services.recommendations)
  const reports = useRows('reports', services.reports)
  const titles = new Map((reports.held?.rows ?? []).map(({ value }) => [value.key, value.title]))
  const resting = (rows.held?.rows ?? []).flatMap((row) => {
    const rests = row.value.restsOn.find((one) => one.requirement === requirement.key)
    return rests ? [{ row, rests }] : []
  })
  return (
    <section className={styles.section} aria-labelledby="resting">
      <h3 className={styles.heading} id="resting">
        What rests on it
      </h3>
      {resting.length === 0 && <p className={styles.says}>No recommendation rests on it.</p>}
      <ul className={styles.people}>
        {resting.map(({ row, rests }) => (
          <li key={row.id} className={styles.person}>
            <StatusBadge status={row.value.status} />
            <button type="button" className={styles.linkLike} onClick={() => open('recommendations', row.id)}>
              {writeReference(row.value)}, {titles.get(row.value.reportKey) ?? row.value.reportKey}
            </button>
            <span>
              at least {rests.atLeast} %:{' '}
              {rests.standing
                ? `${rests.standing.reached ? 'reached' : 'not reached'}, ${writeFigure(rests.standing)}`
                : 'not counted yet'}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
