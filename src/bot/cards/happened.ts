import { writeInstant } from '../../domain/calendarDays.ts'
import type { Change } from '../../domain/recommendation.ts'
import type { CardRow } from '../../usecases/cardRows.ts'
import type { CardElement } from './adaptiveCard.ts'
import { oneLine, runs } from './cardText.ts'

/** Who did what with a row since its card was sent, and what this person answered without changing it. */
export function happenedSince({ happened, answered }: CardRow): readonly CardElement[] {
  const lines = happened.map((change) => `${sayChange(change)} on ${writeInstant(change.at)}.`)
  const { acknowledgedAt, notMineAt, notMineWhose = '' } = answered
  if (acknowledgedAt) lines.push(`You acknowledged this on ${writeInstant(acknowledgedAt)}.`)
  if (notMineAt)
    lines.push(
      `You said on ${writeInstant(notMineAt)} that this is not yours: “${oneLine(notMineWhose, 200)}”. The board secretary decides; until then the owner stays.`,
    )
  return lines.map((text) => runs({ text, size: 'Small' }))
}

function sayChange(change: Change): string {
  const by = oneLine(change.by, 80)
  const to = oneLine(change.to, 160)
  const why = change.why === undefined ? '' : `, because: “${oneLine(change.why, 200)}”`
  switch (change.field) {
    case 'extension':
      return extension(by, to, why)
    case 'sign-off':
      return signOff(by, to, why)
    case 'due':
      return `${by} changed the deadline: ${to}${why}`
    case 'status':
      return `${by} set the status to ${to}${why}`
    case 'owner':
      return to === '' ? `${by} took the owner away${why}` : `${by} gave it to ${to}${why}`
    case 'evidence':
      return to === '' ? `${by} took evidence away${why}` : `${by} added evidence`
    default:
      return `${by} changed what it says of ${change.field}`
  }
}

function extension(by: string, to: string, why: string): string {
  if (to === 'agreed') return `${by} agreed to the later deadline${why}`
  if (to === 'declined') return `${by} declined the later deadline${why}`
  return to === '' ? `${by} answered the request for a later deadline${why}` : `${by} ${to}${why}`
}

function signOff(by: string, to: string, why: string): string {
  if (to === 'asked') return `${by} said that it is done and asked for sign-off${why}`
  if (to === 'agreed') return `${by} signed it off${why}`
  return to === 'declined' ? `${by} did not sign it off${why}` : `${by} took the sign-off back${why}`
}
