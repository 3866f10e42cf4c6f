import { Button } from '@fluentui/react-components'
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left'
import type { Requirement } from '../../../../domain/requirement.ts'
import { mayRunCourses } from '../../../../domain/roles.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { AskedGate } from '../../../ui/AskedGate.tsx'
import { CoverBar, CoverKey } from '../../../ui/CoverBar.tsx'
import { CoverChart } from '../../../ui/CoverChart.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { useServices, useToday } from '../../../ui/services.tsx'
import { useTrainingPlace } from '../trainingPlace.ts'
import { useCoverStyles } from './CoverPage.styles.ts'
import { sayFigure, sayPercent } from './coverWords.ts'
import { RequirementActions } from './RequirementActions.tsx'
import { RequirementFacts } from './RequirementFacts.tsx'
import { RestingRows } from './RestingRows.tsx'
import { RoleTable } from './RoleTable.tsx'
import { TeamTable } from './TeamTable.tsx'
import { type RequirementCover, useRequirementCover } from './useCover.ts'

/** One requirement: what is asked of whom, how far it is met over time and team by team, and what rests on it. */
export function RequirementPage({ requirementKey }: { requirementKey: string }) {
  const styles = useCoverStyles()
  const { openPart } = useTrainingPlace('cover')
  const asked = useRequirementCover(requirementKey)
  return (
    <div className={styles.page}>
      <div>
        <Button appearance="subtle" icon={<ArrowLeftRegular />} onClick={() => openPart('cover')}>
          All requirements
        </Button>
      </div>
      <AskedGate asked={asked} what="the requirement">
        {(cover) =>
          cover.row ? (
            <Details cover={cover} row={cover.row} onSaved={() => void asked.refetch()} />
          ) : (
            <Empty title="There is no such requirement">The link may be old.</Empty>
          )
        }
      </AskedGate>
    </div>
  )
}

interface DetailsProps {
  readonly cover: RequirementCover
  readonly row: Stored<Requirement>
  readonly onSaved: () => void
}

function Details({ cover, row, onSaved }: DetailsProps) {
  const styles = useCoverStyles()
  const today = useToday()
  const { me } = useServices()
  const { force, teams } = cover
  const { title, retired } = row.value
  return (
    <>
      <div className={styles.top}>
        <h2 className={styles.title}>
          {title}
          {retired && ' (no more asked for)'}
        </h2>
        {mayRunCourses(me) && <RequirementActions row={row} onSaved={onSaved} />}
      </div>
      <RequirementFacts requirement={row.value} />
      <section className={styles.section} aria-labelledby="cover-now">
        <div className={styles.cardTop}>
          <h3 className={styles.heading} id="cover-now">
            The whole force
          </h3>
          {force && <span className={styles.figure}>{sayPercent(force.counts)}</span>}
        </div>
        {force ? (
          <>
            <CoverBar counts={force.counts} />
            <CoverKey />
            <p className={styles.says}>{sayFigure(force)}</p>
            <CoverChart title={`Cover of ${title} over time`} points={force.points} today={today} />
          </>
        ) : (
          <p className={styles.says}>Not counted yet: the service does it within a minute or two.</p>
        )}
      </section>
      <RestingRows requirement={row.value} />
      {force && <RoleTable roles={force.roles} />}
      <TeamTable teams={teams} />
    </>
  )
}
