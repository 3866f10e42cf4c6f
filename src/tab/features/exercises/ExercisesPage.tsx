import { Tab, TabList } from '@fluentui/react-components'
import { type ComponentType, lazy, Suspense } from 'react'
import { mayInvite } from '../../../domain/roles.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { useNavigation } from '../../ui/navigation.tsx'
import { RowsGate, useRows } from '../../ui/rows.tsx'
import { useServices } from '../../ui/services.tsx'
import { ExercisePage } from './ExercisePage.tsx'
import { useExercisesStyles } from './ExercisesPage.styles.ts'
import { useExercisePlace } from './exercisePlace.ts'

type Load = () => Promise<{ default: ComponentType }>

/** The inner tabs. Each is fetched when it is first opened. */
const tabs: readonly { readonly key: string; readonly label: string; readonly Part: ComponentType }[] = [
  tab('programme', 'Programme', async () => ({
    default: (await import('./programme/ProgrammeTab.tsx')).ProgrammeTab,
  })),
  tab('cover', 'Who is missing', async () => ({ default: (await import('./cover/CoverTab.tsx')).CoverTab })),
  tab('directory', 'Roles and partners', async () => ({
    default: (await import('./directory/DirectoryTab.tsx')).DirectoryTab,
  })),
  tab('review', 'Review of the year', async () => ({
    default: (await import('./review/ReviewTab.tsx')).ReviewTab,
  })),
]

function tab(key: string, label: string, load: Load) {
  return { key, label, Part: lazy(load) }
}

const OfficerDates = lazy(async () => ({
  default: (await import('./programme/OfficerDates.tsx')).OfficerDates,
}))

/** Exercises: the programme, who is missing, roles and partners, the review; or one exercise. */
export function ExercisesPage() {
  const { me, exercises } = useServices()
  const rows = useRows('exercises', exercises)
  return (
    <RowsGate lists={[rows]} what="exercises">
      {() => (
        <Suspense fallback={<Loading what="Opening the exercises" />}>
          {mayInvite(me) ? <CoordinatorsView /> : <OfficerDates />}
        </Suspense>
      )}
    </RowsGate>
  )
}

function CoordinatorsView() {
  const { exercises } = useServices()
  const { itemId } = useNavigation()
  const { openTab } = useExercisePlace()
  const rows = useRows('exercises', exercises)
  const chosen = itemId === null ? tabs[0] : tabs.find(({ key }) => key === itemId)
  if (chosen) return <InnerTabs chosen={chosen.key} />
  const row = rows.held?.rows.find(({ id }) => id === itemId)
  if (row) return <ExercisePage key={row.id} row={row} replace={rows.replace} />
  // One that has just been planned, here or by somebody who sent a link to it, comes with the next answer.
  if (rows.refreshing) return <Loading what="Looking for the exercise" />
  return (
    <Empty
      title="This exercise is not there"
      action={{ label: 'Show all exercises', onClick: () => openTab('programme') }}
    >
      It may have been deleted, or the link to it is old.
    </Empty>
  )
}

function InnerTabs({ chosen }: { chosen: string }) {
  const styles = useExercisesStyles()
  const { openTab } = useExercisePlace()
  return (
    <div className={styles.page}>
      <TabList
        className={styles.tabs}
        selectedValue={chosen}
        onTabSelect={(_event, { value }) => openTab(String(value))}
        aria-label="Parts of Exercises"
      >
        {tabs.map(({ key, label }) => (
          <Tab key={key} value={key} id={`exercises-${key}`} aria-controls="exercises-part">
            {label}
          </Tab>
        ))}
      </TabList>
      <div role="tabpanel" id="exercises-part" aria-labelledby={`exercises-${chosen}`}>
        <Suspense fallback={<Loading what="Opening this part" />}>
          {tabs.map(({ key, Part }) => key === chosen && <Part key={key} />)}
        </Suspense>
      </div>
    </div>
  )
}
