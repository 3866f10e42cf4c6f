import { Tab, TabList } from '@fluentui/react-components'
import { lazy, Suspense } from 'react'
import { mayInvite } from '../../../domain/roles.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { LazyPart, lazyParts } from '../../ui/lazyParts.tsx'
import { useNavigation } from '../../ui/navigation.tsx'
import { RowsGate, useRows } from '../../ui/rows.tsx'
import { useServices } from '../../ui/services.tsx'
import { ExercisePage } from './ExercisePage.tsx'
import { useExercisesStyles } from './ExercisesPage.styles.ts'
import { useExercisePlace } from './exercisePlace.ts'

/** The inner tabs, in their order. */
const tabs = [
  ['programme', 'Programme'],
  ['cover', 'Who is missing'],
  ['directory', 'Roles and partners'],
  ['review', 'Review of the year'],
] as const

type Part = (typeof tabs)[number][0] | 'copy' | 'import'

const parts = lazyParts<Part>({
  programme: async () => ({ default: (await import('./programme/ProgrammeTab.tsx')).ProgrammeTab }),
  cover: async () => ({ default: (await import('./cover/CoverTab.tsx')).CoverTab }),
  directory: async () => ({ default: (await import('./directory/DirectoryTab.tsx')).DirectoryTab }),
  review: async () => ({ default: (await import('./review/ReviewTab.tsx')).ReviewTab }),
  copy: async () => ({ default: (await import('./programme/CopyPage.tsx')).CopyPage }),
  import: async () => ({ default: (await import('./programme/ImportPage.tsx')).ImportPage }),
})

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
  const styles = useExercisesStyles()
  const { exercises } = useServices()
  const { itemId } = useNavigation()
  const { openTab } = useExercisePlace()
  const rows = useRows('exercises', exercises)
  const chosen = tabs.find(([key]) => key === (itemId ?? 'programme'))?.[0]
  if (chosen) return <InnerTabs chosen={chosen} />
  if (itemId === 'copy' || itemId === 'import') {
    return (
      <div className={styles.page}>
        <LazyPart parts={parts} part={itemId} name="this page" />
      </div>
    )
  }
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

function InnerTabs({ chosen }: { chosen: (typeof tabs)[number][0] }) {
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
        {tabs.map(([key, label]) => (
          <Tab key={key} value={key} id={`exercises-${key}`} aria-controls="exercises-part">
            {label}
          </Tab>
        ))}
      </TabList>
      <div
        role="tabpanel"
        id="exercises-part"
        aria-labelledby={`exercises-${chosen}`}
        className={styles.part}
      >
        <LazyPart parts={parts} part={chosen} name="this part" />
      </div>
    </div>
  )
}
