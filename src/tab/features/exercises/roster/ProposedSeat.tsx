import { Badge, Button, mergeClasses, Select } from '@fluentui/react-components'
import { WarningRegular } from '@fluentui/react-icons/svg/warning'
import { type Invitee, isMissing } from '../../../../domain/exercise.ts'
import type { Seat } from '../../../../domain/roster.ts'
import { chosenInvitee, firstChoice, type SeatChoice } from '../../../../domain/rosterEdits.ts'
import { useToday } from '../../../ui/services.tsx'
import { useRosterStyles } from './Roster.styles.ts'
import { changeWords, sayInvitee, sayReason, sayWarning } from './rosterWords.ts'
import { RoleMarks, WhoHolds } from './SeatList.tsx'

interface ProposedSeatProps {
  readonly seat: Seat
  readonly choice: SeatChoice | undefined
  readonly onChoose: (choice: SeatChoice) => void
}

/** One place of a proposal: who, why, what to think of, and who else it could be. */
export function ProposedSeat({ seat, choice: made, onChoose }: ProposedSeatProps) {
  const styles = useRosterStyles()
  const today = useToday()
  const choice = made ?? firstChoice(seat)
  const chosen = chosenInvitee(seat, choice)
  const other = choice.take === 'other' ? seat.others[choice.index] : undefined
  const reason = choice.take === 'proposed' ? seat.reason : other?.reason
  const warnings = choice.take === 'proposed' ? seat.warnings : (other?.warnings ?? [])
  const moves = seat.change === 'new' || seat.change === 'changed'
  return (
    <li
      className={mergeClasses(
        styles.seat,
        moves && styles.moved,
        chosen?.required && isMissing(chosen) && styles.missing,
      )}
    >
      <div className={styles.cell}>
        <span className={styles.role}>{seat.invitee.role}</span>
        <RoleMarks invitee={seat.invitee} />
      </div>
      <div className={mergeClasses(styles.cell, styles.wide)}>
        {chosen ? <WhoHolds invitee={chosen} /> : <span className={styles.quiet}>This place goes.</span>}
        {reason && <span className={styles.small}>{sayReason(reason)}</span>}
        {chosen && <Before seat={seat} chosen={chosen} />}
        {warnings.map((warning) => (
          <span key={warning.code} className={styles.warning}>
            <WarningRegular className={styles.warningIcon} fontSize={16} aria-hidden="true" />
            {sayWarning(warning, today)}
          </span>
        ))}
        <Choices seat={seat} choice={choice} onChoose={onChoose} />
      </div>
      <div className={styles.end}>
        <Badge
          appearance={chosen !== null && moves ? 'tint' : 'outline'}
          color={chosen !== null && moves ? 'brand' : 'informative'}
        >
          {chosen === null ? changeWords.dropped : changeWords[seat.change]}
        </Badge>
        <LeaveOut seat={seat} choice={choice} onChoose={onChoose} />
      </div>
    </li>
  )
}

/** Takes the place out of the room, or puts it back. */
function LeaveOut({ seat, choice, onChoose }: ProposedSeatProps & { choice: SeatChoice }) {
  const out = choice.take === 'nobody'
  const words = out ? 'Put back' : 'Leave out'
  return (
    <Button
      size="small"
      appearance="subtle"
      aria-label={`${words}: ${seat.invitee.role}, ${sayInvitee(seat.invitee)}`}
      onClick={() => onChoose({ take: out ? 'proposed' : 'nobody' })}
    >
      {words}
    </Button>
  )
}

/** Who has the place now, where that is somebody else. */
function Before({ seat, chosen }: { seat: Seat; chosen: Invitee }) {
  const styles = useRosterStyles()
  const { before } = seat
  if (before?.state !== 'known' || before.address.toLowerCase() === chosen.address.toLowerCase()) return null
  return <span className={styles.small}>Until now: {sayInvitee(before)}.</span>
}

function Choices({ seat, choice, onChoose }: ProposedSeatProps & { choice: SeatChoice }) {
  const options = optionsOf(seat)
  if (options.length < 2 || choice.take === 'nobody') return null
  const value = choice.take === 'other' ? `other ${choice.index}` : choice.take
  return (
    <Select
      size="small"
      aria-label={`Who has the place ${seat.invitee.role}`}
      value={value}
      onChange={(_event, data) => {
        const option = options.find(([name]) => name === data.value)
        if (option) onChoose(option[2])
      }}
    >
      {options.map(([name, words]) => (
        <option key={name} value={name}>
          {words}
        </option>
      ))}
    </Select>
  )
}

function optionsOf(seat: Seat): readonly (readonly [name: string, words: string, choice: SeatChoice])[] {
  const { before, others, invitee, change } = seat
  const differs = before?.state === 'known' && change === 'changed' && before.address !== invitee.address
  return [
    ['proposed', sayInvitee(invitee), { take: 'proposed' }],
    ...(differs ? [['before', `As it was: ${sayInvitee(before)}`, { take: 'before' }] as const] : []),
    ...others.map(
      (one, index) => [`other ${index}`, sayInvitee(one.invitee), { take: 'other', index }] as const,
    ),
  ]
}
