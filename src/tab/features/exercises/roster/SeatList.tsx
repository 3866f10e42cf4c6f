import { Badge, mergeClasses } from '@fluentui/react-components'
import { PersonRegular } from '@fluentui/react-icons/svg/person'
import { PersonQuestionMarkRegular } from '@fluentui/react-icons/svg/person-question-mark'
import { PersonSubtractRegular } from '@fluentui/react-icons/svg/person-subtract'
import { type Exercise, type Invitee, isMissing, sectors } from '../../../../domain/exercise.ts'
import { isInvited, standingOf } from '../../../../domain/roleStanding.ts'
import type { RoleTemplate } from '../../../../domain/roleTemplate.ts'
import { sectorIn } from '../../../../domain/yearReview.ts'
import { DialogButton } from '../../../ui/DialogButton.tsx'
import { sectorNames } from '../directory/directoryWords.ts'
import { StandingMark } from '../standing/StandingMark.tsx'
import { useRosterStyles } from './Roster.styles.ts'
import { placeWords } from './rosterWords.ts'

const icons = { known: PersonRegular, vacant: PersonSubtractRegular, unknown: PersonQuestionMarkRegular }

interface Numbered {
  readonly invitee: Invitee
  /** Place in the exercise's own list. */
  readonly index: number
}

/** The places of an exercise by sector; the roles of its type sort the places that nobody has sorted. */
export function SeatList(props: {
  exercise: Exercise
  roles: readonly RoleTemplate[]
  onOpen: ((index: number) => void) | null
}) {
  const styles = useRosterStyles()
  const { exercise, roles, onOpen } = props
  const numbered = exercise.invitees.map((invitee, index): Numbered => ({ invitee, index }))
  return sectors.map((sector) => {
    const places = numbered.filter(({ invitee }) => sectorIn(invitee, roles) === sector)
    if (places.length === 0) return null
    return (
      <section key={sector} aria-label={sectorNames[sector]}>
        <h3 className={styles.group}>{sectorNames[sector]}</h3>
        <ul className={styles.list}>
          {places.map(({ invitee, index }) => (
            <SeatLine
              key={index}
              invitee={invitee}
              invited={isInvited(exercise)}
              onOpen={onOpen && (() => onOpen(index))}
            />
          ))}
        </ul>
      </section>
    )
  })
}

function SeatLine(props: { invitee: Invitee; invited: boolean; onOpen: (() => void) | null }) {
  const { invitee, invited, onOpen } = props
  const styles = useRosterStyles()
  return (
    <li className={mergeClasses(styles.seat, invitee.required && isMissing(invitee) && styles.missing)}>
      <div className={styles.cell}>
        <span className={styles.role}>{invitee.role}</span>
        <RoleMarks invitee={invitee} />
      </div>
      <div className={styles.cell}>
        <WhoHolds invitee={invitee} />
        {invited && invitee.state === 'known' && <StandingMark standing={standingOf(invitee, invited)} />}
      </div>
      {onOpen && (
        <DialogButton
          className={styles.last}
          size="small"
          onClick={onOpen}
          aria-label={`Change the place ${invitee.role}${invitee.name && `, ${invitee.name}`}`}
        >
          Change
        </DialogButton>
      )}
    </li>
  )
}

/** Required or optional, the panel, and under which condition the role is asked for. */
export function RoleMarks({ invitee }: { invitee: Invitee }) {
  const styles = useRosterStyles()
  return (
    <span className={styles.marks}>
      <span className={styles.small}>{invitee.required ? 'Required' : 'Optional'}</span>
      {invitee.panel && (
        <Badge appearance="outline" color="informative" size="small">
          Diamond Panel
        </Badge>
      )}
      {invitee.condition && <span className={styles.small}>({invitee.condition})</span>}
    </span>
  )
}

/** The person of a place, or that there is none, as an icon and words. */
export function WhoHolds({ invitee }: { invitee: Invitee }) {
  const styles = useRosterStyles()
  const Icon = icons[invitee.state]
  const held = invitee.state === 'known'
  return (
    <>
      <span className={mergeClasses(styles.state, !held && invitee.required && styles.nobody)}>
        <Icon fontSize={18} aria-hidden="true" />
        {held ? invitee.name : placeWords[invitee.state]}
      </span>
      <span className={styles.small}>
        {[invitee.organisation, invitee.address].filter(Boolean).join(' · ')}
      </span>
    </>
  )
}
