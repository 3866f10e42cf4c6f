import { mayRunCourses } from '../../../domain/roles.ts'
import { LazyPart, lazyParts } from '../../ui/lazyParts.tsx'
import { OverflowTabs } from '../../ui/OverflowTabs.tsx'
import { useServices } from '../../ui/services.tsx'
import { useTrainingStyles } from './TrainingPage.styles.ts'
import { partsFor, type TrainingPart, useTrainingPlace } from './trainingPlace.ts'

const parts = lazyParts<TrainingPart>({
  mine: async () => ({ default: (await import('./mine/MyTraining.tsx')).MyTraining }),
  catalogue: async () => ({ default: (await import('./catalogue/CataloguePage.tsx')).CataloguePage }),
  runs: async () => ({ default: (await import('./runs/RunsPage.tsx')).RunsPage }),
  venues: async () => ({ default: (await import('./venues/VenuesPage.tsx')).VenuesPage }),
  cover: async () => ({ default: (await import('./cover/CoverPage.tsx')).CoverPage }),
  completions: async () => ({
    default: (await import('./completions/CompletionsPage.tsx')).CompletionsPage,
  }),
  information: async () => ({
    default: (await import('./information/InformationPage.tsx')).InformationPage,
  }),
})

const labels: Readonly<Record<TrainingPart, string>> = {
  mine: 'My training',
  catalogue: 'Courses',
  runs: 'Dates',
  venues: 'Venues',
  cover: 'Cover',
  completions: 'Completions',
  information: 'Information',
}

/** Training: what I need, the catalogue, the dates, the venues, cover, completions and what is told about them. */
export function TrainingPage() {
  const styles = useTrainingStyles()
  const { me } = useServices()
  const { part, openPart } = useTrainingPlace(mayRunCourses(me) ? 'runs' : 'mine')
  return (
    <div className={styles.place}>
      <div className={styles.parts}>
        <OverflowTabs
          names={partsFor(me, part)}
          labels={labels}
          selected={part}
          onSelect={openPart}
          label="Parts of Training"
          idStart="training-"
          controls="training-part"
          moreWords="more parts"
        />
      </div>
      <div role="tabpanel" id="training-part" aria-labelledby={`training-${part}`} className={styles.part}>
        <LazyPart parts={parts} part={part} name={labels[part]} />
      </div>
    </div>
  )
}
