import type { StaffMember } from './staff.ts'

/** Finds people by whatever a file calls them by. */
export type StaffFinder = (word: string) => StaffMember | null

/** By key, staff number or address; leading noughts of a staff number do not count, as spreadsheets drop them. */
export function staffFinder(staff: readonly StaffMember[]): StaffFinder {
  const byWord = new Map<string, StaffMember>()
  for (const member of staff)
    for (const word of [member.address, member.staffNumber, member.key])
      if (word !== '') byWord.set(plain(word), member)
  return (word) => byWord.get(plain(word)) ?? null
}

const plain = (word: string) =>
  word
    .trim()
    .toLowerCase()
    .replace(/^0+(?=\d)/, '')
