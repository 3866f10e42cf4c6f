import type { DatabaseSync } from 'node:sqlite'
import { DateTime } from 'luxon'
import { type TenantSettings, TIME_ZONE } from './settings.ts'
import { readMeta, writeMeta } from './store.ts'

/** The tenant's own time: it runs at normal speed from a chosen day and never goes back. */
export interface TenantClock {
  now(): Date
  /** Moves the clock forward. Throws {@link ClockError} for a moment that has already passed. */
  set(moment: Date): void
}

/** The clock was asked to do what time does not do. */
export class ClockError extends Error {}

const OFFSET = 'clock.offset'

/** Opens the clock kept in the database, or starts one at 09:00 on the settings' first day. */
export function openClock(db: DatabaseSync, settings: TenantSettings): TenantClock {
  const kept = readMeta(db, OFFSET)
  let offset = kept === undefined ? 0 : Number(kept)
  const keep = (moment: Date) => {
    offset = moment.getTime() - Date.now()
    writeMeta(db, OFFSET, String(offset))
  }
  const now = () => new Date(Date.now() + offset)
  const first = firstMoment(settings.startsOn)
  if (kept === undefined || (settings.startChosen && first > now())) keep(first)
  return {
    now,
    set(moment) {
      if (Number.isNaN(moment.getTime())) throw new ClockError('The new time is not a date.')
      if (moment < now()) {
        throw new ClockError(`The clock only moves forward, and it is already ${now().toISOString()}.`)
      }
      keep(moment)
    },
  }
}

function firstMoment(day: string): Date {
  return DateTime.fromISO(`${day}T09:00:00`, { zone: TIME_ZONE }).toJSDate()
}
