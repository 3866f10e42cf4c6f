import type { ExerciseSectionProps } from '../exerciseSection.ts'
import { InviteeList } from '../InviteeList.tsx'

/** Who belongs in the room, by role, and who is known for it. */
export function RosterSection({ row }: ExerciseSectionProps) {
  return <InviteeList invitees={row.value.invitees} invited={row.value.invitation?.state === 'sent'} />
}
