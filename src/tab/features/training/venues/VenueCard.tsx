import { mergeClasses } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { writeDate } from '../../../../domain/calendarDays.ts'
import type { CourseRun } from '../../../../domain/course.ts'
import type { Venue } from '../../../../domain/venue.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { DialogButton } from '../../../ui/DialogButton.tsx'
import { useToday } from '../../../ui/services.tsx'
import { ChangeList } from '../ChangeList.tsx'
import { useTrainingPlace } from '../trainingPlace.ts'
import { CloseVenueDialog, VenueDialog } from './VenueDialog.tsx'
import { useVenueStyles } from './VenuesPage.styles.ts'

/** Coming dates that a card names; the others stand under Dates. */
const mostDates = 4

export interface VenueCardProps {
  readonly row: Stored<Venue>
  readonly runs: readonly CourseRun[]
  readonly titles: ReadonlyMap<string, string>
  /** Somebody came here by a link to this venue. */
  readonly isOpened: boolean
  /** Null for those who do not keep the directory. */
  readonly onSaved: ((row: Stored<Venue>) => void) | null
}

/** One venue. */
export function VenueCard({ row, runs, titles, isOpened, onSaved }: VenueCardProps) {
  const styles = useVenueStyles()
  const name = useRef<HTMLHeadingElement>(null)
  const venue = row.value
  useEffect(() => {
    if (isOpened) name.current?.focus()
  }, [isOpened])
  return (
    <article className={mergeClasses(styles.card, isOpened && styles.opened)}>
      <h2 className={styles.name} ref={name} tabIndex={-1}>
        {venue.name}
      </h2>
      {venue.closed && <p className={styles.closed}>No longer used</p>}
      <p className={styles.quiet}>
        Room for {venue.capacity}
        {venue.borough !== '' && `, ${venue.borough}`}
      </p>
      {venue.address !== '' && <p className={styles.lines}>{venue.address}</p>}
      <p className={styles.lines}>{venue.access || 'Nothing is known about access.'}</p>
      {venue.contact && <p className={styles.quiet}>Ask: {venue.contact}</p>}
      {venue.roomAddress !== '' && <p className={styles.quiet}>Mailbox: {venue.roomAddress}</p>}
      <NextDates runs={runs} titles={titles} />
      {onSaved && <Keeping row={row} onSaved={onSaved} />}
    </article>
  )
}

function NextDates({ runs, titles }: Pick<VenueCardProps, 'runs' | 'titles'>) {
  const styles = useVenueStyles()
  const today = useToday()
  const { openRun } = useTrainingPlace('venues')
  const coming = runs
    .filter(({ date, status }) => date >= today && status !== 'cancelled')
    .toSorted((one, other) => one.date.localeCompare(other.date))
  if (coming.length === 0) return <p className={styles.quiet}>Nothing is held here in the time to come.</p>
  return (
    <ul className={styles.dates} aria-label="Held here next">
      {coming.slice(0, mostDates).map((run) => (
        <li key={run.key}>
          {writeDate(run.date)}:{' '}
          <button type="button" className={styles.linkLike} onClick={() => openRun(run.key)}>
            {titles.get(run.courseKey) ?? run.courseKey}
          </button>
        </li>
      ))}
      {coming.length > mostDates && <li className={styles.quiet}>and {coming.length - mostDates} more</li>}
    </ul>
  )
}

function Keeping({ row, onSaved }: { row: Stored<Venue>; onSaved: (row: Stored<Venue>) => void }) {
  const styles = useVenueStyles()
  const [open, setOpen] = useState<'change' | 'close' | null>(null)
  const { name, closed, history = [] } = row.value
  const close = () => setOpen(null)
  return (
    <>
      {history.length > 0 && (
        <details>
          <summary className={styles.summary}>What has changed</summary>
          <ChangeList history={history} label={`What has changed at ${name}`} />
        </details>
      )}
      <div className={styles.actions}>
        <DialogButton size="small" aria-label={`Change ${name}`} onClick={() => setOpen('change')}>
          Change
        </DialogButton>
        <DialogButton
          size="small"
          appearance="subtle"
          aria-label={`${closed ? 'Use again' : 'Close to new dates'}: ${name}`}
          onClick={() => setOpen('close')}
        >
          {closed ? 'Use it again' : 'Close to new dates'}
        </DialogButton>
      </div>
      {open === 'change' && <VenueDialog row={row} onSaved={onSaved} onClose={close} />}
      {open === 'close' && <CloseVenueDialog row={row} onSaved={onSaved} onClose={close} />}
    </>
  )
}
