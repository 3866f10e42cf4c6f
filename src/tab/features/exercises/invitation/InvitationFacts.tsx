import { writeInstant } from '../../../../domain/calendarDays.ts'
import type { Exercise } from '../../../../domain/exercise.ts'
import { peopleToInvite } from '../../../../domain/invitation.ts'
import { FactList } from '../../../ui/FactList.tsx'
import { people } from '../exerciseWords.ts'

/** What went out, from whose calendar, and how many know. */
export function InvitationFacts({ exercise }: { exercise: Exercise }) {
  const { invitation } = exercise
  if (!invitation || invitation.state === 'sending') {
    return (
      <FactList
        facts={[
          ['Would be invited', people(peopleToInvite(exercise.invitees).length)],
          ['From', exercise.mailbox || 'the calendar of whoever sends it'],
        ]}
      />
    )
  }
  const changes = invitation.changes ?? 0
  return (
    <FactList
      facts={[
        ['Invited', `${people(invitation.invited)}, on ${writeInstant(invitation.at)}`],
        ['By', invitation.organiserName],
        ['From', invitation.mailbox || `the calendar of ${invitation.organiserName}`],
        ['Changes sent', changes === 0 ? 'none' : String(changes)],
        ...(invitation.state === 'called-off' ? [['Called off', exercise.changedWhy] as const] : []),
      ]}
    />
  )
}
