import { Field, Select } from '@fluentui/react-components'
import { writeDateAndWeekday } from '../../../../../domain/calendarDays.ts'
import type { CourseRun } from '../../../../../domain/course.ts'
import { type Feedback, feedbackStages } from '../../../../../domain/feedback.ts'
import { summariseFeedback, summariseRuns } from '../../../../../domain/feedbackRules.ts'
import { AskedGate } from '../../../../ui/AskedGate.tsx'
import { Empty } from '../../../../ui/Empty.tsx'
import { RowsGate } from '../../../../ui/rows.tsx'
import { useTrainingPlace } from '../../trainingPlace.ts'
import { useInformationStyles } from '../Information.styles.ts'
import { InfoSection } from '../InfoSection.tsx'
import { AskNow } from './AskNow.tsx'
import { FeedbackView, sayTooFew } from './FeedbackView.tsx'
import { useQuality } from './useQuality.ts'

const stageWords = {
  'at-once': 'Straight after the date',
  'three-months': 'Three months later',
} as const

/** What people say about a course, straight after it and three months later, and what its trainers wrote down. */
export function QualityTab() {
  const quality = useQuality()
  return (
    <RowsGate lists={quality.lists} what="courses and dates">
      {() => <Course quality={quality} />}
    </RowsGate>
  )
}

function Course({ quality }: { readonly quality: ReturnType<typeof useQuality> }) {
  const styles = useInformationStyles()
  const { courseKey, courseKeys, titleOf, runsOfCourse, asked } = quality
  if (courseKey === null)
    return (
      <Empty title="No date is over yet">
        People are asked what they say about a course on the day after it, and again after three months.
      </Empty>
    )
  return (
    <>
      <Field label="Course" className={styles.choice}>
        <Select value={courseKey} onChange={(_event, { value }) => quality.choose(value)}>
          {courseKeys.map((key) => (
            <option key={key} value={key}>
              {titleOf(key)}
            </option>
          ))}
        </Select>
      </Field>
      <AskedGate asked={asked} what="what people said">
        {(answers) => (
          <>
            {feedbackStages.map((stage) => (
              <Stage key={stage} stage={stage} answers={answers} runs={runsOfCourse} />
            ))}
            <InfoSection
              title="Date by date"
              about="Answers are told from five on; debriefs are written on the date's own page."
            >
              <ul className={styles.plainList}>
                {runsOfCourse.map((run) => (
                  <RunLine
                    key={run.key}
                    run={run}
                    answers={answers.filter((one) => one.runKey === run.key)}
                  />
                ))}
              </ul>
            </InfoSection>
          </>
        )}
      </AskedGate>
      <AskNow />
    </>
  )
}

function Stage(props: {
  readonly stage: Feedback['stage']
  readonly answers: readonly Feedback[]
  readonly runs: readonly CourseRun[]
}) {
  const { stage, answers, runs } = props
  const ofStage = answers.filter((one) => one.stage === stage)
  const summary = summariseRuns(runs.map(({ key }) => ofStage.filter(({ runKey }) => runKey === key)))
  const given = ofStage.filter(({ answeredOn }) => answeredOn !== null).length
  const left = given - summary.answers
  const about = summary.shown
    ? `${summary.answers} answers.${left > 0 ? ` ${left} more about dates with too few answers are left out.` : ''}`
    : undefined
  return (
    <InfoSection title={stageWords[stage]} about={about}>
      <FeedbackView stage={stage} summary={summary} />
    </InfoSection>
  )
}

function RunLine({ run, answers }: { readonly run: CourseRun; readonly answers: readonly Feedback[] }) {
  const styles = useInformationStyles()
  const { openRun } = useTrainingPlace()
  return (
    <li className={styles.item}>
      <h3 className={styles.subtitle}>{writeDateAndWeekday(run.date)}</h3>
      {feedbackStages.map((stage) => (
        <p key={stage} className={styles.quiet}>
          {stageWords[stage]}: {sayRun(answers.filter((one) => one.stage === stage))}
        </p>
      ))}
      {run.debrief !== '' && <p className={styles.text}>Debrief: {run.debrief}</p>}
      <button type="button" className={styles.linkLike} onClick={() => openRun(run.key)}>
        {run.debrief === '' ? 'Write the debrief' : 'Open the date'}
      </button>
    </li>
  )
}

function sayRun(answers: readonly Feedback[]): string {
  const summary = summariseFeedback(answers)
  if (!summary.shown) return summary.answers === 0 ? 'no answer yet.' : sayTooFew(summary.answers)
  const [useful] = summary.ratings
  return `${summary.answers} answers, useful ${useful?.mean?.toFixed(1) ?? '–'} of 5.`
}
