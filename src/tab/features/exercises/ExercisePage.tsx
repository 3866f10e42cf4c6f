import { Button, Tab, TabList } from '@fluentui/react-components'
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left'
import { type ComponentType, lazy, Suspense } from 'react'
import { type IsoDate, writeDateAndWeekday } from '../../../domain/calendarDays.ts'
import type { Exercise } from '../../../domain/exercise.ts'
import { Loading } from '../../ui/Loading.tsx'
import { useToday } from '../../ui/services.tsx'
import { useShownFromTop } from '../../ui/useShownFromTop.ts'
import { useExercisesStyles } from './ExercisesPage.styles.ts'
import { useExercisePlace } from './exercisePlace.ts'
import type { ExerciseSectionProps } from './exerciseSection.ts'
import { timeWords } from './exerciseWords.ts'
import { StateWord } from './StateWord.tsx'

type Section = ComponentType<ExerciseSectionProps>

const PlanSection: Section = lazy(async () => ({
  default: (await import('./programme/PlanSection.tsx')).PlanSection,
}))
const RosterSection: Section = lazy(async () => ({
  default: (await import('./roster/RosterSection.tsx')).RosterSection,
}))
const InvitationSection: Section = lazy(async () => ({
  default: (await import('./invitation/InvitationSection.tsx')).InvitationSection,
}))
const AnswersSection: Section = lazy(async () => ({
  default: (await import('./day/AnswersSection.tsx')).AnswersSection,
}))
const DaySection: Section = lazy(async () => ({
  default: (await import('./day/DaySection.tsx')).DaySection,
}))

/** The parts of an exercise, in the order in which they are worked on. */
const parts = [
  { key: 'plan', label: 'Plan', Part: PlanSection },
  { key: 'roster', label: 'Roster', Part: RosterSection },
  { key: 'invitation', label: 'Invitation', Part: InvitationSection },
  { key: 'answers', label: 'Answers', Part: AnswersSection },
  { key: 'day', label: 'The day', Part: DaySection },
] as const

/** The part that is worked on now: the plan until people are invited, their answers until the day, then the day. */
function partNow({ invitation, date }: Exercise, today: IsoDate): string {
  if (invitation?.state !== 'sent') return 'plan'
  return date > today ? 'answers' : 'day'
}

/** One exercise: its plan, who is asked, the invitation, the answers, and the day itself. */
export function ExercisePage({ row, replace }: ExerciseSectionProps) {
  const styles = useExercisesStyles()
  const heading = useShownFromTop()
  const today = useToday()
  const { get, set, openTab } = useExercisePlace()
  const exercise = row.value
  const asked = get('part') ?? partNow(exercise, today)
  const { key: chosen, Part } = parts.find(({ key }) => key === asked) ?? parts[0]
  return (
    <div className={styles.page}>
      <div>
        <Button appearance="subtle" icon={<ArrowLeftRegular />} onClick={() => openTab('programme')}>
          All exercises
        </Button>
      </div>
      <header>
        <h2 className={styles.title} ref={heading} tabIndex={-1}>
          {exercise.unit}
        </h2>
        <div className={styles.facts}>
          <span>{exercise.type}</span>
          <span>
            {writeDateAndWeekday(exercise.date)}, {timeWords(exercise)}
          </span>
          <span>{exercise.venue}</span>
          <StateWord exercise={exercise} />
        </div>
      </header>
      <TabList
        className={styles.tabs}
        selectedValue={chosen}
        onTabSelect={(_event, { value }) => set({ part: String(value) })}
        aria-label="Parts of the exercise"
      >
        {parts.map(({ key, label }) => (
          <Tab key={key} value={key} id={`exercise-${key}`} aria-controls="exercise-part">
            {label}
          </Tab>
        ))}
      </TabList>
      <div role="tabpanel" id="exercise-part" aria-labelledby={`exercise-${chosen}`} className={styles.part}>
        <Suspense fallback={<Loading what="Opening this part" />}>
          <Part row={row} replace={replace} />
        </Suspense>
      </div>
    </div>
  )
}
