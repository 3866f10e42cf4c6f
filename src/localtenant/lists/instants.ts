import { DateTime } from 'luxon'
import { TIME_ZONE } from '../settings.ts'

/** An instant as SharePoint writes it: UTC, whole seconds. */
export const instant = (moment: Date): string => `${moment.toISOString().slice(0, 19)}Z`

/** A date or date and time as it was sent, as an instant; undefined when it is neither. Without a zone it is UTC. */
export function readInstant(text: string): string | undefined {
  const moment = DateTime.fromISO(text, { zone: 'utc' })
  return moment.isValid ? instant(moment.toJSDate()) : undefined
}

/** Midnight, in the zone of the site, of the day an instant falls on there: how a date-only column keeps it. */
export function siteMidnight(text: string): string | undefined {
  const moment = DateTime.fromISO(text, { zone: 'utc' })
  if (!moment.isValid) return undefined
  return instant(moment.setZone(TIME_ZONE).startOf('day').toJSDate())
}
