import type { ExerciseSectionProps } from '../exerciseSection.ts'
import { InviteeList } from '../InviteeList.tsx'

/** The day itself: who was in the room, and what was decided and learned. */
export function DaySection({ row }: ExerciseSectionProps) {
  return <InviteeList invitees={row.value.invitees} invited={row.value.invitation?.state === 'sent'} />
}
