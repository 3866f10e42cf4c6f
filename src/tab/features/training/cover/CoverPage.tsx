import { Tab, TabList } from '@fluentui/react-components'
import { useState } from 'react'
import { writeDate } from '../../../../domain/calendarDays.ts'
import { mayRunCourses } from '../../../../domain/roles.ts'
import { AskedGate } from '../../../ui/AskedGate.tsx'
import { CoverKey } from '../../../ui/CoverBar.tsx'
import { DialogButton } from '../../../ui/DialogButton.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { useServices } from '../../../ui/services.tsx'
import { useTrainingPlace } from '../trainingPlace.ts'
import { CoverCard } from './CoverCard.tsx'
import { useCoverStyles } from './CoverPage.styles.ts'
import { RequirementDialog } from './RequirementDialog.tsx'
import { RequirementPage } from './RequirementPage.tsx'
import { type Covered, useCover, useMyTeam } from './useCover.ts'

/** Who has the training that their role needs: the force or a team, requirement by requirement. */
export function CoverPage() {
  const { opened } = useTrainingPlace('cover')
  return opened === null ? <AllRequirements /> : <RequirementPage key={opened} requirementKey={opened} />
}

function AllRequirements() {
  const styles = useCoverStyles()
  const { me } = useServices()
  const team = useMyTeam().data ?? null
  const [mine, setMine] = useState(false)
  const [adding, setAdding] = useState(false)
  const { openRequirement } = useTrainingPlace('cover')
  const asked = useCover(mine ? team : null)
  return (
    <div className={styles.page}>
      <div className={styles.top}>
        {team === null ? (
          <h2 className={styles.heading}>The whole force</h2>
        ) : (
          <TabList
            selectedValue={mine ? 'team' : 'force'}
            onTabSelect={(_event, { value }) => setMine(value === 'team')}
            aria-label="Whose cover"
          >
            <Tab value="force">The whole force</Tab>
            <Tab value="team">My team: {team}</Tab>
          </TabList>
        )}
        {mayRunCourses(me) && (
          <DialogButton appearance="primary" onClick={() => setAdding(true)}>
            New requirement
          </DialogButton>
        )}
      </div>
      <AskedGate asked={asked} what="the cover">
        {(all) => <Cards all={all} team={mine ? team : null} />}
      </AskedGate>
      {adding && (
        <RequirementDialog
          row={null}
          onClose={() => setAdding(false)}
          onSaved={({ value }) => {
            void asked.refetch()
            openRequirement(value.key)
          }}
        />
      )}
    </div>
  )
}

function Cards({ all, team }: { all: readonly Covered[]; team: string | null }) {
  const styles = useCoverStyles()
  const shown = all.filter(({ row, figure }) => !row.value.retired && (team === null || figure !== null))
  const over = all.filter(({ row }) => row.value.retired)
  const counted = shown
    .flatMap(({ figure }) => figure?.asAt ?? [])
    .sort()
    .at(-1)
  if (shown.length === 0)
    return (
      <Empty title={team === null ? 'Nothing is asked for yet' : 'Nothing is asked of this team'}>
        {team === null
          ? 'A training coordinator says which roles need which course; the cover is then added up by itself.'
          : 'No requirement names a role of this team.'}
      </Empty>
    )
  return (
    <>
      <CoverKey />
      <ul className={styles.cards}>
        {shown.map((one) => (
          <li key={one.row.id}>
            <CoverCard covered={one} />
          </li>
        ))}
      </ul>
      <p className={styles.small}>
        {counted &&
          `Last changed on ${writeDate(counted)}; completions and moves count within a minute or two.`}
        {over.length > 0 && ` No more asked for: ${over.map(({ row }) => row.value.title).join(', ')}.`}
      </p>
    </>
  )
}
