import type { ManagementInformation, RunFigures } from '../../../../../domain/managementInformation.ts'
import { percentOf } from '../../../../../domain/placeTally.ts'

/** A share in words; a dash where there is nothing to have a share of. */
export function sayShare(part: number, whole: number): string {
  const share = percentOf(part, whole)
  return share === null ? '–' : `${share}%`
}

/** Attended as a share of the places offered. */
export const ofPlaces = ({ attended, capacity }: RunFigures) => sayShare(attended, capacity)

/** Those who attended with a booking, as a share of those registered. */
export const ofRegistered = (one: { attended: number; unscheduled: number; registered: number }) =>
  sayShare(one.attended - one.unscheduled, one.registered)

/** Days in words. */
export function sayDays(days: number | null): string {
  if (days === null) return '–'
  return `${days} ${days === 1 ? 'day' : 'days'}`
}

/** What happened in the quarter, in two sentences. */
export function sayQuarter({ all, cancelledRuns, toCome, range }: ManagementInformation): string {
  if (all.runs === 0 && cancelledRuns === 0 && toCome === 0) return `No date was planned from ${range.name}.`
  const dates = `${all.runs} ${all.runs === 1 ? 'date was' : 'dates were'} held with ${all.capacity} places; ${all.attended} people came.`
  const others = [
    cancelledRuns > 0 ? `${cancelledRuns} ${cancelledRuns === 1 ? 'was' : 'were'} cancelled` : '',
    toCome > 0 ? `${toCome} ${toCome === 1 ? 'is' : 'are'} still to come` : '',
  ].filter(Boolean)
  return others.length === 0 ? dates : `${dates} ${others.join(', ')}.`
}
