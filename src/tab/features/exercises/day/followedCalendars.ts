import { isIsoDate } from '../../../../domain/calendarDays.ts'
import type { Followed, FollowedCalendars } from '../../../../usecases/followAnswers.ts'

const keyOf = (objectId: string, mailbox: string) => `follow-through followed ${objectId} ${mailbox}`

/** How far the calendars of a person have been followed, kept on this device. Without it they are read whole again. */
export function followedOnDevice(objectId: string): FollowedCalendars {
  return {
    read(mailbox) {
      try {
        return readFollowed(window.localStorage.getItem(keyOf(objectId, mailbox)))
      } catch {
        return null
      }
    },
    keep(mailbox, followed) {
      try {
        window.localStorage.setItem(keyOf(objectId, mailbox), JSON.stringify(followed))
      } catch {
        // Storage is full or refused: the next visit reads the stretch whole.
      }
    },
  }
}

function readFollowed(text: string | null): Followed | null {
  if (text === null) return null
  const value: Partial<Followed> = JSON.parse(text)
  const { token, from, to } = value
  if (typeof token !== 'string' || !isIsoDate(from ?? '') || !isIsoDate(to ?? '')) return null
  return { token, from: from ?? '', to: to ?? '' }
}
