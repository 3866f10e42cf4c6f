import type { InvitationDifference, Telling } from '../../../../domain/invitationChanges.ts'

/** One thing that is other than the invited were told, as part of a sentence. */
export function sayDifference(one: InvitationDifference): string {
  switch (one.kind) {
    case 'when':
      return `moved from ${one.from} to ${one.to}`
    case 'place':
      return `the place changes from ${one.from} to ${one.to}`
    case 'subject':
      return `the subject changes from “${one.from}” to “${one.to}”`
    case 'text':
      return 'the text changes'
    case 'online':
      return 'part of it can be joined online'
    case 'attendees-shown':
      return 'whether the invited see one another'
    case 'joins':
      return `${one.name || one.address} joins`
    case 'leaves':
      return `${one.name || one.address} is taken off`
    case 'asked-otherwise':
      return `${one.name || one.address} is asked in another way, required or optional`
  }
}

/** The same as a line of its own. */
export function differenceLine(one: InvitationDifference): string {
  const words = sayDifference(one)
  return one.kind === 'joins' || one.kind === 'leaves' || one.kind === 'asked-otherwise'
    ? words
    : `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

/** What a group of people gets by mail. */
export const tellingWords: Readonly<Record<Telling['gets'], string>> = {
  invitation: 'The invitation',
  update: 'The change',
  cancellation: 'Word that they are no longer expected',
}
