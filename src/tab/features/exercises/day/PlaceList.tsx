import { Button, mergeClasses } from '@fluentui/react-components'
import { PersonSwapRegular } from '@fluentui/react-icons/svg/person-swap'
import { ukDay, writeDate } from '../../../../domain/calendarDays.ts'
import type { Exercise, Invitee } from '../../../../domain/exercise.ts'
import { wasAsked } from '../../../../domain/exerciseChases.ts'
import { type SeatRef, seatRef } from '../../../../domain/exerciseHistory.ts'
import { standingOf } from '../../../../domain/roleStanding.ts'
import { personWords } from '../exerciseWords.ts'
import { StandingMark } from '../standing/StandingMark.tsx'
import { usePlacesStyles } from './Places.styles.ts'

interface PlaceListProps {
  readonly exercise: Exercise
  /** Left out for whoever may not name one. */
  readonly onStandIn?: (seat: SeatRef) => void
}

/** Everybody by role with their answer: who holds it, who comes instead, when they were asked again. */
export function PlaceList({ exercise, onStandIn }: PlaceListProps) {
  const places = exercise.invitees.map((invitee, at) => ({
    invitee,
    seat: seatRef(exercise.invitees, at),
    asked: wasAsked(exercise, invitee),
    key: `${at} ${invitee.role}`,
  }))
  return (['police', 'partner'] as const).map((side) => (
    <Side
      key={side}
      title={side === 'police' ? 'Police' : 'Partners'}
      places={places.filter(({ invitee }) => invitee.side === side)}
      onStandIn={onStandIn}
    />
  ))
}

interface Place {
  readonly invitee: Invitee
  readonly seat: SeatRef
  /** The invitation has gone to them. */
  readonly asked: boolean
  readonly key: string
}

function Side(props: { title: string; places: readonly Place[]; onStandIn: PlaceListProps['onStandIn'] }) {
  const styles = usePlacesStyles()
  if (props.places.length === 0) return null
  return (
    <section aria-label={props.title}>
      <h3 className={styles.heading}>{props.title}</h3>
      <ul className={styles.list}>
        {props.places.map(({ key, ...place }) => (
          <PlaceLine key={key} {...place} onStandIn={props.onStandIn} />
        ))}
      </ul>
    </section>
  )
}

function PlaceLine(props: {
  invitee: Invitee
  seat: SeatRef
  asked: boolean
  onStandIn: PlaceListProps['onStandIn']
}) {
  const { invitee, seat, asked, onStandIn } = props
  const styles = usePlacesStyles()
  const standing = standingOf(invitee, asked)
  const missing = invitee.required && (standing === 'declined' || standing === 'nobody')
  return (
    <li className={mergeClasses(styles.place, missing && styles.missing)}>
      <span className={styles.lines}>
        <span className={styles.role}>{invitee.role}</span>
        <span className={styles.small}>
          {invitee.required ? 'Required' : 'Optional'}
          {invitee.panel && ', Diamond Panel'}
          {invitee.organisation && `, ${invitee.organisation}`}
        </span>
      </span>
      <Who invitee={invitee} />
      <StandingMark standing={standing} />
      <span className={styles.actions}>
        {onStandIn && (invitee.state === 'known' || invitee.standIn) && (
          <Button
            size="small"
            icon={<PersonSwapRegular />}
            onClick={() => onStandIn(seat)}
            aria-label={`Stand-in for ${invitee.name || invitee.role}`}
          >
            {invitee.standIn ? 'Change' : 'Stand-in'}
          </Button>
        )}
      </span>
    </li>
  )
}

/** The person is one thing, the role another: whoever stands in is named beside who holds it. */
function Who({ invitee }: { invitee: Invitee }) {
  const styles = usePlacesStyles()
  const { standIn, chased = [] } = invitee
  const last = chased.at(-1)
  return (
    <span className={styles.lines}>
      {standIn ? (
        <>
          <span>{standIn.name}, standing in</span>
          <span className={styles.small}>
            for {invitee.name || 'nobody known'}
            {invitee.response === 'declined' && ', who declined'}
          </span>
        </>
      ) : (
        <span>{personWords(invitee)}</span>
      )}
      <span className={styles.small}>{standIn ? standIn.address : invitee.address}</span>
      {last && (
        <span className={styles.small}>
          Asked again {chased.length === 1 ? 'once' : `${chased.length} times`}, last on{' '}
          {writeDate(ukDay(last))}
        </span>
      )}
    </span>
  )
}
