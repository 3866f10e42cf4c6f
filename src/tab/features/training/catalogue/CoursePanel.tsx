import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { type ReactNode, useState } from 'react'
import type { Course, CourseRun } from '../../../../domain/course.ts'
import { type CourseGap, gapsOf } from '../../../../domain/courseGaps.ts'
import { isSafeLink } from '../../../../domain/safeLink.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { DialogButton } from '../../../ui/DialogButton.tsx'
import { FactList } from '../../../ui/FactList.tsx'
import { useShownFromTop } from '../../../ui/useShownFromTop.ts'
import { withKeys } from '../../../ui/withKeys.ts'
import { ChangeList } from '../ChangeList.tsx'
import { NewRunDialog } from '../runs/NewRunDialog.tsx'
import { CourseDates } from './CourseDates.tsx'
import { CourseDialog } from './CourseDialog.tsx'
import { useCourseStyles } from './CoursePanel.styles.ts'
import { CoursePurpose } from './CoursePurpose.tsx'
import { assessmentWords, given, modeWords, writeTakingPart } from './courseWords.ts'
import type { CatalogueData } from './useCatalogue.ts'
import { WithdrawDialog } from './WithdrawDialog.tsx'

export interface CoursePanelProps {
  readonly row: Stored<Course>
  readonly runs: readonly CourseRun[]
  readonly data: CatalogueData
}

/** One course with everything the catalogue says, its dates, what it is for and what changed. */
export function CoursePanel({ row, runs, data }: CoursePanelProps) {
  const styles = useCourseStyles()
  const title = useShownFromTop()
  const course = row.value
  return (
    <article className={styles.panel}>
      <h2 className={styles.title} ref={title} tabIndex={-1}>
        {course.title}
      </h2>
      {course.withdrawn && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>This course is no longer offered. What people have finished stays.</MessageBarBody>
        </MessageBar>
      )}
      <p className={styles.about}>{course.about}</p>
      {data.coordinates && <Actions row={row} data={data} />}
      <CourseDates course={course} runs={runs} />
      <h3 className={styles.heading}>All about it</h3>
      <FactList facts={factsOf(course)} />
      {data.coordinates && <Gaps course={course} />}
      <CoursePurpose course={course} />
      {course.history.length > 0 && (
        <>
          <h3 className={styles.heading}>What has changed</h3>
          <ChangeList history={course.history} label="What has changed" />
        </>
      )}
    </article>
  )
}

function Actions({ row, data }: { row: Stored<Course>; data: CatalogueData }) {
  const styles = useCourseStyles()
  const [open, setOpen] = useState<'change' | 'withdraw' | 'date' | null>(null)
  const close = () => setOpen(null)
  return (
    <div className={styles.actions}>
      {!row.value.withdrawn && <DialogButton onClick={() => setOpen('date')}>New date</DialogButton>}
      <DialogButton onClick={() => setOpen('change')}>Change</DialogButton>
      <DialogButton onClick={() => setOpen('withdraw')}>
        {row.value.withdrawn ? 'Offer it again' : 'Stop offering it'}
      </DialogButton>
      {open === 'change' && <CourseDialog row={row} onSaved={data.replace} onClose={close} />}
      {open === 'withdraw' && <WithdrawDialog row={row} onSaved={data.replace} onClose={close} />}
      {open === 'date' && <NewRunDialog data={data} course={row.value} onClose={close} />}
    </div>
  )
}

function factsOf(course: Course): readonly (readonly [string, ReactNode])[] {
  const lines = (words: readonly string[], none: string) => (words.length === 0 ? none : words.join(', '))
  const facts: (readonly [string, ReactNode])[] = [
    ['For', lines(course.audience, 'Everybody')],
    ['Taking part', writeTakingPart(course)],
    ['Assessment', assessmentWords(course)],
    ['Length', sayLength(course)],
    ['How often', given(course.frequency)],
    ['Held', modeWords(course)],
    ['Group size', given(course.groupSize)],
    ['Provider', given(course.provider)],
    ['Trainers', given(course.trainers)],
    ['Their qualification', given(course.trainerQualification)],
    ['From outside', lines(course.externalInputs, 'Nothing')],
    ['Scenarios', lines(course.scenarios, 'Not stated')],
    ['Materials', <Materials key="materials" course={course} />],
    ['Accreditation', given(course.accreditation)],
    ['Themes', lines(course.themes, 'Not stated')],
  ]
  if (course.canFail) facts.splice(3, 0, ['After failing', given(course.ifFailed)])
  return facts
}

function sayLength({ length, hours }: Course): string {
  if (hours === null) return given(length)
  return length === '' ? `${hours} hours` : `${length} (${hours} hours)`
}

function Materials({ course }: { course: Course }) {
  const styles = useCourseStyles()
  if (course.materials.length === 0) return 'Not stated'
  return (
    <ul className={styles.runs}>
      {withKeys(course.materials, ({ title }) => title).map(({ key, thing }) => (
        <li key={key}>
          {isSafeLink(thing.link) ? (
            <a className={styles.link} href={thing.link} target="_blank" rel="noreferrer">
              {thing.title}
            </a>
          ) : (
            thing.title
          )}
          <span className={styles.quiet}>
            {thing.owner !== '' && `, owned by ${thing.owner}`}
            {thing.copyright !== '' && `, copyright ${thing.copyright}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

const gapWords: Readonly<Record<CourseGap, string>> = {
  audience: 'for whom it is',
  length: 'its length',
  hours: 'its hours',
  'group-size': 'the size of groups',
  provider: 'who provides it',
  trainers: 'who teaches',
  qualification: 'the qualification of the trainers',
  materials: 'the materials with their owner and copyright',
  scenarios: 'the scenarios',
  'if-failed': 'what follows when somebody fails',
  themes: 'the themes under which questions are asked',
}

/** What would have to be looked up if somebody asked today. */
function Gaps({ course }: { course: Course }) {
  const styles = useCourseStyles()
  const gaps = gapsOf(course)
  if (gaps.length === 0) return null
  const said = new Intl.ListFormat('en-GB').format(gaps.map((gap) => gapWords[gap]))
  return (
    <p className={styles.quiet}>
      Not filled in yet, and asked for under the Freedom of Information Act: {said}.
    </p>
  )
}
