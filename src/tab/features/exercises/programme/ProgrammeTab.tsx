import { Button, Tab, TabList } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons/svg/add'
import { SendRegular } from '@fluentui/react-icons/svg/send'
import { lazy, Suspense, useState } from 'react'
import { standingOf } from '../../../../domain/programme.ts'
import { DialogButton } from '../../../ui/DialogButton.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { UnreadableRows } from '../../../ui/UnreadableRows.tsx'
import { FirstGap } from '../cover/GapsFirst.tsx'
import { useExercisePlace } from '../exercisePlace.ts'
import { ExerciseDialog } from './ExerciseDialog.tsx'
import { ExerciseList } from './ExerciseList.tsx'
import { groupByMonth } from './months.ts'
import { useProgrammeStyles } from './Programme.styles.ts'
import { exercisesCount, standingWords, yearToCopyTo } from './programmeWords.ts'
import { UnitBoard } from './UnitBoard.tsx'
import { type Programme, type ProgrammeView, useProgramme } from './useProgramme.ts'
import { YearBar } from './YearBar.tsx'
import { YearPlanner } from './YearPlanner.tsx'

const InviteManyDialog = lazy(async () => ({
  default: (await import('../invitation/InviteManyDialog.tsx')).InviteManyDialog,
}))

const viewLabels: Readonly<Record<ProgrammeView, string>> = {
  units: 'Units',
  year: 'Year',
  list: 'List',
}

/** The programme of a year, by unit, as a calendar or as a list; and what is done with it. */
export function ProgrammeTab() {
  const styles = useProgrammeStyles()
  const programme = useProgramme()
  const { openTab, openWith } = useExercisePlace()
  const openCopy = (year: number) => openWith('copy', { year: String(year) })
  const [planning, setPlanning] = useState(false)
  const [inviting, setInviting] = useState(false)
  return (
    <div className={styles.stack}>
      <FirstGap rows={programme.all} today={programme.today} />
      <div className={styles.bar}>
        <YearBar programme={programme} />
        <div className={styles.actions}>
          <DialogButton appearance="primary" icon={<AddRegular />} onClick={() => setPlanning(true)}>
            Plan an exercise
          </DialogButton>
          <DialogButton
            icon={<SendRegular />}
            onClick={() => setInviting(true)}
            disabledFocusable={programme.ofYear.length === 0}
          >
            Invite to several
          </DialogButton>
          <Button onClick={() => openCopy(programme.year)} disabledFocusable={programme.ofYear.length === 0}>
            Copy to {yearToCopyTo(programme.year, programme.today)}
          </Button>
          <Button onClick={() => openTab('import')}>Bring in dates</Button>
        </div>
      </div>
      <UnreadableRows rows={programme.unreadable} of="the list" />
      {programme.ofYear.length === 0 ? (
        <NothingPlanned programme={programme} />
      ) : (
        <Views programme={programme} />
      )}
      {inviting && (
        <Suspense>
          <InviteManyDialog
            rows={programme.ofYear}
            replace={programme.rows.replace}
            onClose={() => setInviting(false)}
          />
        </Suspense>
      )}
      {planning && (
        <ExerciseDialog
          row={null}
          onSaved={(row) => {
            programme.rows.replace(row)
            programme.rows.refresh()
            programme.open(row.id)
          }}
          onClose={() => setPlanning(false)}
        />
      )}
    </div>
  )
}

function NothingPlanned({ programme }: { programme: Programme }) {
  const { year } = programme
  const { openWith } = useExercisePlace()
  const before = programme.years.find(
    (one) => one < year && programme.all.some(({ value }) => value.date.startsWith(`${one}-`)),
  )
  const copy = () => openWith('copy', { year: String(before), to: String(year) })
  return (
    <Empty
      title={`No exercise is planned for ${year}`}
      action={before ? { label: `Copy ${before} to ${year}`, onClick: copy } : undefined}
    >
      Plan one, copy the programme of another year, or bring in the page that lists its dates.
    </Empty>
  )
}

function Views({ programme }: { programme: Programme }) {
  const styles = useProgrammeStyles()
  const { view, setView } = programme
  return (
    <>
      <div className={styles.bar}>
        <p className={styles.summary} role="status">
          {sayYear(programme)}
        </p>
        <TabList
          size="small"
          appearance="subtle-circular"
          selectedValue={view}
          onTabSelect={(_event, { value }) => setView(value as ProgrammeView)}
          aria-label="Views of the programme"
        >
          {Object.entries(viewLabels).map(([key, label]) => (
            <Tab key={key} value={key} id={`programme-${key}`} aria-controls="programme-view">
              {label}
            </Tab>
          ))}
        </TabList>
      </div>
      <div role="tabpanel" id="programme-view" aria-labelledby={`programme-${view}`}>
        {view === 'units' && <UnitBoard programme={programme} />}
        {view === 'year' && <YearPlanner programme={programme} />}
        {view === 'list' && (
          <ExerciseList
            months={groupByMonth(programme.found)}
            found={programme.found.length}
            total={programme.ofYear.length}
            search={programme.search}
            onSearch={programme.setSearch}
            openId={null}
            onOpen={programme.open}
          />
        )}
      </div>
    </>
  )
}

/** `12 exercises in 2018: 3 invited, 9 planned. No date for City of London.` */
function sayYear({ ofYear, year, places, today }: Programme): string {
  const counts = new Map<string, number>()
  for (const { value } of ofYear) {
    const word = standingWords[standingOf(value, today)].toLowerCase()
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const parts = [...counts].map(([word, count]) => `${count} ${word}`).join('; ')
  const without = places.filter(({ exercises }) => exercises.length === 0).map(({ unit }) => unit.name)
  const missing =
    without.length === 0
      ? 'Every unit has its day.'
      : `No date for ${without.length > 3 ? `${without.length} units` : without.join('; ')}.`
  return `${exercisesCount(ofYear.length)} in ${year}: ${parts}. ${missing}`
}
