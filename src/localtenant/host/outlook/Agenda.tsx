import { Badge, Caption1, mergeClasses } from '@fluentui/react-components'
import type { CalendarEvent } from '../tenantApi.ts'
import { fullDay, noonOf } from '../ukTime.ts'
import { answerWords, subjectOf, whereOf } from './eventWords.ts'
import { useOutlookStyles } from './Outlook.styles.ts'
import { daysOf, timesOf } from './when.ts'

interface AgendaProps {
  readonly events: readonly CalendarEvent[]
  readonly today: string
  readonly openId: string | undefined
  readonly onOpen: (id: string) => void
}

/** Events in a list, day by day; days gone by are left out unless they are all there is. */
export function Agenda({ events, today, openId, onOpen }: AgendaProps) {
  const styles = useOutlookStyles()
  const days = byDay(events, today)
  if (days.length === 0) return <p className={styles.empty}>Nothing is in this calendar yet.</p>
  return days.map(([day, onDay]) => (
    <section key={day} aria-label={fullDay(noonOf(day))}>
      <h3 className={styles.day}>
        {fullDay(noonOf(day))}
        {day === today && ' (today)'}
      </h3>
      <ul className={styles.items}>
        {onDay.map((event) => (
          <li key={event.id}>
            <button
              type="button"
              className={mergeClasses(styles.item, event.id === openId && styles.open)}
              aria-current={event.id === openId}
              onClick={() => onOpen(event.id ?? '')}
            >
              <span className={mergeClasses(styles.oneLine, event.isCancelled === true && styles.struck)}>
                {subjectOf(event)}
              </span>
              <Caption1 className={mergeClasses(styles.quiet, styles.oneLine)}>
                {timesOf(event)}
                {whereOf(event) && ` · ${whereOf(event)}`}
              </Caption1>
              <EventBadge event={event} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  ))
}

function EventBadge({ event }: { event: CalendarEvent }) {
  if (event.isCancelled) {
    return (
      <span>
        <Badge color="danger" appearance="tint">
          Cancelled
        </Badge>
      </span>
    )
  }
  if (event.isOrganizer) return null
  return <Caption1>{answerWords(event.responseStatus?.response)}</Caption1>
}

function byDay(events: readonly CalendarEvent[], today: string): [string, CalendarEvent[]][] {
  const days = new Map<string, CalendarEvent[]>()
  for (const event of events) {
    for (const day of daysOf(event)) days.set(day, [...(days.get(day) ?? []), event])
  }
  const all = [...days].sort(([a], [b]) => a.localeCompare(b))
  const coming = all.filter(([day]) => day >= today)
  return coming.length > 0 ? coming : all
}
