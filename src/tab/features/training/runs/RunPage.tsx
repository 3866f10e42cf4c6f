import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left'
import type { ReactNode } from 'react'
import { daysBetween, ukClock, writeDateAndWeekday } from '../../../../domain/calendarDays.ts'
import { bookingsLacking } from '../../../../domain/runChanges.ts'
import { FactList } from '../../../ui/FactList.tsx'
import { useToday } from '../../../ui/services.tsx'
import { useShownFromTop } from '../../../ui/useShownFromTop.ts'
import { ChangeList } from '../ChangeList.tsx'
import { sayAway } from '../placeWords.ts'
import { useTrainingPlace } from '../trainingPlace.ts'
import { AgencyActions } from './AgencyActions.tsx'
import { AttendanceSection } from './AttendanceSection.tsx'
import { CoordinatorActions } from './CoordinatorActions.tsx'
import { type DatedRun, titleOf } from './findRuns.ts'
import { MyPlace } from './MyPlace.tsx'
import { PeopleSection } from './PeopleSection.tsx'
import { PlacesSection } from './PlacesSection.tsx'
import { useRunPageStyles } from './RunPage.styles.ts'
import type { RunsData } from './useRuns.ts'

export interface RunPageProps {
  readonly data: RunsData
  readonly dated: DatedRun
}

/** One date: what it is, one's own place on it and, for coordinators, everybody who is on it. */
export function RunPage({ data, dated }: RunPageProps) {
  const styles = useRunPageStyles()
  const { openCourse } = useTrainingPlace('runs')
  const title = useShownFromTop()
  const today = useToday()
  const { run } = dated
  const isOver = run.status === 'held' || run.date < today
  return (
    <article className={styles.page} aria-labelledby="run-title">
      <Button className={styles.back} appearance="subtle" icon={<ArrowLeftRegular />} onClick={data.close}>
        All dates
      </Button>
      <header>
        <h2 id="run-title" className={styles.title} ref={title} tabIndex={-1}>
          {titleOf(dated)}
        </h2>
        <p className={styles.when}>
          {writeDateAndWeekday(run.date)} ({sayAway(daysBetween(today, run.date))})
        </p>
      </header>
      <StateBar dated={dated} coordinates={data.coordinates} isOver={isOver} />
      {dated.course && <MyPlace run={run} course={dated.course} />}
      {data.coordinates && run.date <= today && run.status !== 'cancelled' && dated.course && (
        <AttendanceSection run={run} course={dated.course} />
      )}
      {data.coordinates && dated.course && <CoordinatorActions data={data} dated={dated} />}
      {!data.coordinates && dated.course && <AgencyActions run={run} course={dated.course} />}
      <section className={styles.section}>
        <h3 className={styles.heading}>About this date</h3>
        <Facts data={data} dated={dated} />
        {dated.course && (
          <button type="button" className={styles.linkLike} onClick={() => openCourse(run.courseKey)}>
            What this course is for, and its other dates
          </button>
        )}
      </section>
      <PlacesSection run={run} isOver={isOver} />
      {data.coordinates && dated.course && <PeopleSection run={run} course={dated.course} />}
      {data.coordinates && run.debrief !== '' && (
        <section className={styles.section}>
          <h3 className={styles.heading}>Debrief of the trainers</h3>
          <p className={styles.debrief}>{run.debrief}</p>
        </section>
      )}
      {data.coordinates && run.history.length > 0 && (
        <section className={styles.section}>
          <h3 className={styles.heading}>History of this date</h3>
          <ChangeList history={run.history} label="History of this date" />
        </section>
      )}
    </article>
  )
}

function StateBar({
  dated,
  coordinates,
  isOver,
}: {
  dated: DatedRun
  coordinates: boolean
  isOver: boolean
}) {
  const { run } = dated
  if (run.status === 'cancelled')
    return (
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>This date was cancelled. {run.changedWhy}</MessageBarBody>
      </MessageBar>
    )
  if (run.status === 'planned')
    return (
      <MessageBar layout="multiline">
        <MessageBarBody>This date is planned. It is not open for bookings yet.</MessageBarBody>
      </MessageBar>
    )
  const lacking = bookingsLacking(run)
  if (coordinates && lacking > 0 && !isOver)
    return (
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          It is held from {run.minimum} bookings on: {lacking} more {lacking === 1 ? 'is' : 'are'} needed.
        </MessageBarBody>
      </MessageBar>
    )
  return null
}

function Facts({ data, dated }: RunPageProps) {
  const styles = useRunPageStyles()
  const { openVenue } = useTrainingPlace('runs')
  const { run } = dated
  const venue = data.venues.find(({ key }) => key === run.venueKey)
  const place = venue ? (
    <>
      <button type="button" className={styles.linkLike} onClick={() => openVenue(venue.key)}>
        {venue.name}
      </button>
      {venue.access !== '' && <div className={styles.quiet}>{venue.access}</div>}
    </>
  ) : (
    run.venue || 'Not settled yet'
  )
  const facts: (readonly [string, ReactNode])[] = [
    ['Time', `${run.start} to ${run.end} UK time (${ukClock(run.date)})`],
    ['Place', place],
    ['Trainer', run.trainer || 'Not named yet'],
  ]
  if (run.minimum > 0) facts.push(['Held from', `${run.minimum} bookings on`])
  return (
    <div className={styles.facts}>
      <FactList facts={facts} />
    </div>
  )
}
