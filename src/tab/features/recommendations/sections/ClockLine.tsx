import { mergeClasses } from '@fluentui/react-components'
import { writeDate } from '../../../../domain/calendarDays.ts'
import {
  type ClockState,
  lastDayOf,
  publicationDueBy,
  type StatutoryClock,
  stateOf,
} from '../../../../domain/statutoryClock.ts'
import { clockLabels } from '../../../ui/decisionWords.ts'
import { useToday } from '../../../ui/services.tsx'
import { useDetailStyles } from '../RecommendationDetail.styles.ts'

/** A statutory clock in one line: the duty, its last day, and how it stands. */
export function ClockLine({ clock }: { clock: StatutoryClock }) {
  const styles = useDetailStyles()
  const state = stateOf(clock, useToday())
  const last = lastDayOf(clock)
  const publication = publicationDueBy(clock)
  const bad = state.state === 'missed' || state.state === 'due-today'
  return (
    <div>
      {clockLabels[clock.kind]}:{' '}
      <span className={mergeClasses(styles.strong, bad && styles.overdue)}>{sayClock(state)}</span>
      <span className={styles.quiet}>
        {' '}
        from {writeDate(clock.from)}
        {last && `, last day ${writeDate(last)}`}
        {clock.stoppedOn && `, stopped on ${writeDate(clock.stoppedOn)}`}
        {clock.resumedOn && `, running again from ${writeDate(clock.resumedOn)}`}
        {clock.publishedOn && `, published on ${writeDate(clock.publishedOn)}`}
        {!clock.publishedOn && publication && `, the IOPC publishes it by ${writeDate(publication)}`}
        {clock.note && `. ${clock.note}`}
      </span>
    </div>
  )
}

/** How a clock stands, in words. */
export function sayClock(state: ClockState): string {
  switch (state.state) {
    case 'running':
      return `${countDays(state.daysLeft)} left`
    case 'extension-asked':
      return `${countDays(state.daysLeft)} left; an extension has been asked for`
    case 'due-today':
      return 'today is the last day'
    case 'missed':
      return `${countDays(state.days)} late`
    case 'stopped':
      return 'stopped'
    case 'no-day-set':
      return 'the report sets its day, and none is recorded'
    case 'answered-in-time':
      return state.daysLeft === 0 ? 'answered on the last day' : `answered ${countDays(state.daysLeft)} early`
    case 'answered-late':
      return `answered ${countDays(state.days)} late`
  }
}

function countDays(days: number): string {
  return days === 1 ? '1 day' : `${days} days`
}
