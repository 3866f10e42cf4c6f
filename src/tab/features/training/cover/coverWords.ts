import { type IsoDate, writeDate } from '../../../../domain/calendarDays.ts'
import type { CoverCounts, CoverRollUp, OpenNeed } from '../../../../domain/cover.ts'
import { coveredOf, neededOf, percentOf } from '../../../../domain/coverRollUps.ts'

/** `88 %`; a dash where nobody has to have it. */
export function sayPercent(counts: CoverCounts): string {
  const percent = percentOf(coveredOf(counts), neededOf(counts))
  return percent === null ? '–' : `${percent} %`
}

/** `16 of 18 have it`, with whoever is new, exempt, or came since the last visit. */
export function sayFigure({ counts, newcomers }: Pick<CoverRollUp, 'counts' | 'newcomers'>): string {
  const needed = neededOf(counts)
  const beside = [
    counts['in-grace'] > 0 && `${counts['in-grace']} still in their grace`,
    counts.exempt > 0 && `${counts.exempt} exempt`,
    newcomers > 0 &&
      `${newcomers} ${newcomers === 1 ? 'newcomer' : 'newcomers'} since their team last had it`,
  ].filter(Boolean)
  const first = needed === 0 ? 'Nobody has to have it yet' : `${coveredOf(counts)} of ${needed} have it`
  return beside.length === 0 ? `${first}.` : `${first}; ${beside.join(', ')}.`
}

/** How somebody stands, with the day. */
export function sayOpen({ state, by }: OpenNeed, today: IsoDate): string {
  const day = writeDate(by)
  if (state === 'lapsed') return `lapsed after ${day}`
  if (state === 'never') return by < today ? `never had it, due since ${day}` : `never had it, due by ${day}`
  return state === 'due' ? `counts until ${day}` : `new, has until ${day}`
}
