import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useState } from 'react'
import { writeInstant } from '../../../../domain/calendarDays.ts'
import type { Debrief, LearningPoint } from '../../../../domain/exercisePlan.ts'
import { mayInvite } from '../../../../domain/roles.ts'
import { takeUpLearning } from '../../../../usecases/takeUpLearning.ts'
import { useServices } from '../../../ui/services.tsx'
import type { ExerciseSectionProps } from '../exerciseSection.ts'
import { inOneSentence } from '../exerciseWords.ts'
import { DebriefDialog } from './DebriefDialog.tsx'
import { usePlacesStyles } from './Places.styles.ts'
import { type ExerciseChange, useExerciseChange } from './useExerciseChange.ts'

/** What police and partners decided together and what was learned; each point can be taken up in one step. */
export function DebriefSection({ row, replace }: ExerciseSectionProps) {
  const { me } = useServices()
  const styles = usePlacesStyles()
  const change = useExerciseChange(row, replace)
  const [writing, setWriting] = useState(false)
  const { debrief } = row.value
  const may = mayInvite(me)
  return (
    <section aria-labelledby="debrief" className={styles.section}>
      <div className={styles.bar}>
        <h3 className={styles.heading} id="debrief">
          Debrief
        </h3>
        {may && (
          <Button size="small" className={styles.screenOnly} onClick={() => setWriting(true)}>
            {debrief ? 'Change the debrief' : 'Write the debrief'}
          </Button>
        )}
      </div>
      {debrief ? (
        <Written debrief={debrief} />
      ) : (
        <p className={styles.quiet}>Nothing has been written yet.</p>
      )}
      {debrief && debrief.learning.length > 0 && (
        <Learning row={row} points={debrief.learning} change={change} may={may} />
      )}
      {change.trouble && !writing && (
        <MessageBar intent="error" layout="multiline" politeness="assertive">
          <MessageBarBody>{change.trouble}</MessageBarBody>
        </MessageBar>
      )}
      {writing && <DebriefDialog row={row} replace={replace} onClose={() => setWriting(false)} />}
    </section>
  )
}

function Written({ debrief }: { debrief: Debrief }) {
  const styles = usePlacesStyles()
  return (
    <>
      <p className={styles.small}>
        {debrief.by}, {writeInstant(debrief.at)}
      </p>
      {debrief.notes && <p className={styles.text}>{debrief.notes}</p>}
      {debrief.decisions.length > 0 && (
        <div>
          <h4 className={styles.heading}>Decided together</h4>
          <ul className={styles.gaps}>
            {debrief.decisions.map(({ text, agreedBy }) => (
              <li key={text}>
                {text}
                {agreedBy.length > 0 && (
                  <span className={styles.small}> Agreed by {inOneSentence(agreedBy)}.</span>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

function Learning(props: {
  row: ExerciseSectionProps['row']
  points: readonly LearningPoint[]
  change: ExerciseChange
  may: boolean
}) {
  const styles = usePlacesStyles()
  return (
    <div>
      <h4 className={styles.heading}>Learned</h4>
      <ul className={styles.list}>
        {props.points.map((point) => (
          <li key={point.text} className={styles.marks}>
            <span>{point.text}</span>
            <Became {...props} point={point} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Became(props: {
  row: ExerciseSectionProps['row']
  point: LearningPoint
  change: ExerciseChange
  may: boolean
}) {
  const { row, point, change, may } = props
  const { exercises, reports, recommendations, settings, clock, me } = useServices()
  const styles = usePlacesStyles()
  if (point.became)
    return (
      <span className={styles.small}>
        {point.became.kind === 'recommendation'
          ? `Now recommendation ${point.became.key.split('/').at(-1)} of ${point.became.key.split('/')[0]}`
          : 'A course was asked for'}
      </span>
    )
  if (!may) return null
  const takeUp = (as: 'recommendation' | 'course-request', said: string) =>
    change.with(
      () =>
        takeUpLearning(
          { exercises, reports, recommendations, settings, clock },
          { row, text: point.text, as, actor: me },
        ),
      said,
    )
  return (
    <span className={styles.buttons}>
      <Button
        size="small"
        disabledFocusable={change.busy}
        onClick={() => takeUp('recommendation', 'It is a recommendation in the register now.')}
      >
        Make a recommendation
      </Button>
      <Button
        size="small"
        disabledFocusable={change.busy}
        onClick={() => takeUp('course-request', 'The course was asked for.')}
      >
        Ask for a course
      </Button>
    </span>
  )
}
